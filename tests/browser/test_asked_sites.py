"""Sites that the user is asked for: guarded once they say so, in open tabs too; left alone, and said to be, when they take it back."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.practice import Practice

from .battery import Site
from .screen import Screen
from .test_popup import popup, press
from .tracking import track
from .waiting import until

CONNECT, CHANNEL = "connect-before-decision", "new-channel"


@dataclass(frozen=True)
class Asked:
    """One site: its origin, Jane's and a stranger's key and path, a list of people, and a language to try."""

    host: str
    name: str
    origin: str
    jane: str
    sam: str
    profile: str
    people: str
    chat: str
    lang: str


ASKED = {
    "xing": Asked("xing", "XING", "https://www.xing.com", "Jane_Doe", "Sam_Poe", "/profile/{}", "/network", "/chats/{}", "de"),
    "x": Asked("x", "X", "https://x.com", "jane_doe", "sam_poe", "/{}", "/home", "/messages/{}", "st"),
    "instagram": Asked("instagram", "Instagram", "https://www.instagram.com", "jane.doe", "sam.poe", "/{}/", "/explore/people/", "/direct/t/{}/", "de"),
}  # fmt: skip


def let_ask(screen: Screen, site: Asked) -> None:
    """Chromium's question cannot be answered without a screen; it is not put for what its settings page allows already."""
    if screen.browser.name == "chromium":
        screen.open("chrome://extensions")
        allow = "const [id, host, done] = arguments; chrome.developerPrivate.addHostPermission(id, host).then(done)"
        number = screen.browser.extension.rpartition("/")[2]
        screen.driver.execute_async_script(allow, number, f"{site.origin}/*")


def withdraw(screen: Screen, site: Asked) -> None:
    screen.api("api.permissions.remove({ origins: [arguments[0]] })", f"{site.origin}/*")


def registered(screen: Screen) -> list[str]:
    found: list[str] = screen.api(
        "api.scripting.getRegisteredContentScripts().then((all) => all.map(({ id }) => id))"
    )
    return found


def choose(screen: Screen, site: Asked) -> str:
    """Say on the settings page that the site is to be guarded, or not any more; answers what the page says then."""
    with screen.on_our_page():
        screen.driver.get("about:blank")
        screen.driver.get(screen.browser.page("options.html"))
        until(lambda: screen.find("html[data-ready]"), "the settings")
        screen.find(f'[data-site="{site.host}"]').click()
        return until(lambda: screen.find("#sites-outcome").text, "what was done")


@pytest.fixture(params=ASKED)
def asked(request: pytest.FixtureRequest, screen: Screen) -> Iterator[Asked]:
    """Jane Doe interviewed the user yesterday and has not decided; her profile on this site is known."""
    site = ASKED[request.param]
    track(screen, name="Jane Doe", profiles=[f"{site.origin}{site.profile.format(site.jane)}"])
    let_ask(screen, site)
    yield site
    withdraw(screen, site)
    until(lambda: registered(screen) == [], "no scripts left")


@pytest.fixture
def site(asked: Asked, screen: Screen, practice: Practice) -> Site:
    choose(screen, asked)
    until(lambda: registered(screen) == [asked.host], "the scripts")
    return Site(screen, practice, asked.host)


def test_a_site_is_asked_for_where_somebody_is_tracked_there_and_may_be_taken_back(
    asked: Asked, screen: Screen, practice: Practice
) -> None:
    site, follow = Site(screen, practice, asked.host), f"follow {asked.jane} header"
    message = f"message {asked.jane} header"
    site.open(asked.profile.format(asked.jane))
    assert screen.nodes() == 0
    with popup(screen):
        offer = screen.find("#sites")
        assert "Jane Doe" in offer.text
        press(screen, f'#sites [data-site="{asked.host}"]')
        until(lambda: screen.find("#sites").text == "", "nothing to ask for any more")
        assert screen.find("#state").text.endswith(f"and {asked.name}")
    screen.chip()
    site.use(
        message
    )  # in the tab that was open before, where the page's own listeners on the window come first
    assert screen.warning().get_attribute("data-rule") == CHANNEL
    assert site.saw("root") == []
    screen.choose("cancel")
    site.open(asked.profile.format(asked.jane))
    site.refuses(message, rule=CHANNEL)
    assert "left alone" in choose(screen, asked)
    until(lambda: screen.nodes() == 0, "the mark gone")
    site.passes(follow)
    site.has_sent(("follow", asked.jane))
    with popup(screen):
        assert "Jane Doe" in screen.find("#sites").text
        assert screen.find("#state").text == "Guarding Facebook and LinkedIn"


def test_following_gets_a_hint_and_a_stranger_gets_none(site: Site, asked: Asked) -> None:
    place = {"xing": "card", "x": "cell", "instagram": "row"}[asked.host]
    site.open(asked.people, lang=asked.lang)
    site.screen.listen()
    site.passes(f"follow {asked.sam} {place}")
    site.costs_nothing()
    site.passes(f"follow {asked.jane} {place}")
    site.has_sent(("follow", asked.sam), ("follow", asked.jane))
    assert site.screen.hint().get_attribute("data-rule") == CHANNEL


def test_a_message_is_held_where_it_begins_and_where_it_is_sent(site: Site, asked: Asked) -> None:
    site.open(asked.profile.format(asked.jane), lang=asked.lang)
    site.refuses(f"message {asked.jane} header", "mouse", "touch", rule=CHANNEL)
    site.open(asked.chat.format(asked.jane), lang=asked.lang)
    site.type(f"write {asked.jane} message", "Dear Jane")
    if asked.host == "xing":
        site.refuses(f"send {asked.jane} message", "mouse", "enter", rule=CHANNEL)
    else:
        site.refuses(f"write {asked.jane} message", "enter", rule=CHANNEL)
    site.open(asked.chat.format(asked.sam), lang=asked.lang)
    site.type(f"write {asked.sam} message", "Dear Sam")
    site.passes(
        f"{'send' if asked.host == 'xing' else 'write'} {asked.sam} message",
        "mouse" if asked.host == "xing" else "enter",
    )
    site.has_sent(("message", asked.sam))


@pytest.mark.parametrize("asked", ["xing"], indirect=True)
def test_a_contact_request_on_xing_is_held_and_asked_about_once(site: Site, asked: Asked) -> None:
    site.open(asked.profile.format(asked.jane), lang="de")
    header = f"connect {asked.jane} header"
    site.refuses(header, "mouse", "enter", "space", rule=CONNECT)
    site.passes(f"connect {asked.sam} card")
    site.has_sent(("connect", asked.sam))
    site.holds(header, rule=CONNECT)
    site.screen.choose("send_anyway")
    site.passes(header)
    site.type(f"write {asked.jane} connect", "Liebe Jane")
    site.passes(f"send {asked.jane} connect")
    site.has_sent(("connect", asked.sam), ("connect", asked.jane))
    site.open(asked.people, lang="en")
    site.refuses(f"connect {asked.jane} card", "mouse", rule=CONNECT)


@pytest.mark.parametrize("asked", ["x"], indirect=True)
def test_a_chat_in_a_drawer_belongs_to_whom_it_was_opened_for(site: Site, asked: Asked) -> None:
    site.open(asked.profile.format(asked.jane))
    site.holds(f"message {asked.jane} header", rule=CHANNEL)
    site.screen.choose("send_anyway")
    site.passes(f"message {asked.jane} header")
    site.type(f"write {asked.jane} message", "Dear Jane")
    site.passes(f"write {asked.jane} message", "enter")
    site.has_sent(("message", asked.jane))


@pytest.mark.parametrize("asked", ["instagram"], indirect=True)
def test_an_answer_to_a_story_is_a_message_to_whose_it_is(site: Site, asked: Asked) -> None:
    site.open(f"/stories/{asked.jane}/", lang="de")
    site.type(f"write {asked.jane} message", "Dear Jane")
    site.refuses(f"write {asked.jane} message", "enter", rule=CHANNEL)
    site.open(f"/stories/{asked.sam}/")
    site.type(f"write {asked.sam} message", "Dear Sam")
    site.passes(f"write {asked.sam} message", "enter")
    site.has_sent(("message", asked.sam))
