"""The dashboard, with a job search of six applications in it, and with nothing in it yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.browser import jobsearch
from tests.browser.waiting import until
from tests.demo.world import World

from . import Scene
from .pages import page, without_service

FILES = Path(__file__).parents[2] / "intake" / "files"
NAMES = "api.runtime.sendMessage({ kind: 'request', method: 'GET', path: '/interviewers' }).then(({ body }) => body.items.map(({ name }) => name))"
COUNT = "api.runtime.sendMessage({ kind: 'request', method: 'GET', path: '/applications' }).then(({ body }) => body.items.length)"


@contextmanager
def searching(world: World, part: str, *, who: str = "", unfold: str = "", press: str = "") -> Iterator[None]:
    """`who`: whose name or company the one has that is looked at."""
    screen = world.screen
    if jobsearch.ODD[-1] not in screen.api(NAMES):
        screen.forget_everybody()
        ids = jobsearch.seed(screen)
        for name in jobsearch.ODD:
            jobsearch.add_person(screen, name, ids["acme"])
    with page(world, "dashboard.html", f"#{part}{_id(world, part, who)}", unfold=unfold, press=press):
        yield


def _id(world: World, part: str, who: str) -> str:
    if not who:
        return ""
    path = "/applications" if part == "applications" else "/interviewers"
    items = world.screen.tell({"kind": "request", "method": "GET", "path": path})["body"]["items"]
    found: str = next(one["id"] for one in items if who in (one.get("name"), one.get("company")))
    return f"/{found}"


@contextmanager
def previewing(world: World) -> Iterator[None]:
    with searching(world, "import"):
        world.screen.find("input[type=file]").send_keys(str(FILES / "bewerbungen.csv"))
        until(lambda: world.screen.find(".ticks input"), "the rows")
        yield


@contextmanager
def undoable(world: World) -> Iterator[None]:
    with searching(
        world,
        "people",
        who="Jane Doe",
        press='[data-do="trust_before"]',
        unfold='[data-fold="trust"] > summary',
    ):
        until(lambda: world.screen.find('#notice [data-do="undo"]'), "what was done")
        yield
        world.screen.find('#notice [data-do="undo"]').click()
        until(lambda: world.screen.find('[data-fold="trust"]'), "taken back")


@contextmanager
def empty(world: World, part: str) -> Iterator[None]:
    if world.screen.api(COUNT):
        world.screen.forget_everybody()
    with page(world, "dashboard.html", f"#{part}"):
        yield


LONG, RTL = jobsearch.LONG[:200], jobsearch.RTL
DASHBOARD: dict[str, Scene] = {
    "dashboard": partial(searching, part="overview"),
    "dashboard-table": partial(searching, part="overview", unfold='[data-fold="table"] > summary'),
    "dashboard-applications": partial(searching, part="applications"),
    "dashboard-application": partial(searching, part="applications", who="Acme GmbH"),
    "dashboard-people": partial(searching, part="people"),
    "dashboard-person": partial(searching, part="people", who="Jane Doe", unfold="[data-fold] > summary"),
    "dashboard-long-name": partial(searching, part="people", who=LONG),
    "dashboard-right-to-left": partial(searching, part="people", who=RTL),
    "dashboard-undo": undoable,
    "dashboard-asking": partial(searching, part="people", press='[data-do="add"]'),
    "dashboard-import": partial(searching, part="import"),
    "dashboard-preview": previewing,
    "dashboard-rules": partial(searching, part="rules"),
    "dashboard-history": partial(searching, part="history"),
    "dashboard-data": partial(searching, part="data", press='[data-do="backup"]'),
    "dashboard-restore": partial(searching, part="data", press='[data-do="restore"]'),
    "dashboard-browsers": partial(searching, part="browsers"),
    "dashboard-no-service": partial(without_service, name="dashboard.html"),
}
EMPTY: dict[str, Scene] = {
    **{
        f"empty-{part}": partial(empty, part=part)
        for part in ("overview", "applications", "people", "history", "data")
    },
    "empty-popup": partial(page, name="popup.html"),
}
