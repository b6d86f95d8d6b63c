"""Backups through the service: listed, made, and brought back while it runs; what was there before comes back too."""

import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.server.facts import track
from tests.server.wire import EXTENSION, Served, serve

pytestmark = (
    pytest.mark.sqlite
)  # copies of the file; a database elsewhere has tools of its own, as the last test says


def names(served: Served) -> list[str]:
    return sorted(one["name"] for one in served.call("GET", "/interviewers").json["items"])


def make(served: Served) -> str:
    got = served.call("POST", "/backups")
    assert (got.status, got.json["kind"]) == (201, "by_hand"), got.body
    name: str = got.json["name"]
    return name


def bring_back(served: Served, name: str) -> dict[str, Any]:
    got = served.call("POST", f"/backups/{name}/restore")
    assert got.status == 200, got.body
    replaced: dict[str, Any] = got.json["replaced"]
    return replaced


def files(folder: Path) -> dict[str, bytes]:
    apart = {"service.json", "poise.sqlite-wal", "poise.sqlite-shm"}
    return {
        str(path): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in apart
    }


def test_a_backup_comes_back_under_the_running_service_and_so_does_what_it_replaced(served: Served) -> None:
    track(served, name="Jane Doe", company="Acme")
    name = make(served)
    [jane] = served.call("GET", "/interviewers").json["items"]
    track(served, name="Joan Roe", company="Globex")
    served.call("DELETE", f"/interviewers/{jane['id']}", headers={"If-Match": "*"})
    served.call("PUT", "/rules/connect-before-decision", {"strictness": "off"})
    assert names(served) == ["Joan Roe"]
    replaced = bring_back(served, name)
    assert replaced["kind"] == "replaced"
    assert names(served) == ["Jane Doe"]
    [rule] = [
        one for one in served.call("GET", "/rules").json["rules"] if one["id"] == "connect-before-decision"
    ]
    assert rule["in_force"] == "hold"
    track(served, name="Jill Poe", company="Initech")
    assert names(served) == ["Jane Doe", "Jill Poe"]
    bring_back(served, replaced["name"])
    assert names(served) == ["Joan Roe"]
    kinds = [one["kind"] for one in served.call("GET", "/backups").json["items"]]
    assert kinds == ["replaced", "replaced", "by_hand"]


def test_what_was_worked_out_before_is_worked_out_anew(served: Served) -> None:
    name = make(served)
    track(served, name="Jane Doe", company="Acme")
    marks = [served.call("GET", "/snapshot").headers["etag"]]
    bring_back(served, name)
    marks.append(served.call("GET", "/snapshot").headers["etag"])
    track(served, name="Joan Roe", company="Acme")
    marks.append(served.call("GET", "/snapshot").headers["etag"])
    assert len(set(marks)) == 3
    assert served.call("GET", "/badge").json == {"waiting": 1}


def test_who_is_connected_stays_so_and_a_key_that_was_taken_away_stays_worthless(served: Served) -> None:
    gone = served.pair(EXTENSION)
    name = make(served)
    served.call("DELETE", f"/browsers/{gone.keyid}")
    newer = served.pair(EXTENSION)
    bring_back(served, name)
    assert [one["keyid"] for one in served.call("GET", "/browsers", key=newer).json["items"]] == [newer.keyid]
    got, _ = served.signed("GET", "/api/v1/browsers", key=gone)
    assert got.status == 401


def test_backups_are_for_the_user_alone_and_whole(shared: Served) -> None:
    path = shared.folder / "snapshots" / make(shared)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    bring_back(shared, path.name)
    assert not list(shared.folder.glob("poise.pouring*"))
    assert not list(shared.folder.rglob("*.draft*"))


def test_what_is_no_backup_changes_nothing(shared: Served) -> None:
    before = names(shared)
    good = shared.folder / "snapshots" / make(shared)
    (good.with_name("by-hand-torn.sqlite")).write_bytes(good.read_bytes()[:5000])
    (good.with_name("by-hand-none.sqlite")).write_text("no database at all")
    (good.with_name("by-hand-link.sqlite")).symlink_to(shared.folder / "poise.sqlite")
    lying = files(shared.folder)
    for name, status in {
        "by-hand-torn.sqlite": 422, "by-hand-none.sqlite": 422, "by-hand-link.sqlite": 404, "gone.sqlite": 404,
        "..%2Fpoise.sqlite": 404, "poise.sqlite": 404, "%2e%2e": 404,
    }.items():  # fmt: skip
        got = shared.call("POST", f"/backups/{name}/restore")
        assert (got.status, got.headers["content-type"]) == (status, "application/problem+json"), name
    assert files(shared.folder) == lying
    assert names(shared) == before


@contextmanager
def full_disk(shared: Served) -> Iterator[None]:
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.prlimit(shared.process.pid, resource.RLIMIT_FSIZE, (1000, most))
    try:
        yield
    finally:
        resource.prlimit(shared.process.pid, resource.RLIMIT_FSIZE, (most, most))


def test_without_room_on_the_disk_nothing_is_made_and_nothing_replaced(shared: Served) -> None:
    name = make(shared)
    track(shared, name="Jane Doe", company="Acme")
    before = len(shared.call("GET", "/backups").json["items"])
    with full_disk(shared):
        assert shared.call("POST", "/backups").status == 507
        assert shared.call("POST", f"/backups/{name}/restore").status in (422, 507)
    assert "Jane Doe" in names(shared)
    assert len(shared.call("GET", "/backups").json["items"]) == before
    bring_back(shared, name)
    assert "Jane Doe" not in names(shared)


def test_data_in_a_database_elsewhere_are_backed_up_with_its_own_tools(tmp_path: Path) -> None:
    own = serve(tmp_path / "data", "--database", f"sqlite:///{tmp_path / 'elsewhere.sqlite'}")
    got = own.call("GET", "/backups")
    assert (got.status, "its own tools" in got.json["detail"]) == (409, True)
    assert own.call("POST", "/backups").status == 409
    assert own.stop() == 0
