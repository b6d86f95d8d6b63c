"""The net behind the held click: an invitation that went past the guard is told, with the way back; any other is not."""

import pytest

from .arena import rows
from .battery import Site
from .service import Service
from .tracking import track
from .waiting import until

# The site's own scripts send: no click, nothing that could be held.
SEND = (
    "import('/static/send.js').then((send) => send[arguments[0]](arguments[1], 'InvitationOrigin_PROFILE'));"
)
WAYS = {"from the dialog": "connectFromDialog", "at once": "connectAtOnce"}


def tracked(site: Site, slug: str) -> None:
    """Somebody who has not decided, tracked from their own page, where their id stood."""
    person = next(one for one in site.practice.people.persons if one.slug == slug)
    profiles = [f"https://www.linkedin.com/in/{mark}/" for mark in (slug, person.urn())]
    track(site.screen, name=person.name, profiles=profiles)


def sends(site: Site, way: str, slug: str) -> None:
    person = next(one for one in site.practice.people.persons if one.slug == slug)
    before = len(site.sent)
    site.screen.driver.execute_script(SEND, WAYS[way], person.brief())
    until(lambda: site.sent[before:] == [("connect", slug)], f"sent to {slug}")


def noted(service: Service) -> set[tuple[str]]:
    """To whom a request is noted."""
    query = "select name from interactions join interviewers on interviewers.id = interviewer_id where kind = 'connect'"
    return rows(service, query)


@pytest.mark.parametrize("way", WAYS)
def test_an_invitation_past_the_guard_is_told_and_noted(site: Site, service: Service, way: str) -> None:
    tracked(site, "jane-doe")
    site.open("/feed/")
    sends(site, way, "sam-poe")  # a stranger, of whom nothing is said
    sends(site, way, "jane-doe")
    hint = site.screen.hint()
    assert "Jane Doe" in hint.text
    assert "withdraw" in hint.text
    until(lambda: noted(service) == {("Jane Doe",)}, "the request noted, and no other")


def test_after_send_anyway_nothing_is_told(site: Site, service: Service) -> None:
    tracked(site, "jane-doe")
    tracked(site, "tom-lindqvist")
    site.open("/in/jane-doe/")
    site.holds("connect jane-doe top", rule="connect-before-decision")
    site.screen.choose("send_anyway")
    site.passes("connect jane-doe top")
    sends(site, "from the dialog", "jane-doe")
    sends(site, "from the dialog", "tom-lindqvist")
    until(lambda: noted(service) == {("Tom Lindqvist",)}, "only what went past the guard is noted here")
    until(
        lambda: "Tom Lindqvist" in site.screen.hint().text, "and told, where the words on the held click were"
    )


def test_in_quiet_mode_it_is_told_on_the_toolbar(site: Site) -> None:
    tracked(site, "jane-doe")
    site.screen.tell({"kind": "quiet", "quiet": True})
    site.open("/feed/")
    sends(site, "at once", "jane-doe")
    title = "api.tabs.query({ url: 'https://*.linkedin.com/*' }).then(([{ id }]) => api.action.getTitle({ tabId: id }))"
    until(lambda: "Jane Doe" in site.screen.api(title), "the words on the toolbar")
    assert site.screen.nodes() == 0
