"""LinkedIn's note once they have decided: remarks at the window's edge, nothing in the site's own field."""

from typing import Any

from ..battery import Site, interviewer
from ..waiting import until

NOTE = "Dear Jnae, have you decided on my salary yet?"
REMARKS = '[aria-live="polite"] > [data-proof]'


def offered(site: Site) -> None:
    """Jane Doe's company has made an offer."""
    made: dict[str, Any] = interviewer(site, "jane-doe")["application"]
    body = {name: value for name, value in made.items() if name not in ("id", "version", "stage")}
    site.screen.tell({
        "kind": "request", "method": "PUT", "path": f"/applications/{made['id']}", "headers": {"If-Match": "*"},
        "body": body | {"outcome": {"kind": "offer", "at": made["interviews"][0]["ends"]}},
    })  # fmt: skip


def dialog(site: Site) -> None:
    site.open("/in/jane-doe/")
    site.passes("connect jane-doe top")


def remarks(site: Site) -> str:
    """What is said now; the card is made anew with each answer."""
    card = site.screen.ours(REMARKS)
    return card.text if card else ""


def test_a_note_to_somebody_decided_gets_remarks_and_stays_as_it_was_written(site: Site) -> None:
    offered(site)
    dialog(site)
    site.write_note(NOTE)
    until(lambda: "Jane" in remarks(site), "the name")
    assert site.control("dialog note").get_attribute("value") == NOTE
    site.passes("dialog send jane-doe")
    until(lambda: not site.screen.ours(REMARKS), "gone with the dialog")


def test_a_note_to_a_stranger_gets_none(site: Site) -> None:
    offered(site)
    site.open("/in/sam-poe/")
    site.passes("connect sam-poe top")
    site.write_note(NOTE)
    site.passes("dialog send sam-poe")
    assert not site.screen.ours(REMARKS)
