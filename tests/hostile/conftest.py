"""The services of the other tests, here to be attacked."""

from tests.server.services import *  # noqa: F403 - the fixtures, by their names
