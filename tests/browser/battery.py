"""A practice site as its user works with it: a control by its name, a use of it, and what came of that."""

from datetime import UTC, datetime
from typing import Any

from selenium.webdriver.remote.webelement import WebElement

from tests.practice import Practice

from .gestures import GESTURES, release
from .screen import Screen
from .tracking import ACME, track
from .waiting import until

SEEN = "return siteLog.filter((one) => one.control && one.key !== 'Control')"
LAYERS = ("window", "root", "element")
HANDLED = ("pointer", "mouse", "touch", "key", "click", "auxclick", "dblclick", "submit", "beforeinput")

# What has to reach the site's own handlers for a use of a control to be its whole self.
EVENTS = {
    "mouse": ["pointerdown", "mousedown", "pointerup", "mouseup", "click"],
    "touch": ["pointerdown", "touchstart", "pointerup", "touchend", "mousedown", "mouseup", "click"],
    "enter": ["keydown"],
    "space": ["keydown"],
}

# A release by itself does nothing on any site; whether it is swallowed shows whether a use would be held. (A window's
# own listeners that were there before us hear it first.)
PROBE = """
const [element, type] = arguments, before = siteLog.length;
const what = { bubbles: true, composed: true, cancelable: true, key: "Enter" };
element.dispatchEvent(type === "keyup" ? new KeyboardEvent(type, what) : new MouseEvent(type, what));
return siteLog.slice(before).every(({ layer }) => layer === "window");"""


SHOWN_ONLY = {"id", "stage", "version"}


def change(screen: Screen, noun: str, shown: dict[str, Any], **fields: Any) -> None:
    """Change some fields of what was tracked, as the popup does. `noun`: applications or interviewers."""
    body = {key: value for key, value in shown.items() if key not in SHOWN_ONLY} | fields
    message = {"kind": "request", "method": "PUT", "path": f"/{noun}/{shown['id']}", "body": body}
    answer = screen.tell(message | {"headers": {"If-Match": "*"}})
    assert answer["status"] == 200, answer


def decide(screen: Screen, tracked: dict[str, Any], kind: str) -> None:
    """The company has decided: offer, accepted, rejected, withdrawn."""
    outcome = {"kind": kind, "at": datetime.now(UTC).isoformat()}
    change(screen, "applications", tracked["application"], outcome=outcome)


def interviewer(site: "Site", slug: str, **said: Any) -> dict[str, Any]:
    """Track one of the practice sites' people, whose profile on this site is known; on Facebook their number, too, as the popup finds it."""
    person = next(one for one in site.practice.people.persons if one.slug == slug)
    on_linkedin = site.host == "linkedin"
    path = f"/in/{slug}/" if on_linkedin else person.facebook_path
    number = [] if on_linkedin else [f"facebook:id:{person.facebook_id}"]
    profiles = [f"https://www.{site.host}.com{path}", *number]
    return track(site.screen, name=person.name, profiles=profiles, **said)


def company(site: "Site", *pages: str) -> dict[str, Any]:
    """Acme interviewed the user yesterday and has not decided; its page on Facebook is known, and nobody there."""
    return track(site.screen, pages=[*(pages or (ACME,))])


def usable(element: WebElement) -> bool:
    return element.is_displayed() and element.get_attribute("aria-disabled") != "true"


class Site:
    """`host`: linkedin or facebook. Controls go by the beginning of their name, as the practice sites have it."""

    def __init__(self, screen: Screen, practice: Practice, host: str) -> None:
        self.screen = screen
        self.practice = practice
        self.host = host

    def open(self, path: str, **options: str) -> None:
        self.screen.open(self.practice.url(path, host=self.host, **options))

    def controls(self, name: str) -> list[WebElement]:
        found: list[WebElement] = self.screen.driver.execute_script("return siteControls(arguments[0])", name)
        return found

    def control(self, name: str) -> WebElement:
        """The one that can be seen and used."""
        return until(lambda: next((one for one in self.controls(name) if usable(one)), None), name)

    def use(self, name: str, by: str = "mouse") -> None:
        element = self.control(name)
        self.screen.show(element)
        self.screen.driver.execute_script("siteLog.length = 0")
        GESTURES[by](self.screen.driver, element)

    def guards(self, name: str) -> bool:
        """Whether a use of the control would be held now."""
        element = self.control(name)
        written = element.get_attribute("contenteditable") or element.tag_name == "textarea"
        kind = "keyup" if written else "mouseup"
        return bool(self.screen.driver.execute_script(PROBE, element, kind))

    def type(self, name: str, text: str) -> None:
        self.control(name).send_keys(text)

    def write_note(self, text: str) -> None:
        """In LinkedIn's invite dialog."""
        self.passes("dialog add-note")
        self.type("dialog note", text)

    def stops_a_release(self, name: str) -> bool:
        """The same by hand, where a pass may cover the user, and no script."""
        self.screen.driver.execute_script("siteLog.length = 0")
        release(self.screen.driver, self.control(name))
        return "mouseup" not in self.saw("window", name=name)

    def saw(self, *layers: str, name: str = "") -> list[str]:
        """The events that handlers of the site saw on a control, or on any; in these layers, or in all."""
        log = self.screen.driver.execute_script(SEEN)
        asked = [one for one in log if one["control"].startswith(name) and one["layer"] in (layers or LAYERS)]
        return [one["type"] for one in asked if one["type"].startswith(HANDLED)]

    @property
    def sent(self) -> list[tuple[str, str]]:
        """What reached somebody: kind and target."""
        return [(one.kind, one.target) for one in self.practice.requests]

    def has_sent(self, *expected: tuple[str, str]) -> None:
        until(lambda: len(self.sent) >= len(expected), f"sent: {expected}")
        assert self.sent == list(expected)

    def holds(self, name: str, by: str = "mouse", *, rule: str) -> WebElement:
        """Use it: the warning comes, and the site saw nothing, sent nothing, went nowhere. Leaves the warning open."""
        driver, sent = self.screen.driver, self.sent
        until(lambda: self.guards(name), f"a guard over {name}")
        before = (driver.current_url, len(driver.window_handles))
        self.use(name, by)
        # Painted from the snapshot first; the service may know a stricter rule once it has read a text.
        until(lambda: self.screen.warning().get_attribute("data-rule") == rule, f"a warning by {rule}")
        warning = self.screen.warning()
        assert warning.get_attribute("data-verdict") == "hold"
        assert self.saw() == []
        assert self.sent == sent
        assert (driver.current_url, len(driver.window_handles)) == before
        return warning

    def refuses(self, name: str, *ways: str, rule: str) -> None:
        """Held by each way of using it, and given up each time."""
        for by in ways or ("mouse",):
            self.holds(name, by, rule=rule)
            self.screen.choose("cancel")

    def passes(self, name: str, by: str = "mouse") -> None:
        """Use it: the site's own handlers run as if we were not there, and nobody is asked anything."""
        self.use(name, by)
        own = self.saw("element", name=name) or self.saw("root", name=name)
        for seen in (self.saw("window", name=name), own):
            assert seen[: len(EVENTS[by])] == EVENTS[by]
        assert self.screen.ours('[role="alertdialog"]') is None

    def costs_nothing(self) -> None:
        """No node of ours in the page, and not a word to the background since it was last listened to."""
        assert self.screen.nodes() == 0
        assert self.screen.heard() == []
