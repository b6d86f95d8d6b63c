"""The services of the other tests, here to meet with misfortune."""

from tests.server.conftest import first_start, paired, served, shared

__all__ = ["first_start", "paired", "served", "shared"]
