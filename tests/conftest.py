"""How the tests are spread over two processes: each browser keeps to one of them, and so is started once.

And how they are found: `-k A03` finds what proves that entry of docs/security.md, by its name or by its mark. And what
holds over all of them: nothing but this machine is called.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.watch import sitecustomize

BROWSERS = {"chromium", "firefox"}
# What a page says is read by the same script in both browsers, and tests/sites compares the two readings: of these, Firefox
# runs each test's first case, and all of them in the long run.
BATTERIES = {
    "test_linkedin", "test_linkedin_asking", "test_linkedin_dialog", "test_linkedin_reach", "test_facebook",
    "test_facebook_comments", "test_facebook_friends", "test_facebook_reaching", "test_hostile_page", "test_one_click",
}  # fmt: skip
WATCH = str(Path(sitecustomize.__file__).parent)


@pytest.fixture(scope="session", autouse=True)
def _nobody_is_called(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever Poise any test starts calls no other machine, and looks none up; no browser asks any for anything."""
    sys.addaudithook(sitecustomize.watch)
    calls = tmp_path_factory.mktemp("calls") / "calls"
    os.environ[sitecustomize.CALLS] = str(calls)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [WATCH, os.environ.get("PYTHONPATH")]))
    yield
    assert not calls.exists(), calls.read_text()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgresql"),
        help="where the services of the tests keep their facts (else SQLite, and some tests on both)",
    )


@pytest.hookimpl(tryfirst=True)  # before those that spread the tests look for the mark
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    begun: set[str] = set()
    for item in items:
        parameters = getattr(item, "callspec", None)
        named = (
            BROWSERS & {value for value in parameters.params.values() if isinstance(value, str)}
            if parameters
            else set()
        )
        for browser in named:
            item.add_marker(pytest.mark.xdist_group(browser))
        if "firefox" in named and item.path.stem in BATTERIES:
            test = item.nodeid.partition("[")[0]
            if test in begun:
                item.add_marker(pytest.mark.long)
            begun.add(test)
        for entry in item.iter_markers("entry"):
            item.extra_keyword_matches.update(entry.args)
