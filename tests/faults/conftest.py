"""The services of the other tests, here to meet with misfortune."""

from tests.server.services import *  # noqa: F403 - the fixtures, by their names
