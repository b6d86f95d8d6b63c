"""Companies' names with and without their legal form: Acme is Acme GmbH, but Acme Ltd is not Acme GmbH."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files


def spellings(name: str) -> set[str]:
    """The names, as they are compared, under which a company of this name may be known."""
    bare = without_form(name)
    return {name, bare} if bare != name else {name, *(f"{name} {form}" for form in _forms())}


def without_form(name: str) -> str:
    """A name, as it is compared, without the longest legal form at its end."""
    return next((name.removesuffix(f" {form}") for form in _forms() if name.endswith(f" {form}")), name)


@cache
def _forms() -> Sequence[str]:
    """The longest first."""
    content = tomllib.loads((files("poise.store") / "legalforms.toml").read_text(encoding="utf-8"))
    return sorted(content["forms"], key=len, reverse=True)
