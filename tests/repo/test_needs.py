"""What the program needs is declared: the wheel runs with that alone, and what an extra brings is only used where it is there."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

from tests.wheel import ROOT, build, closure, install

PACKAGE = ROOT / "server" / "poise"
EXTRAS = {"spelling"}
ALL = """
import pkgutil, sys, importlib, poise
from importlib.metadata import distributions
for one in pkgutil.walk_packages(poise.__path__, "poise."):
    if ".migrations" not in one.name and not one.name.endswith("__main__"):
        importlib.import_module(one.name)
print(*sorted(one.name.lower() for one in distributions()))
"""


def imported(tree: ast.AST, *, late: bool = False) -> Iterator[tuple[str, bool]]:
    """The top names of what a file imports, and whether that waits for a function to be called; types are nothing to run."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from ((one.name.partition(".")[0], late) for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0], late
        else:
            yield from imported(node, late=late or isinstance(node, ast.FunctionDef))


def names(extra: str = "") -> set[str]:
    return {one.name.lower() for one in closure(distribution("poise"), extra)}


def test_every_package_that_is_imported_is_one_that_is_needed() -> None:
    own, found = {"poise", *sys.stdlib_module_names}, packages_distributions()
    needed, optional = names(), {name for extra in EXTRAS for name in names(extra)}
    for path in PACKAGE.rglob("*.py"):
        for name, late in imported(ast.parse(path.read_text())):
            belongs = {one.lower() for one in found.get(name, ())}
            allowed = needed | optional if late else needed
            assert name in own or belongs & allowed, (
                f"{path.name} imports {name}: declare it in pyproject.toml"
            )


def test_the_wheel_is_whole_with_what_it_says_it_needs_alone(tmp_path: Path) -> None:
    (tmp_path / "wheel").mkdir()
    poise = install(build(tmp_path / "wheel"), tmp_path / "environment")
    python = [str(poise.with_name("python")), "-P", "-W", "error::ImportWarning", "-c", ALL]
    ran = subprocess.run(python, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert set(ran.stdout.split()) == {"poise", *names()}
    assert subprocess.run([poise, "--help"], capture_output=True, check=False).returncode == 0
