"""The practice LinkedIn, and a person on it."""

import pytest

from ..battery import Site, interviewer


@pytest.fixture
def jane(site: Site) -> Site:
    """Jane Doe of Acme interviewed the user yesterday and has not decided."""
    interviewer(site, "jane-doe")
    return site
