"""What happened while nobody listened is told in the end: all of it, once, whatever ends in between."""

import json

import pytest

from tests.server.facts import ago, fresh

from .arena import rows
from .background import end
from .conftest import JANE, track
from .screen import Screen
from .service import Service
from .waiting import until

LETTERS, ENDS = 500, 10


@pytest.mark.long
@pytest.mark.entry("R15")
def test_five_hundred_things_are_told_once_though_the_background_ends_ten_times(
    screen: Screen, service: Service
) -> None:
    jane = track(screen, name="Jane Doe", profiles=[JANE])["interviewer"]["id"]
    service.stop()
    letters = [
        {
            "method": "POST",
            "path": "/interactions",
            "body": {
                "id": fresh(),
                "interviewer": jane,
                "kind": "comment",
                "channel": "linkedin",
                "at": ago(minutes=LETTERS - count),
            },
        }
        for count in range(LETTERS)
    ]
    screen.api(f"api.storage.local.set({{ queue: {json.dumps(letters)} }})")
    service.start()
    for _ in range(ENDS):
        screen.tell({"kind": "state"})  # it is awake
        screen.api("void api.runtime.sendMessage({ kind: 'renew' }).catch(() => null)")
        end(screen)
    screen.renew()
    until(lambda: rows(service, "select count(*) from interactions") == {(LETTERS,)}, "all told", 60)
    assert screen.api("api.storage.local.get('queue').then(({ queue }) => queue.length)") == 0
    told = rows(service, "select lower(hex(id)), id from interactions")
    assert len(told) == LETTERS
