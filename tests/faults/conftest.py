"""The services of the other tests, here to meet with misfortune."""

from tests.server.conftest import database_kind as database_kind
from tests.server.conftest import first_start as first_start
from tests.server.conftest import paired as paired
from tests.server.conftest import postgres as postgres
from tests.server.conftest import served as served
from tests.server.conftest import serving as serving
from tests.server.conftest import shared as shared
