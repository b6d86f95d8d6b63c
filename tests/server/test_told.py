"""What a browser asks besides: the badge, the agenda, the site maps, a page read, and in whose language."""

import pytest

from tests.server.facts import interview, track
from tests.server.wire import Served


def test_a_change_in_the_terminal_is_seen_at_once(served: Served) -> None:
    tag = served.call("GET", "/snapshot").headers["etag"]
    assert served.call("GET", "/badge").json == {"waiting": 0}
    added = served.poise("add", "Jane Doe", "--company", "Acme", "--interview", "2026-01-01 14:00")
    assert added.returncode == 0, added.stderr
    assert served.call("GET", "/badge").json == {"waiting": 1}
    assert served.call("GET", "/snapshot", headers={"If-None-Match": tag}).status == 200
    served.poise("outcome", "Acme", "offer")
    assert served.call("GET", "/badge").json == {"waiting": 0}


@pytest.mark.sqlite
def test_the_badge_counts_interviewers_who_still_decide(served: Served) -> None:
    track(served)
    track(served, interviews=[interview(-2)])
    track(served, interviews=[])
    track(served, part="recruiter")
    assert served.call("GET", "/badge").json == {"waiting": 2}
    waiting = served.call("GET", "/snapshot").json["waiting"]
    assert {row["count"] for row in waiting} == {2}
    assert waiting[0]["next"]["kind"] in ("research", "thank_you")


def test_the_agenda_is_in_order_and_knows_whom_it_is_about(served: Served) -> None:
    first, second = track(served), track(served, interviews=[interview(-5)])
    items = served.call("GET", "/agenda?language=de").json["items"]
    dated = [item["due"] or item["from"] for item in items]
    assert dated == sorted(dated)
    assert {item["person"] for item in items} == {told["interviewer"]["id"] for told in (first, second)}


def test_the_site_maps_are_those_the_extension_ships(shared: Served) -> None:
    sites = shared.call("GET", "/sites").json["sites"]
    assert "linkedin" in {site["site"] for site in sites}
    assert all({"site", "version", "hosts", "identity", "control"} <= set(site) for site in sites)


def test_a_page_is_read_as_the_terminal_reads_it(shared: Served) -> None:
    page = {
        "url": "https://www.linkedin.com/in/jane-doe/",
        "html": "<html><body><h1>Jane Doe</h1></body></html>",
    }
    told = shared.call("POST", "/pages/read", page).json
    assert (told["site"], told["about"]["url"]) == ("linkedin", page["url"])
    strange = shared.call("POST", "/pages/read", page | {"url": "https://example.com/"})
    assert strange.status == 422


def test_the_language_of_the_settings_is_spoken_where_no_other_is_asked_for(served: Served) -> None:
    assert served.call("GET", "/settings").json == {"language": "en"}
    assert served.call("PUT", "/settings", {"language": "de"}).status == 200
    assert served.call("GET", "/snapshot").json["language"] == "de"
    assert served.call("PUT", "/settings", {"language": "xx"}).status == 422
