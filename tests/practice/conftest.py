"""The practice sites, served once for all tests in this folder, with a clean record for each."""

from collections.abc import Iterator

import pytest

from tests.practice import Practice, Tunnel
from tests.practice.client import Client


@pytest.fixture(scope="session")
def serving() -> Iterator[Practice]:
    with Practice() as practice:
        yield practice


@pytest.fixture
def practice(serving: Practice) -> Practice:
    serving.clear()
    return serving


@pytest.fixture
def tunnel(practice: Practice) -> Iterator[Tunnel]:
    with Tunnel(practice.port, practice.hosts) as tunnel:
        yield tunnel


@pytest.fixture
def linkedin(practice: Practice, tunnel: Tunnel) -> Client:
    return Client(practice, tunnel, "www.linkedin.com")


@pytest.fixture
def facebook(practice: Practice, tunnel: Tunnel) -> Client:
    return Client(practice, tunnel, "www.facebook.com")
