"""What stands over a site: the warning, the hint, the chip."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial

from tests.browser.battery import Site, decide
from tests.browser.jobsearch import COMBINING, LONG, MARKUP, RTL
from tests.browser.tracking import interview, track
from tests.browser.waiting import until
from tests.demo.world import World

from . import Scene
from .pages import PATIENCE

PROFILE = "https://www.linkedin.com/in/sam-poe/"
CLOSE = (
    "api.tabs.query({ url: api.runtime.getURL('extension/pages/warning.html*') })"
    ".then((tabs) => api.tabs.remove(tabs.map(({ id }) => id)))"
)
ASKED = "api.storage.session.get(null).then((all) => Object.keys(all).filter((key) => key.startsWith('verdict:')))"


@contextmanager
def warning(
    world: World,
    *,
    who: str = "jane-doe",
    answered: str = "service",
    mirrored: bool = False,
    lang: str = "en",
) -> Iterator[None]:
    """`mirrored`: the page is written from right to left; `lang`: the site's own language."""
    site = Site(world.screen, world.practice, "linkedin")
    site.open(f"/in/{who}/", lang=lang)
    if mirrored:
        world.screen.driver.execute_script("document.documentElement.dir = 'rtl'")
    until(lambda: site.guards(f"connect {who} top"), "a guard over Connect")
    site.use(f"connect {who} top")
    until(lambda: world.screen.warning().get_attribute("data-answered") == answered, "the warning")
    until(lambda: world.screen.ours('[data-choice="send_anyway"]:not([aria-disabled])'), "awake")
    yield
    world.screen.choose("cancel")


@contextmanager
def from_snapshot(world: World) -> Iterator[None]:
    world.service.stop()
    with warning(world, answered="snapshot"):
        yield
    world.service.start()


@contextmanager
def on_a_wall(world: World) -> Iterator[None]:
    site = Site(world.screen, world.practice, "facebook")
    site.open("/acme.gmbh")
    until(lambda: site.guards("composer acme.gmbh trigger"), "a guard over the wall")
    site.use("composer acme.gmbh trigger")
    until(lambda: world.screen.warning().get_attribute("data-answered"), "the warning")
    yield
    world.screen.choose("cancel")


@contextmanager
def of(world: World, name: str, company: str | None = None, *, by_name: bool = False) -> Iterator[None]:
    """Sam Poe's profile, tracked under another name; `by_name`: the profile itself is not known."""
    profiles = [] if by_name else [PROFILE]
    tracked = track(world.screen, name=name, company=company or "Lindental Maps", profiles=profiles)
    with warning(world, who="sam-poe"):
        yield
    forget(world, tracked["interviewer"]["id"])


@contextmanager
def chip(world: World) -> Iterator[None]:
    world.screen.open(world.practice.url("/in/jane-doe/"))
    world.screen.chip()
    yield


@contextmanager
def hint(world: World) -> Iterator[None]:
    tracked = track(world.screen, name="Sam Poe", company="Lindental Maps", profiles=[PROFILE])
    decide(world.screen, tracked, "offer")
    site = Site(world.screen, world.practice, "linkedin")
    site.open("/in/sam-poe/")
    world.screen.chip()
    site.use("connect sam-poe top")
    site.use("dialog send sam-poe")
    world.screen.hint()
    yield
    world.screen.open("about:blank")
    forget(world, tracked["interviewer"]["id"])


@contextmanager
def go_ahead(world: World) -> Iterator[None]:
    """What is said once "send anyway" was chosen."""
    with ExitStack() as stack:
        stack.enter_context(warning(world))
        world.screen.choose("send_anyway")
        stack.pop_all()
    world.screen.hint()
    yield
    world.screen.open("about:blank")


@contextmanager
def proof(world: World) -> Iterator[None]:
    """A note that is being written to somebody who made an offer, with faults."""
    site = Site(world.screen, world.practice, "linkedin")
    tracked = track(
        world.screen,
        name="Sam Poe",
        company="Lindental Maps",
        profiles=[PROFILE],
        interviews=[interview(days=-3)],
    )
    decide(world.screen, tracked, "offer")
    site.open("/in/sam-poe/")
    world.screen.chip()
    site.passes("connect sam-poe top")
    site.write_note("Dear Smm, have you decided on my salary yet? [COMPANY]")
    until(lambda: world.screen.ours("[data-proof]"), "what could be better", PATIENCE)
    yield
    world.screen.open("about:blank")
    forget(world, tracked["interviewer"]["id"])


@contextmanager
def quiet(world: World) -> Iterator[None]:
    screen, site = world.screen, Site(world.screen, world.practice, "linkedin")
    screen.tell({"kind": "quiet", "quiet": True})
    site.open("/in/jane-doe/")
    until(lambda: site.guards("connect jane-doe top"), "a guard over Connect")
    site.use("connect jane-doe top")
    [key] = until(lambda: screen.api(ASKED), "the question")
    world.screen.driver.switch_to.new_window("tab")
    screen.open(f"{screen.browser.page('warning.html')}#id={key.removeprefix('verdict:')}")
    until(lambda: screen.find('[data-choice="send_anyway"]:not([aria-disabled])'), "awake")
    yield
    screen.close_other_tabs()
    screen.api(CLOSE)
    screen.tell({"kind": "quiet", "quiet": False})


def forget(world: World, person: str) -> None:
    path, headers = f"/interviewers/{person}", {"If-Match": "*"}
    world.screen.tell({"kind": "request", "method": "DELETE", "path": path, "headers": headers})


OVER_SITES: dict[str, Scene] = {
    "warning": warning,
    "warning-mirrored": partial(warning, mirrored=True),
    "warning-snapshot": from_snapshot,
    "warning-wall": on_a_wall,
    "warning-name-alone": partial(of, name="Sam Poe", by_name=True),
    "warning-markup": partial(of, name=MARKUP, company="<i>Acme</i> & Söhne"),
    "warning-right-to-left": partial(of, name=RTL, company="אקמי בע״מ"),
    "warning-marks": partial(of, name=COMBINING),
    "warning-long": partial(of, name=LONG[:200], company=LONG[:200]),
    "warning-quiet": quiet,
    "chip": chip,
    "hint": hint,
    "go-ahead": go_ahead,
    "proof": proof,
}
