"""Comments under a company's posts, which Enter sends: held if they speak of the interview, and no key but Enter."""

import pytest
from selenium.webdriver.common.keys import Keys

from tests.practice.facebook.posts import posts_of

from ..battery import Site, company, decide
from ..service import Service
from ..waiting import until

RULE = "wall-thank-you"
THANK_YOU = "Thank you for the interview yesterday, it was a pleasure to meet the team!"
UNRELATED = "What does the cook serve on Saturdays?"


def single_post(site: Site) -> str:
    owner = next(one for one in site.practice.people.companies if one.vanity == "acme.gmbh")
    return f"/acme.gmbh/posts/{posts_of(owner)[0].opaque}"


PLACES = {"page": "/acme.gmbh", "own feed": "/", "group": "/groups/hamburgdata/", "dialog": ""}


@pytest.mark.parametrize("place", PLACES)
def test_thanks_below_a_companys_post_are_held(acme: Site, place: str) -> None:
    acme.open(PLACES[place] or single_post(acme))
    acme.type("comment acme.gmbh", THANK_YOU)
    acme.refuses("comment acme.gmbh", "enter", rule=RULE)
    pointers = () if place == "dialog" else ("mouse", "touch")  # the dialog is too narrow to show the button
    acme.refuses("send-comment acme.gmbh", "enter", "space", *pointers, rule=RULE)
    assert acme.control("comment acme.gmbh").text == THANK_YOU
    acme.holds("comment acme.gmbh", "enter", rule=RULE)
    acme.screen.choose("send_anyway")
    acme.passes("comment acme.gmbh", "enter")
    acme.has_sent(("comment", "acme.gmbh"))


def test_only_enter_by_itself_sends(acme: Site) -> None:
    acme.open("/acme.gmbh")
    acme.type("comment acme.gmbh", THANK_YOU)
    until(lambda: acme.guards("comment acme.gmbh"), "a judgement of the text")
    acme.screen.driver.execute_script("siteLog.length = 0")
    acme.type("comment acme.gmbh", Keys.BACKSPACE + Keys.SHIFT + Keys.ENTER + Keys.NULL + "P S")
    assert acme.control("comment acme.gmbh").text == THANK_YOU[:-1] + "\nP S"
    assert acme.saw("element", name="comment").count("keydown") >= 6
    assert acme.screen.ours('[role="alertdialog"]') is None
    assert acme.sent == []


def test_other_words_are_welcome(acme: Site) -> None:
    acme.open("/acme.gmbh")
    acme.type("comment acme.gmbh", UNRELATED)
    acme.passes("comment acme.gmbh", "enter")
    acme.has_sent(("comment", "acme.gmbh"))
    acme.type("comment acme.gmbh", UNRELATED)
    acme.passes("send-comment acme.gmbh", "space")
    acme.has_sent(("comment", "acme.gmbh"), ("comment", "acme.gmbh"))


def test_words_that_nobody_judged_go_with_a_hint(acme: Site, service: Service) -> None:
    acme.open("/acme.gmbh")
    acme.screen.chip()
    service.stop()
    acme.type("comment acme.gmbh", THANK_YOU)
    acme.passes("comment acme.gmbh", "enter")
    acme.has_sent(("comment", "acme.gmbh"))
    assert acme.screen.hint().get_attribute("data-verdict") == "caution"


def test_after_the_decision_thanks_may_be_said_in_a_comment(site: Site) -> None:
    decide(site.screen, company(site), "offer")
    site.open("/acme.gmbh")
    site.screen.chip()
    site.type("comment acme.gmbh", THANK_YOU)
    site.passes("comment acme.gmbh", "enter")
    site.has_sent(("comment", "acme.gmbh"))


def test_comments_below_anybody_elses_post_cost_nothing(acme: Site) -> None:
    acme.open("/")
    acme.screen.listen()
    for owner in ("sam.poe.draws", "jane.doe.acme"):
        acme.practice.clear()
        acme.type(f"comment {owner}", THANK_YOU)
        acme.passes(f"comment {owner}", "enter")
        acme.has_sent(("comment", owner))
    acme.costs_nothing()


def test_under_an_interviewers_own_post_a_comment_counts_and_the_third_is_held(jane: Site) -> None:
    jane.open("/jane.doe.acme")
    for number in (1, 2):
        jane.type("comment jane.doe.acme", f"{UNRELATED} {number}")
        jane.passes("comment jane.doe.acme", "enter")
        jane.has_sent(*[("comment", "jane.doe.acme")] * number)
    jane.type("comment jane.doe.acme", UNRELATED)
    jane.refuses("comment jane.doe.acme", "enter", rule="comment-sparingly")
    jane.refuses("send-comment jane.doe.acme", "mouse", rule="comment-sparingly")


def test_beside_a_reel_the_link_over_it_says_whose_it_is(acme: Site) -> None:
    owner = next(one for one in acme.practice.people.companies if one.vanity == "acme.gmbh")
    acme.open(f"/reel/{posts_of(owner)[0].number}/")
    acme.type("comment acme.gmbh", THANK_YOU)
    acme.refuses("comment acme.gmbh", "enter", rule=RULE)
