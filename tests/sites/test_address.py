"""What two programs could read differently is no address, whatever a site's own patterns would say of it."""

import pytest

from poise.sites.address import LONGEST, parse

HOST = "https://www.example.org/"


@pytest.mark.entry("I17")
@pytest.mark.parametrize(
    "path",
    [
        "a" * LONGEST, "a\0b", "a\nb", "a\tb", "a\x7fb", "a\\b", "a b", "a\u00a0b", "a\u2003b", "a\ufeffb",
        "a%2", "a%zz", "a%252e", "a%ff", "../a", "a/..", "a/./b", "a/%2e%2e/b", "a//b",
    ],
)  # fmt: skip
def test_it_is_none(path: str) -> None:
    assert parse(HOST + path) is None


@pytest.mark.parametrize("path", ["a" * (LONGEST - len(HOST)), "a.b", "...", "%C3%B8", "a/b/", "a?b=c%20d"])
def test_it_is_one(path: str) -> None:
    assert parse(HOST + path) is not None
