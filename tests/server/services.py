"""What other rooms' tests take of these services: `from tests.server.services import *` in a conftest of theirs."""

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
