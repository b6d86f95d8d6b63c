"""How long a comparison takes tells nobody how much of a secret they have guessed: `compare_digest`, and nothing else."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import poise

SECRETS = {
    "code", "digest", "hash", "hashed", "key", "mac", "nonce", "password", "proof", "secret", "signature", "token",
}  # fmt: skip
OTHERWISE = {  # what is no secret, though it is called so
    "(self.code is None) == (self.proof is None)",
    "Alias.folded == key",
    "Company.folded == key",
    "code == Exit.ALREADY_RUNNING",
    "column == key[0]",
    "error.code == HTTPStatus.NOT_FOUND",
    "key == 'day'",
    "key.partition(';')[0].upper() == name",
}
(PACKAGE,) = map(Path, poise.__path__)


def named(node: ast.AST) -> Iterator[str]:
    """What the values on one side of a comparison are called; of `a.b.c` the last."""
    match node:
        case ast.Call(func=ast.Name(id="len")):
            return
        case ast.Name(id=name) | ast.Attribute(attr=name):
            yield name
        case _:
            for child in ast.iter_child_nodes(node):
                yield from named(child)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                yield from named(node.func.value)


def compares_secrets(node: ast.AST) -> bool:
    if not isinstance(node, ast.Compare):
        return False
    sides = (node.left, *node.comparators)
    one_by_one = any(isinstance(side, ast.Tuple | ast.List) for side in node.comparators)
    letters = any(
        isinstance(op, ast.Eq | ast.NotEq) or (one_by_one and isinstance(op, ast.In | ast.NotIn))
        for op in node.ops
    )
    names = {word for side in sides for name in named(side) for word in name.lower().split("_")}
    return letters and bool(names & SECRETS)


@pytest.mark.entry("A06")
def test_secrets_are_compared_in_constant_time() -> None:
    found = {
        ast.unparse(node)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if compares_secrets(node)
    }
    assert found - OTHERWISE == set(), "compare secrets by compare_digest; what is none, add above"
    assert OTHERWISE - found == set(), "these are gone: take them away above"


@pytest.mark.entry("A06")
@pytest.mark.parametrize(
    "line",
    [
        "window.code == code",
        "_hashed(code) != window.code",
        "given == self._secret",
        "key.secret.hex() == said",
        "said in (one.secret, other)",
        "digest_of(body) == said['digest']",
        "nonce.encode() == b''",
    ],
)
def test_every_way_to_write_such_a_comparison_is_found(line: str) -> None:
    assert any(map(compares_secrets, ast.walk(ast.parse(line))))
