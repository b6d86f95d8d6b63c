"""How the tests are spread over two processes: each browser keeps to one of them, and so is started once."""

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
