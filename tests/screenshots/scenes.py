"""What there is to see, each brought about as a user would, and taken back afterwards."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial

from tests.browser.battery import Site, decide
from tests.browser.conftest import track
from tests.browser.screen import Screen
from tests.browser.waiting import until
from tests.demo.world import World

MARKS = "".join(chr(0x300 + place % 0x60) for place in range(290))
AWKWARD = {
    "markup": "<b>Jane</b> & <img src=x onerror=alert(1)>",
    "right to left": "\u05d9\u05e2\u05dc \u05db\u05d4\u05df",
    "marks": f"Ja{MARKS}ne Doe",
    "long": "Jane " + "Wolfeschlegelsteinhausenbergerdorff " * 5 + "Doe",
}
Scene = Callable[[World], AbstractContextManager[None]]


@contextmanager
def warning(world: World, *, who: str = "jane-doe", answered: str = "service") -> Iterator[None]:
    site = Site(world.screen, world.practice, "linkedin")
    site.open(f"/in/{who}/")
    until(lambda: site.guards(f"connect {who} top"), "a guard over Connect")
    site.use(f"connect {who} top")
    until(lambda: world.screen.warning().get_attribute("data-answered") == answered, "the warning")
    until(lambda: world.screen.ours('[data-choice="send_anyway"]:not([aria-disabled])'), "awake")
    yield
    world.screen.choose("cancel")


@contextmanager
def warning_from_snapshot(world: World) -> Iterator[None]:
    world.service.stop()
    with warning(world, answered="snapshot"):
        yield
    world.service.start()


@contextmanager
def warning_on_a_wall(world: World) -> Iterator[None]:
    site = Site(world.screen, world.practice, "facebook")
    site.open("/acme.gmbh")
    until(lambda: site.guards("composer acme.gmbh trigger"), "a guard over the wall")
    site.use("composer acme.gmbh trigger")
    until(lambda: world.screen.warning().get_attribute("data-answered"), "the warning")
    yield
    world.screen.choose("cancel")


@contextmanager
def chip(world: World) -> Iterator[None]:
    world.screen.open(world.practice.url("/in/jane-doe/"))
    world.screen.chip()
    yield


@contextmanager
def hint(world: World) -> Iterator[None]:
    tracked = track(
        world.screen,
        name="Sam Poe",
        company="Lindental Maps",
        profiles=["https://www.linkedin.com/in/sam-poe/"],
    )
    decide(world.screen, tracked, "offer")
    site = Site(world.screen, world.practice, "linkedin")
    site.open("/in/sam-poe/")
    world.screen.chip()
    site.use("connect sam-poe top")
    site.use("dialog send sam-poe")
    world.screen.hint()
    yield
    world.screen.open("about:blank")
    forget(world.screen, tracked["interviewer"]["id"])


def forget(screen: Screen, person: str) -> None:
    screen.tell(
        {
            "kind": "request",
            "method": "DELETE",
            "path": f"/interviewers/{person}",
            "headers": {"If-Match": "*"},
        }
    )


@contextmanager
def page(world: World, name: str, hash_: str = "", unfold: str = "") -> Iterator[None]:
    """A page of ours, when it has said that it is ready."""
    screen = world.screen
    with screen.on_our_page():
        screen.driver.get("about:blank")
        screen.driver.get(f"{screen.browser.page(name)}{hash_}")
        until(lambda: screen.find("html[data-ready], html[data-painted]"), name)
        for summary in screen.driver.find_elements("css selector", unfold) if unfold else []:
            summary.click()
        yield
        screen.driver.get(screen.browser.page("options.html"))


@contextmanager
def popup_on_a_profile(world: World) -> Iterator[None]:
    world.screen.open(world.practice.url("/in/jane-doe/"))
    world.screen.chip()
    with page(world, "popup.html"):
        until(lambda: world.screen.find('[data-fold="outcome"]'), "what can be done")
        for summary in world.screen.driver.find_elements("css selector", "[data-fold]:not([open]) > summary"):
            if summary.is_displayed():
                summary.click()
        yield
    world.screen.open("about:blank")


@contextmanager
def popup_on_a_stranger(world: World) -> Iterator[None]:
    world.screen.open(world.practice.url("/in/sam-poe/"))
    with page(world, "popup.html"):
        until(lambda: world.screen.find('[data-track="person"]'), "the offer to track").click()
        yield
    world.screen.open("about:blank")


@contextmanager
def popup_without_service(world: World) -> Iterator[None]:
    world.service.stop()
    with page(world, "popup.html"):
        yield
    world.service.start()
    world.screen.renew()


@contextmanager
def quiet_window(world: World) -> Iterator[None]:
    screen, site = world.screen, Site(world.screen, world.practice, "linkedin")
    screen.tell({"kind": "quiet", "quiet": True})
    site.open("/in/jane-doe/")
    until(lambda: site.guards("connect jane-doe top"), "a guard over Connect")
    site.use("connect jane-doe top")
    keys = "api.storage.session.get(null).then((all) => Object.keys(all).filter((key) => key.startsWith('verdict:')))"
    [key] = until(lambda: screen.api(keys), "the question")
    with page(world, "warning.html", f"#id={key.removeprefix('verdict:')}"):
        until(lambda: screen.find('[data-choice="send_anyway"]:not([aria-disabled])'), "awake")
        yield
    screen.api(
        "api.tabs.query({ url: api.runtime.getURL('extension/pages/warning.html*') }).then((tabs) => api.tabs.remove(tabs.map(({ id }) => id)))"
    )
    screen.tell({"kind": "quiet", "quiet": False})


@contextmanager
def awkward_names(world: World) -> Iterator[None]:
    tracked = [
        track(world.screen, name=name, company="Acme GmbH")["interviewer"]["id"] for name in AWKWARD.values()
    ]
    with page(world, "popup.html"):
        yield
    for person in tracked:
        forget(world.screen, person)


@contextmanager
def awkward_warning(world: World, name: str) -> Iterator[None]:
    """Jane Doe's profile, under the name that the user gave her."""
    profile = "https://www.linkedin.com/in/sam-poe/"
    tracked = track(world.screen, name=AWKWARD[name], company=AWKWARD["long"], profiles=[profile])[
        "interviewer"
    ]["id"]
    with warning(world, who="sam-poe"):
        yield
    forget(world.screen, tracked)


SCENES: dict[str, Scene] = {
    "warning": warning,
    "warning-snapshot": warning_from_snapshot,
    "warning-wall": warning_on_a_wall,
    "warning-right-to-left": partial(awkward_warning, name="right to left"),
    "warning-marks": partial(awkward_warning, name="marks"),
    "warning-long": partial(awkward_warning, name="long"),
    "warning-quiet": quiet_window,
    "chip": chip,
    "hint": hint,
    "popup": partial(page, name="popup.html"),
    "popup-profile": popup_on_a_profile,
    "popup-stranger": popup_on_a_stranger,
    "popup-no-service": popup_without_service,
    "popup-awkward": awkward_names,
    "welcome": partial(page, name="welcome.html"),
    "options": partial(page, name="options.html"),
}
