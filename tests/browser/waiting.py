"""Waiting for what a browser shows: until it is so, never for a length of time."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from selenium.common.exceptions import (
    DetachedShadowRootException,
    JavascriptException,
    NoSuchElementException,
    NoSuchShadowRootException,
    StaleElementReferenceException,
)
from selenium.webdriver.support.wait import WebDriverWait

T = TypeVar("T")

# What was found has left the page since.
GONE = (DetachedShadowRootException, NoSuchShadowRootException, StaleElementReferenceException)
PASSING = (*GONE, NoSuchElementException, JavascriptException)


def until(condition: Callable[[], T | None], what: str, timeout: float = 10) -> T:
    """The first answer of `condition` that is neither null nor false; fails saying `what` never came."""
    nothing = cast(Any, None)  # what is waited for is asked of `condition`, not of a driver
    waiting = WebDriverWait(nothing, timeout, poll_frequency=0.05, ignored_exceptions=PASSING)
    found = waiting.until(lambda _: condition() or False, f"never came: {what}")
    assert found
    return found
