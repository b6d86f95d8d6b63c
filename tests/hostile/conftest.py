"""The services of the other tests, here to be attacked."""

from tests.server.conftest import (
    database_kind,
    first_start,
    paired,
    postgres,
    served,
    serving,
    shared,
)

__all__ = ["database_kind", "first_start", "paired", "postgres", "served", "serving", "shared"]
