"""Who answers on the service's port: nobody, nobody in time, somebody else, or the service itself."""

import json
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPConnection, HTTPException

from poise.client import PREFIX, prove
from poise.config import HOST
from poise.errors import PoiseError
from poise.signing import Key

SECONDS = 3
TO_PROVE = 10  # seconds; the first call to its data takes a service at rest a moment
LARGEST = 64 * 1024


class Who(StrEnum):
    NOBODY = "nobody"
    SLOW = "slow"
    STRANGER = "stranger"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Answer:
    """`version`: of the service that answered, None where it is not ours."""

    who: Who
    version: str | None = None


def ask(port: int, key: Key | None, *, announced: bool) -> Answer:
    """Ask without telling anything: the unsigned call first, then one whose answer only the service can sign."""
    try:
        health = _health(port)
        genuine = health.get("service") == "poise" and key is not None and _proves(port, key)
    except TimeoutError:
        return Answer(Who.SLOW if announced else Who.STRANGER)
    except ConnectionError:
        return Answer(Who.NOBODY)
    except (OSError, HTTPException, ValueError, RecursionError):
        return Answer(Who.STRANGER)
    return Answer(Who.OURS, str(health.get("version"))) if genuine else Answer(Who.STRANGER)


def _health(port: int) -> dict[str, object]:
    with closing(HTTPConnection(HOST, port, timeout=SECONDS)) as connection:
        connection.request("GET", f"{PREFIX}/health")
        said = json.loads(connection.getresponse().read(LARGEST))
        return said if isinstance(said, dict) else {}


def _proves(port: int, key: Key) -> bool:
    try:
        prove(port, key, seconds=TO_PROVE)
    except PoiseError as wrong:
        if isinstance(wrong.__cause__, TimeoutError):
            raise wrong.__cause__ from wrong
        return False
    return True
