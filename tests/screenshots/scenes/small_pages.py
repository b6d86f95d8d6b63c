"""The popup, the settings, the welcome and the composer."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from tests.browser.battery import Site
from tests.browser.gestures import mouse
from tests.browser.jobsearch import ODD
from tests.browser.tracking import track
from tests.browser.waiting import until
from tests.demo.world import World

from . import Scene
from .over_sites import forget
from .pages import PATIENCE, open_all, page, without_service

LETTER = "{ method: 'POST', path: '/interactions', body: {} }"
FOLDS = "[data-fold]:not([open]) > summary"


@contextmanager
def popup_over(
    world: World, path: str, *, host: str = "linkedin", press: str = "", folds: str = ""
) -> Iterator[None]:
    """The popup, opened over a page of a site."""
    Site(world.screen, world.practice, host).open(path)
    with page(world, "popup.html", press=press):
        if folds:
            until(lambda: world.screen.find('[data-fold="outcome"]'), "what can be done")
            open_all(world.screen, folds)
        yield
    world.screen.open("about:blank")


@contextmanager
def awkward_names(world: World) -> Iterator[None]:
    tracked = [track(world.screen, name=name, company=name)["interviewer"]["id"] for name in ODD]
    with page(world, "popup.html"):
        yield
    for person in tracked:
        forget(world, person)


@contextmanager
def popup_while(world: World, **kept: Any) -> Iterator[None]:
    """With something in storage that the background has put there; expressions, by key."""
    told = ", ".join(f"{name}: {value}" for name, value in kept.items())
    names = [*kept]
    before = world.screen.api("api.storage.local.get(arguments[0])", names)
    world.service.stop()
    world.screen.renew()
    world.screen.api(
        f"api.storage.local.get('meta').then(({{ meta }}) => api.storage.local.set({{ {told} }}))"
    )
    with page(world, "popup.html"):
        yield
    world.service.start()
    world.screen.api(
        "api.storage.local.remove(arguments[0]).then(() => api.storage.local.set(arguments[1]))",
        names,
        before,
    )
    world.screen.renew()


@contextmanager
def paused(world: World, **pause: Any) -> Iterator[None]:
    none: dict[str, Any] = {"until": None, "sites": [], "over": False}
    world.screen.tell({"kind": "pause", "pause": none | pause})
    with page(world, "popup.html", unfold="#pause > summary"):
        yield
    world.screen.tell({"kind": "pause", "pause": None})


@contextmanager
def unpaired(world: World) -> Iterator[None]:
    world.screen.tell({"kind": "unpair"})
    with page(world, "popup.html"):
        yield
    world.screen.pair(world.service.say("pair", "--print").strip(), world.service.port)


@contextmanager
def practised(world: World) -> Iterator[None]:
    screen = world.screen
    with page(world, "welcome.html"):
        connect = screen.find("#practice a")
        screen.show(connect)
        mouse(screen.driver, connect)
        until(lambda: screen.ours('[data-choice="send_anyway"]:not([aria-disabled])'), "awake")
        yield


@contextmanager
def composing(world: World, text: str | None = None, kind: str = "thank_you") -> Iterator[None]:
    screen = world.screen
    people = screen.tell({"kind": "request", "method": "GET", "path": "/interviewers"})["body"]["items"]
    jane = next(one["id"] for one in people if one["name"] == "Jane Doe")
    with page(world, "note.html", f"#person={jane}&for=instead&kind={kind}"):
        if text:
            screen.find('[name="text"]').clear()
            screen.find('[name="text"]').send_keys(text)
            until(lambda: screen.find("#findings article"), "what could be better", PATIENCE)
        yield
        if text:
            screen.find("#discard").click()


SMALL_PAGES: dict[str, Scene] = {
    "popup": partial(page, name="popup.html"),
    "popup-profile": partial(popup_over, path="/in/jane-doe/", folds=FOLDS),
    "popup-stranger": partial(popup_over, path="/in/sam-poe/", press='[data-track="person"]'),
    "popup-company": partial(popup_over, path="/profile.php?id=61555522334455", host="facebook"),
    "popup-awkward": awkward_names,
    "popup-no-service": partial(without_service, name="popup.html"),
    "popup-paused": partial(paused, sites=["linkedin"]),
    "popup-over": partial(paused, over=True),
    "popup-storage-full": partial(popup_while, full="true", queue=f"[{LETTER}, {LETTER}]"),
    "popup-clock-wrong": partial(popup_while, meta="{ ...meta, made: Date.now() + 86400000 }"),
    "popup-unpaired": unpaired,
    "welcome": partial(page, name="welcome.html"),
    "welcome-practised": practised,
    "options": partial(page, name="options.html"),
    "note": composing,
    "note-findings": partial(
        composing, text="HELLO Jane, I was clearly the best. When will you decide?? [COMPANY]"
    ),
}
