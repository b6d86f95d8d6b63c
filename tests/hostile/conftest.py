"""The services of the other tests, here to be attacked."""

from tests.server.conftest import first_start, paired, served, shared

__all__ = ["first_start", "paired", "served", "shared"]
