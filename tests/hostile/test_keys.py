"""A key that was taken away, values of the wrong kind, refusals of what names somebody: small things, each a door."""

import json

import pytest

from poise.signing import Key
from tests.server.facts import application, fresh, intent
from tests.server.refusing import INTENT, VERDICTS, assert_refused, signed
from tests.server.wire import API, FIREFOX, Served

CANARY = "Jánosné-Canary"


def test_a03_a_revoked_key_serves_no_more(shared: Served, paired: Key) -> None:
    key = shared.pair(FIREFOX)
    assert shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, key)).status == 200
    assert shared.call("DELETE", f"/browsers/{key.keyid}").status in (200, 204)
    assert_refused(shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, key)), 401)
    assert shared.ask("POST", VERDICTS, INTENT, headers=signed(shared, paired)).status == 200


@pytest.mark.parametrize("value", ["true", "yes", 1, 0, "", None])
def test_i07_a_kind_of_value_is_not_guessed(shared: Served, value: object) -> None:
    assert shared.call("POST", "/verdicts", intent(with_note=value)).status == 422


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("/verdicts", intent(action=CANARY)),
        ("/verdicts", intent(site=CANARY, text=CANARY)),
        ("/applications", application(applied_on=CANARY)),
        ("/applications", application(interviews=[{"starts": CANARY}])),
        ("/interviewers", {"id": fresh(), "name": [CANARY]}),
        ("/interactions", {"id": fresh(), "kind": CANARY}),
        ("/notes/check", {"kind": CANARY, "text": CANARY}),
    ],
)
def test_p03_a_refusal_says_where_and_never_what(shared: Served, path: str, content: object) -> None:
    got, _ = shared.signed("POST", f"{API}{path}", json.dumps(content).encode())
    assert got.status == 422
    assert "Canary" not in got.body.decode()
    assert got.json["errors"]
