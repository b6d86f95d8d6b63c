"""POST /imports and POST /imports/{id}: shown, nothing written; taken, whole; nothing of it in any log."""

import base64
import json
import resource
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from poise.intake.tables import table
from tests.intake.calendars import calendar, event
from tests.intake.conftest import FILES
from tests.server.facts import fresh
from tests.server.wire import API, Served, log_of, serve

SOON = datetime.now(UTC) + timedelta(days=3)
START = f"DTSTART:{SOON:%Y%m%dT%H%M00Z}"


@pytest.fixture(scope="module")
def service(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = Path(shutil.copytree(empty, tmp_path_factory.mktemp("service") / "data"))
    for file in folder.iterdir():
        file.chmod(0o600)
    served = serve(folder)
    yield served
    assert served.stop() == 0


def upload(data: bytes, name: str = "invite.ics", **more: Any) -> dict[str, Any]:
    return {"name": name, "content": base64.b64encode(data).decode(), **more}


def companies(service: Served) -> set[str]:
    return {one["company"] for one in service.call("GET", "/applications").json["items"]}


def test_a_file_is_shown_and_then_taken_once(service: Served) -> None:
    data = calendar(event(fresh(), "Interview with Shown GmbH", START, "DURATION:PT1H"))
    got = service.call("POST", "/imports", upload(data, language="nb"))
    assert got.status == 201
    (row,) = got.json["rows"]
    assert row["text"].startswith("Intervju hos Shown GmbH, ")
    assert (row["does"], row["chosen"], row["doubt"]) == ("add", True, None)
    assert "Shown GmbH" not in companies(service)
    path = f"/imports/{got.json['id']}"
    assert service.call("POST", path, {}).json == {"taken": 1}
    assert "Shown GmbH" in companies(service)
    assert service.call("POST", path, {}).json == {"taken": 0}
    assert service.call("POST", "/imports", upload(data)).json["same"] == 1


def test_only_chosen_rows_are_taken_with_the_company_that_was_named(service: Served) -> None:
    data = calendar(
        event(fresh(), "Interview", START, "DURATION:PT1H", people=[]),
        event(fresh(), "Interview at Left GmbH", START, "DURATION:PT1H", people=[]),
    )
    shown = service.call("POST", "/imports", upload(data)).json
    nameless = next(row for row in shown["rows"] if row["doubt"])
    path = f"/imports/{shown['id']}"
    assert service.call("POST", path, {"rows": [{"id": nameless["id"]}]}).status == 422
    chosen = {"rows": [{"id": nameless["id"], "company": "Named AS"}]}
    assert service.call("POST", path, chosen).json == {"taken": 1}
    assert "Named AS" in companies(service)
    assert "Left GmbH" not in companies(service)


@pytest.mark.parametrize(
    ("body", "status", "place"),
    [
        (upload(b"BEGIN:VCALENDAR\r\n"), 422, "invite.ics, line 2"),
        (upload(b"", "x"), 422, "content"),
        ({"name": "x", "content": "!!"}, 422, "content"),
        (upload(b"x", "../x"), 422, "name"),
        (upload(b"x", "x" * 300), 422, "name"),
        (upload(b"x", me=["sam"]), 422, "me.0"),
        (upload(b"x", dates="ymd"), 422, "dates"),
        (upload(b"x", colour="blue"), 422, "colour"),
    ],
)
def test_I18_I19_what_is_wrong_is_refused_with_its_place(
    service: Served, body: dict[str, Any], status: int, place: str
) -> None:
    got = service.call("POST", "/imports", body)
    assert got.status == status
    assert [fault["place"] for fault in got.json["errors"]] == [place]


def test_an_import_that_is_not_open_is_missing(service: Served) -> None:
    got = service.call("POST", f"/imports/{fresh()}", {})
    assert (got.status, "drop the file again" in got.json["detail"]) == (404, True)


def test_I01_a_file_may_be_larger_than_other_bodies_and_not_larger_than_its_own_limit(
    service: Served,
) -> None:
    words = ["DESCRIPTION:" + "words " * 1000]
    data = calendar(*(event(fresh(), "Lunch", more=words) for _ in range(1200)))
    assert 7_000_000 < len(data) < 8_000_000
    got = service.call("POST", "/imports", upload(data))
    assert (got.status, got.json["others"]) == (201, 1200)
    assert service.call("POST", "/imports", upload(data + b" " * 1_500_000)).status == 422
    too_large = json.dumps(upload(data + b"x" * 4_000_000)).encode()
    assert service.signed("POST", f"{API}/imports", too_large)[0].status == 413


def test_P01_P03_nothing_of_a_file_is_logged_or_told_in_a_refusal(service: Served) -> None:
    canary = "Canaryname"
    data = calendar(
        event(
            canary,
            f"Interview {canary}",
            START,
            "DURATION:PT1H",
            people=[f"ORGANIZER;CN={canary} X:mailto:{canary}@x.example"],
        )
    )
    shown = service.call("POST", "/imports", upload(data, f"{canary}.ics")).json
    service.call("POST", f"/imports/{shown['id']}", {"rows": [{"id": canary}]})
    broken = service.call("POST", "/imports", upload(data.replace(b"END:VEVENT", b"END:X"), "x.ics"))
    table = service.call(
        "POST", "/imports", upload(f"Company,Date Applied\n{canary},{canary}\n".encode(), "x.csv")
    )
    for refused in (broken, table):
        assert refused.status == 422
        assert canary.encode() not in refused.body
    assert canary not in log_of(service)


def test_R03_without_room_on_the_disk_nothing_is_half_taken(service: Served) -> None:
    rows = b"".join(b"Full%d,Cook\n" % number for number in range(300))
    shown = service.call("POST", "/imports", upload(b"Company,Position\n" + rows, "jobs.csv")).json
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.prlimit(service.process.pid, resource.RLIMIT_FSIZE, (200_000, most))
    full = service.call("POST", f"/imports/{shown['id']}", {})
    resource.prlimit(service.process.pid, resource.RLIMIT_FSIZE, (most, most))
    assert full.status == 507
    assert not any(name.startswith("Full") for name in companies(service))
    assert service.call("POST", f"/imports/{shown['id']}", {}).json == {"taken": 300}


def test_P07_a_calendar_that_names_addresses_is_not_followed(service: Served) -> None:
    """Nothing of a file is ever fetched: the service has no connection but those it was asked on."""
    more = ["URL:http://192.0.2.1/x", "ATTACH:http://192.0.2.1/y", "IMAGE;VALUE=URI:http://192.0.2.1/z"]
    data = calendar(event(fresh(), more=more), head=["SOURCE:http://192.0.2.1/feed.ics"])
    assert service.call("POST", "/imports", upload(data)).status == 201
    connections = Path(f"/proc/{service.process.pid}/net/tcp").read_text()
    assert "010200C0" not in connections


def test_the_files_of_this_folder_are_all_read(service: Served) -> None:
    for file in sorted(FILES.iterdir()):
        got = service.call("POST", "/imports", upload(file.read_bytes(), file.name))
        assert got.status == 201, (file.name, got.body)


def test_nobody_on_the_page_is_told_an_option_of_the_terminal() -> None:
    told = [text for group in table("words").values() for words in group.values() for text in words.values()]
    assert [text for text in told if " --" in text] == []


def test_a_file_is_refused_in_the_language_of_the_caller(service: Served) -> None:
    table = upload(b"Firma,Beworben am\nAcme GmbH,03/04/2026\n", "meine.csv")
    refused = service.call("POST", "/imports", table, headers={"Accept-Language": "de"})
    assert refused.status == 422
    said = "meine.csv, Zeile 2: Beworben am: zuerst der Tag oder der Monat?"
    assert refused.json["detail"].startswith(said)
    picture = upload(b"\x89PNG", "a.png")
    refused = service.call("POST", "/imports", picture, headers={"Accept-Language": "nb"})
    assert refused.json["detail"] == "a.png: den er et bilde."
