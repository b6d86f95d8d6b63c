"""What a decision of the user covers on LinkedIn: asked once, for one person, in one place; and who is let alone."""

import pytest

from ..battery import Site, change, decide, interviewer
from ..waiting import until

RULE = "connect-before-decision"
NOTE = "It was good to hear about the warehouse, and the cook."


def send_anyway(site: Site, name: str = "connect jane-doe top") -> None:
    site.holds(name, rule=RULE)
    site.screen.choose("send_anyway")
    site.use(name)


WAYS = [{}, {"gen": "classic"}, {"acts": "pointerdown", "gen": "late-button"}, {"hit": "cousin"}]


@pytest.mark.parametrize("options", WAYS, ids=str)
def test_send_anyway_with_a_note_asks_once(jane: Site, options: dict[str, str]) -> None:
    jane.open("/in/jane-doe/", **options)
    send_anyway(jane)
    jane.write_note(NOTE)
    jane.passes("dialog send jane-doe")
    jane.has_sent(("connect", "jane-doe"))
    assert jane.practice.requests[0].body["customMessage"] == NOTE


def test_send_anyway_through_menu_and_an_older_dialog(jane: Site) -> None:
    jane.open("/in/jane-doe/", gen="more-only", layout="2")
    jane.passes("more jane-doe top")
    jane.holds("connect jane-doe menu", rule=RULE)
    jane.screen.choose("send_anyway")
    if not jane.controls("connect jane-doe menu"):
        jane.passes("more jane-doe top")
    jane.passes("connect jane-doe menu", "enter")
    jane.passes("dialog send jane-doe", "enter")
    jane.has_sent(("connect", "jane-doe"))


def test_a_pass_is_for_one_press_and_one_person(site: Site) -> None:
    interviewer(site, "jane-doe")
    interviewer(site, "anna-graefin-von-hohen")
    site.open("/in/jane-doe/")
    send_anyway(site)
    site.passes("dialog dismiss")
    site.refuses("connect jane-doe top", rule=RULE)
    site.holds("connect jane-doe top", rule=RULE)
    site.screen.choose("send_anyway")
    site.refuses("connect anna-graefin-von-hohen rail", rule=RULE)
    assert site.sent == []


def test_going_to_another_page_ends_a_pass_and_the_chip_follows(jane: Site) -> None:
    jane.open("/in/jane-doe/")
    assert "Jane Doe" in jane.screen.chip().text
    jane.holds("connect jane-doe top", rule=RULE)
    jane.screen.choose("send_anyway")
    jane.screen.find('main a[href^="/in/mia-chen-phd/"]:not([aria-hidden])').click()
    until(lambda: jane.controls("connect mia-chen-phd top"), "the other profile")
    until(lambda: jane.screen.ours("[data-stage]") is None, "the chip gone")
    jane.passes("connect mia-chen-phd top")
    jane.passes("dialog dismiss")
    jane.screen.driver.back()
    jane.screen.chip()
    jane.refuses("connect jane-doe top", rule=RULE)


def test_accepting_and_ignoring_are_never_held(jane: Site) -> None:
    jane.open("/in/jane-doe/", state="incoming")
    jane.screen.chip()
    jane.passes("ignore jane-doe top")
    jane.passes("accept jane-doe top")
    jane.has_sent(("accept", "jane-doe"), ("accept", "jane-doe"))


def test_an_invitation_among_invitations_is_never_held(site: Site) -> None:
    interviewer(site, "tom-lindqvist")
    site.open("/mynetwork/")
    site.passes("accept tom-lindqvist invitations")
    site.has_sent(("accept", "tom-lindqvist"))
    assert site.screen.nodes() == 0


def test_what_is_pending_is_never_held(jane: Site) -> None:
    jane.open("/in/jane-doe/", gen="late-button")
    send_anyway(jane)
    jane.passes("dialog send jane-doe")
    jane.has_sent(("connect", "jane-doe"))
    until(lambda: jane.control("connect jane-doe top").text == "Pending", "pending")
    jane.passes("connect jane-doe top")
    jane.passes("connect jane-doe top", "enter")
    assert jane.sent == [("connect", "jane-doe")]


@pytest.mark.parametrize("gen", ["late-link", "classic"])
def test_the_way_to_withdraw_is_never_held(jane: Site, gen: str) -> None:
    jane.open("/in/jane-doe/", state="pending", gen=gen)
    jane.screen.chip()
    labelled = jane.screen.driver.find_elements("css selector", '[aria-label^="Pending"]')
    next(one for one in labelled if one.is_displayed()).click()
    assert "click" in [one["type"] for one in jane.screen.driver.execute_script("return siteLog")]
    assert jane.screen.ours('[role="alertdialog"]') is None


def test_of_two_with_one_name_the_link_beside_the_button_tells(jane: Site) -> None:
    jane.open("/in/sam-poe/")  # whose rail holds both, as buttons that say only the name
    jane.refuses("connect jane-doe rail", rule=RULE)
    jane.screen.listen()
    jane.passes("connect jane-doe-4b2a91 rail")
    jane.passes("dialog send jane-doe-4b2a91")
    jane.has_sent(("connect", "jane-doe-4b2a91"))
    assert jane.screen.heard() == []


def test_of_two_with_one_name_and_nothing_else_it_is_asked_which(jane: Site) -> None:
    namesake = "dialog send jane-doe-4b2a91"
    lead(jane, "jane-doe-4b2a91")
    warning = jane.holds(namesake, rule=RULE)
    assert "same" in warning.text
    jane.screen.choose("not_them")
    until(lambda: not jane.guards(namesake), "that it is remembered")
    jane.screen.listen()
    jane.passes(namesake)
    jane.has_sent(("connect", "jane-doe-4b2a91"))
    assert jane.screen.heard() == []  # nothing was sent to the interviewer
    lead(jane, "jane-doe-4b2a91")
    jane.passes(namesake)
    jane.open("/in/jane-doe/")
    jane.refuses("connect jane-doe top", rule=RULE)


def lead(site: Site, slug: str) -> None:
    """The dialog of Sales Navigator's list, which says a name and no more."""
    site.open("/sales/search/people")
    site.passes(f"more {slug} row")
    site.passes(f"connect {slug} row")


def test_somebody_trusted_by_hand_is_left_alone(site: Site) -> None:
    tracked = interviewer(site, "jane-doe")
    change(site.screen, "interviewers", tracked["interviewer"], trusted=True, reason="We worked together.")
    site.open("/in/jane-doe/")
    site.screen.chip()
    site.screen.listen()
    site.passes("connect jane-doe top")
    site.passes("dialog send jane-doe")
    site.has_sent(("connect", "jane-doe"))
    until(lambda: site.screen.heard() == ["sent"], "that it was sent")
    assert site.screen.ours('[role="alertdialog"], [role="status"]') is None


def test_a_recruiter_is_left_alone(site: Site) -> None:
    interviewer(site, "jane-doe", part="recruiter")
    site.screen.listen()
    site.open("/in/jane-doe/")
    site.passes("connect jane-doe top")
    site.passes("dialog send jane-doe")
    site.has_sent(("connect", "jane-doe"))
    site.costs_nothing()


@pytest.mark.parametrize("outcome", ["offer", "rejected"])
def test_after_the_decision_only_a_bare_request_gets_a_hint(site: Site, outcome: str) -> None:
    decide(site.screen, interviewer(site, "jane-doe"), outcome)
    site.open("/in/jane-doe/")
    site.screen.chip()
    site.passes("connect jane-doe top")
    site.write_note(NOTE)
    site.screen.listen()
    site.passes("dialog send jane-doe")
    until(lambda: "sent" in site.screen.heard(), "that it was sent")
    site.has_sent(("connect", "jane-doe"))
    assert site.screen.ours('[role="status"]') is None
    site.open("/mynetwork/")
    site.passes("connect jane-doe pymk")
    hint = site.screen.hint()
    assert hint.get_attribute("data-rule") == "connect-with-note"
    assert "Jane" in hint.text
    site.has_sent(("connect", "jane-doe"), ("connect", "jane-doe"))
