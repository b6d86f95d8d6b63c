"""How the tests are spread over two processes: each browser keeps to one of them, and so is started once.

And how they are found: `-k A03` finds what proves that entry of docs/security.md, by its name or by its mark.
"""

import pytest

BROWSERS = {"chromium", "firefox"}


@pytest.hookimpl(tryfirst=True)  # before those that spread the tests look for the mark
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        parameters = getattr(item, "callspec", None)
        named = (
            BROWSERS & {value for value in parameters.params.values() if isinstance(value, str)}
            if parameters
            else set()
        )
        for browser in named:
            item.add_marker(pytest.mark.xdist_group(browser))
        for entry in item.iter_markers("entry"):
            item.extra_keyword_matches.update(entry.args)
