"""Writing on a company's wall on Facebook: buttons that need no click, a post in one step or two."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.practice import Practice

from ..battery import Site, company, decide
from ..service import Service
from ..tracking import ACME
from ..waiting import until

BEFORE, THANKS = "wall-before-decision", "wall-thank-you"
THANK_YOU = "Thank you for the interview yesterday, it was a pleasure to meet the team!"
UNRELATED = "What are the opening hours of your canteen on Saturdays?"


@pytest.mark.parametrize("options", [{}, {"lang": "de"}, {"lang": "nb", "marks": "1"}], ids=str)
def test_opening_a_composer_is_held_before_the_decision(acme: Site, options: dict[str, str]) -> None:
    acme.open("/acme.gmbh", **options)
    acme.refuses("composer acme.gmbh trigger", "mouse", "enter", "space", "touch", "double", rule=BEFORE)
    acme.refuses("composer acme.gmbh write", "mouse", "enter", "space", rule=BEFORE)
    assert acme.controls("editor acme.gmbh") == []


BY_NUMBER = "https://www.facebook.com/profile.php?id=100064411223344"
ADDRESSES = {
    "its name": ("/Acme.GmbH/about", ACME),
    "its name on another host": ("/acme.gmbh", ACME),
    "its number": ("/profile.php?id=100064411223344", BY_NUMBER),
    "its other number": ("/104411223344556", "https://www.facebook.com/profile.php?id=104411223344556"),
    "a number behind its name": ("/p/Acme-GmbH-100064411223344/", BY_NUMBER),
    "a number among people": ("/people/Acme-GmbH/100064411223344/", BY_NUMBER),
}


@pytest.mark.parametrize("case", ADDRESSES)
def test_the_page_is_known_by_any_of_its_addresses(site: Site, practice: Practice, case: str) -> None:
    path, page = ADDRESSES[case]
    company(site, page)
    site.screen.open(practice.url(path, host="web.facebook.com" if "host" in case else "facebook"))
    site.refuses("composer acme.gmbh trigger", rule=BEFORE)


def compose(site: Site, text: str = UNRELATED, who: str = "acme.gmbh", place: str = "trigger") -> None:
    site.passes(f"composer {who} {place}", "enter")
    site.type(f"editor {who}", text)


def compose_anyway(site: Site, text: str = UNRELATED) -> None:
    site.holds("composer acme.gmbh trigger", "enter", rule=BEFORE)
    site.screen.choose("send_anyway")
    compose(site, text)


def judged(site: Site, name: str, *, held: bool) -> None:
    until(lambda: site.guards(name) is held, f"a judgement of the text: {'hold' if held else 'allow'}")


@pytest.mark.parametrize(("text", "rule"), [(UNRELATED, BEFORE), (THANK_YOU, THANKS)])
def test_post_is_held_where_the_composer_was_open_before(site: Site, text: str, rule: str) -> None:
    site.open("/acme.gmbh")
    compose(site, text)
    company(site)
    site.screen.chip()
    for by in ("mouse", "enter", "space", "touch"):
        site.holds("post acme.gmbh", by, rule=rule)
        site.screen.choose("cancel")
        assert site.control("editor acme.gmbh").text == text
    site.holds("post acme.gmbh", rule=rule)
    site.screen.choose("send_anyway")
    site.passes("post acme.gmbh", "space")
    site.has_sent(("post", "acme.gmbh"))


@pytest.mark.parametrize("place", ["photo", "yes"])
def test_post_is_held_whatever_opened_the_composer(acme: Site, place: str) -> None:
    acme.open("/acme.gmbh/reviews/" if place == "yes" else "/acme.gmbh")
    acme.screen.chip()
    acme.use(f"composer acme.gmbh {place}")
    if acme.screen.ours('[role="alertdialog"]'):
        acme.screen.choose("cancel")
        return
    acme.type("editor acme.gmbh", UNRELATED)
    acme.refuses("post acme.gmbh", "mouse", "enter", rule=BEFORE)


def test_send_anyway_covers_the_post_it_opens(acme: Site) -> None:
    acme.open("/acme.gmbh")
    compose_anyway(acme)
    acme.passes("post acme.gmbh", "enter")
    acme.has_sent(("post", "acme.gmbh"))
    acme.refuses("composer acme.gmbh trigger", rule=BEFORE)


def test_a_text_that_turns_the_verdict_is_asked_about_once_more(acme: Site) -> None:
    acme.open("/acme.gmbh")
    compose_anyway(acme, THANK_YOU)
    until(lambda: acme.stops_a_release("post acme.gmbh"), "a judgement of the text")
    acme.holds("post acme.gmbh", rule=THANKS)
    acme.screen.choose("send_anyway")
    acme.passes("post acme.gmbh")
    acme.has_sent(("post", "acme.gmbh"))


def test_typed_and_pressed_in_one_breath_it_is_asked_once(site: Site) -> None:
    site.open("/acme.gmbh")
    compose(site, THANK_YOU)
    company(site)
    site.screen.chip()
    post = site.control("post acme.gmbh")
    ActionChains(site.screen.driver, duration=0).send_keys("!").click(post).perform()
    until(lambda: site.screen.warning().get_attribute("data-rule") == THANKS, THANKS)
    site.screen.choose("send_anyway")
    site.passes("post acme.gmbh")
    site.has_sent(("post", "acme.gmbh"))


def test_next_is_never_held_and_two_steps_are_asked_about_once(acme: Site) -> None:
    acme.open("/acme.gmbh", steps="2")
    compose_anyway(acme)
    acme.passes("next acme.gmbh")
    acme.passes("post acme.gmbh", "enter")
    acme.has_sent(("post", "acme.gmbh"))


def test_of_two_steps_the_last_is_held(site: Site) -> None:
    site.open("/acme.gmbh", steps="2")
    compose(site)
    company(site)
    site.screen.chip()
    site.passes("next acme.gmbh", "enter")
    site.refuses("post acme.gmbh", "mouse", "enter", "space", rule=BEFORE)
    site.passes("close acme.gmbh")
    site.passes("stay")
    site.refuses("post acme.gmbh", rule=BEFORE)


def test_a_trap_for_the_focus_and_stacked_dialogs_do_not_hinder_the_warning(site: Site) -> None:
    site.open("/acme.gmbh")
    compose(site)
    company(site)
    site.screen.chip()
    site.holds("post acme.gmbh", "enter", rule=BEFORE)
    ActionChains(site.screen.driver).send_keys(Keys.TAB, Keys.TAB, Keys.ENTER).perform()  # to "don't send"
    until(lambda: site.screen.ours('[role="alertdialog"]') is None, "the warning gone")
    site.holds("post acme.gmbh", rule=BEFORE)
    ActionChains(site.screen.driver).send_keys(Keys.ESCAPE).perform()
    until(lambda: site.screen.ours('[role="alertdialog"]') is None, "the warning gone")
    assert len(site.screen.driver.window_handles) == 2
    site.passes("close acme.gmbh", "space")
    site.passes("stay", "enter")
    assert site.control("editor acme.gmbh").text == UNRELATED
    assert site.sent == []


def test_after_the_decision_only_thanks_are_held(site: Site) -> None:
    decide(site.screen, company(site), "offer")
    site.open("/acme.gmbh")
    site.screen.chip()
    compose(site, THANK_YOU)
    site.refuses("post acme.gmbh", "mouse", "enter", rule=THANKS)
    site.control("editor acme.gmbh").send_keys(Keys.CONTROL, "a")
    site.type("editor acme.gmbh", UNRELATED)
    judged(site, "post acme.gmbh", held=False)
    site.passes("post acme.gmbh")
    site.has_sent(("post", "acme.gmbh"))
    assert site.screen.ours('[role="alertdialog"], [role="status"]') is None


def test_a_text_not_judged_in_time_is_fine_at_the_second_press(site: Site, service: Service) -> None:
    decide(site.screen, company(site), "rejected")
    site.open("/acme.gmbh")
    site.screen.chip()
    service.stop()
    site.screen.listen()
    compose(site, UNRELATED)
    until(lambda: site.screen.heard() == ["judge"], "that the text was to be judged")
    service.start()
    site.use("post acme.gmbh")
    assert "again" in site.screen.hint().text
    site.passes("post acme.gmbh")
    site.has_sent(("post", "acme.gmbh"))


ELSEWHERE = {
    "own feed": ("/", "me"),
    "a group": ("/groups/hamburgdata/", "group:hamburgdata"),
    "another company": ("/fjordkraftdata", "fjordkraftdata"),
    "one with only a number": ("/profile.php?id=61555522334455", "61555522334455"),
    "a person's wall": ("/sam.poe.draws", "sam.poe.draws"),
}


@pytest.mark.parametrize("case", ELSEWHERE)
def test_writing_elsewhere_costs_nothing(acme: Site, case: str) -> None:
    path, who = ELSEWHERE[case]
    acme.open(path)
    acme.screen.listen()
    compose(acme, THANK_YOU, who)
    acme.passes(f"post {who}")
    acme.has_sent(("post", who))
    acme.costs_nothing()
