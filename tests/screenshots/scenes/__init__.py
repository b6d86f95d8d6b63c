"""What there is to see, each brought about as a user would, and taken back afterwards."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager

from tests.demo.world import World

Scene = Callable[[World], AbstractContextManager[None]]


def scenes() -> Mapping[str, Scene]:
    """All of them by name, in the order in which they are taken."""
    from .dashboards import DASHBOARD, EMPTY
    from .over_sites import OVER_SITES
    from .small_pages import SMALL_PAGES

    return {**OVER_SITES, **SMALL_PAGES, **DASHBOARD, **EMPTY}
