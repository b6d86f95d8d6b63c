"""A request of theirs that waits on a page: seen, noted once, and from then on nothing towards them is held."""

from typing import Any

import pytest

from .arena import rows
from .battery import Site, interviewer
from .service import Service
from .waiting import until


def noted(service: Service) -> list[tuple[str, str]]:
    """Who asked to connect, as it is noted, and where."""
    query = "select interactions.id, name, channel from interactions join interviewers on interviewers.id = interviewer_id"
    return [(name, channel) for _, name, channel in rows(service, f"{query} where kind = 'they_connected'")]


def is_held(site: Site, tracked: dict[str, Any]) -> bool:
    """What the service says of a request to them."""
    target = {"url": tracked["profiles"][0]}
    intent = {"action": "connect", "site": "linkedin", "page_url": tracked["profiles"][0], "target": target}
    said = site.screen.tell({"kind": "request", "method": "POST", "path": "/verdicts", "body": intent})
    return bool(said["body"]["verdict"] == "hold")


@pytest.mark.parametrize("where", ["on their profile", "in My Network"])
def test_their_request_is_noted_once_and_lifts_the_hold(site: Site, service: Service, where: str) -> None:
    slug = "jane-doe" if where == "on their profile" else site.practice.people.persons[-1].slug
    tracked = interviewer(site, slug)["interviewer"]
    assert is_held(site, tracked)
    for _ in range(2):
        site.screen.listen()
        if where == "on their profile":
            site.open(f"/in/{slug}/", state="incoming")
        else:
            site.open("/mynetwork/")
        until(lambda: "noticed" in site.screen.heard(), "seen")
        until(lambda: noted(service) == [(tracked["name"], "linkedin")], "noted, once")
    assert not is_held(site, tracked)
    assert site.sent == []


def test_a_strangers_request_is_not_told_on(site: Site) -> None:
    interviewer(site, "jane-doe")
    site.screen.listen()
    site.open("/in/sam-poe/", state="incoming")
    site.costs_nothing()
