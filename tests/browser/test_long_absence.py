"""After a long absence of the service: all that was kept meanwhile arrives, once, in order, though the background ends on the way."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from poise.store.naming import new_id

from . import background
from .arena import rows
from .screen import Screen
from .service import Service
from .tracking import track
from .waiting import until

MANY, ENDS = 500, 10
KEPT = "api.storage.local.get('queue').then(({ queue }) => queue.length)"
DELIVER = (
    "(api.runtime.sendMessage({ kind: 'renew' }).catch(() => null), true)"  # nobody stays to hear how it went
)


def letters(people: list[str]) -> list[dict[str, Any]]:
    """As the extension keeps them: a message each minute, to one person after the other."""
    first = datetime.now(UTC) - timedelta(minutes=MANY)
    return [
        {
            "method": "POST",
            "path": "/interactions",
            "body": {
                "id": str(new_id()),
                "interviewer": people[number % len(people)],
                "kind": "message",
                "channel": "linkedin",
                "at": (first + timedelta(minutes=number)).isoformat(),
            },
        }
        for number in range(MANY)
    ]


def arrived(service: Service) -> list[tuple[str, str]]:
    """What was noted of whom, in the order in which it was."""
    found = sorted(rows(service, "select rowid, id, interviewer_id from interactions"))
    return [(one, whom) for _, one, whom in found]


def further(service: Service, count: int) -> bool:
    return len(arrived(service)) > count


@pytest.mark.long
@pytest.mark.entry("R15")
def test_five_hundred_things_arrive_once_and_in_order_though_the_background_ends_ten_times(
    screen: Screen, service: Service
) -> None:
    people = [
        track(screen, name=name, company=company)["interviewer"]["id"]
        for name, company in (("Jane Doe", "Acme GmbH"), ("Ada Marsh", "Globex"), ("Ola Nordmann", "Initech"))
    ]
    kept = letters(people)
    service.stop()
    screen.api("api.storage.local.set({ queue: arguments[0] })", kept)
    service.start()
    for end in range(ENDS):
        before = len(arrived(service))
        screen.api(DELIVER)
        until(partial(further, service, before + end), "the delivery on its way")
        background.end(screen)
        assert screen.api(KEPT) > 0
    screen.api(DELIVER)
    until(lambda: screen.api(KEPT) == 0, "the rest delivered", timeout=120)
    told = [(letter["body"]["id"], letter["body"]["interviewer"]) for letter in kept]
    assert arrived(service) == [(one.replace("-", ""), whom.replace("-", "")) for one, whom in told]
