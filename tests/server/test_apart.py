"""A caller of another time is told which version of the API is spoken here."""

from poise.config import VERSION
from poise.signing import Answer, verify_answer
from tests.server.wire import Served


def test_an_address_of_another_version_is_refused_with_the_version_that_is_spoken(shared: Served) -> None:
    got, nonce = shared.signed("GET", "/api/v2/snapshot")
    verify_answer(Answer(got.status, dict(got.headers)), got.body, shared.key, nonce)
    assert (got.status, got.json["api"]) == (404, 1)
    assert f"Poise {VERSION}" in got.json["detail"]
    assert "update the older" in got.json["detail"]


def test_what_is_not_there_in_this_version_says_nothing_of_versions(shared: Served) -> None:
    assert "api" not in shared.call("GET", "/nothing").json
    assert "api" not in shared.signed("GET", "/api/v1")[0].json


def test_health_and_snapshot_say_the_version(shared: Served) -> None:
    assert shared.ask("GET", "/api/v1/health").json["api"] == shared.call("GET", "/snapshot").json["api"] == 1
