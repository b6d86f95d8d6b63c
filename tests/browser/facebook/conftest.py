"""The practice Facebook, and a company and a person on it."""

import pytest

from tests.practice import Practice

from ..battery import Site, company, interviewer
from ..screen import Screen


@pytest.fixture
def site(screen: Screen, practice: Practice) -> Site:
    return Site(screen, practice, "facebook")


@pytest.fixture
def acme(site: Site) -> Site:
    """Acme, whose page is known, interviewed the user yesterday and has not decided."""
    company(site)
    return site


@pytest.fixture
def jane(site: Site) -> Site:
    """Jane Doe of Acme interviewed the user yesterday and has not decided."""
    interviewer(site, "jane-doe")
    return site
