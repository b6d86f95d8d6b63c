"""A browser of ours, open: which module opens which."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager

from poise.errors import PoiseError
from poise.launch import chromium, firefox
from poise.launch.finding import Browser
from poise.launch.process import Ended, Window
from poise.launch.profile import Profile

WAYS: Mapping[str, Callable[[Browser, Profile], AbstractContextManager[Window]]] = {
    "chromium": chromium.opened,
    "firefox": firefox.opened,
}


@contextmanager
def opened(browser: Browser, profile: Profile) -> Iterator[Window]:
    """The browser with the extension in it, until the block ends; meanwhile the profile is ours alone."""
    label = browser.kind.label
    try:
        with profile.held(label), WAYS[browser.kind.way](browser, profile) as window:
            yield window
    except Ended as wrong:
        raise PoiseError(
            f"{label} ended before Poise was in it; what it said is in {profile.log}."
        ) from wrong
