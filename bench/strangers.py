"""What a gesture on somebody untracked costs: with the extension, and in the same browser without it."""

from collections.abc import Iterator

from bench.measure import Figure, median
from bench.world import browsing
from tests.browser.drivers import START
from tests.browser.screen import OURS
from tests.browser.waiting import until
from tests.practice import Practice, Tunnel

BATCHES = 20
GESTURES = 1000

# Whole gestures as the page may make them, stopped at the control, so that only what lies before it is measured.
GESTURE = """
const [batches, gestures] = arguments;
const control = document.querySelector('a[aria-label="Invite Sam Poe to connect"]');
const types = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
for (const type of types) control.addEventListener(type, (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true);
const made = (type) => new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, clientX: 1, clientY: 1 });
const means = [];
for (let batch = 0; batch < batches; batch++) {
  const begun = performance.now();
  for (let number = 0; number < gestures; number++) for (const type of types) control.dispatchEvent(made(type));
  means.push((performance.now() - begun) / gestures);
}
return means;
"""


def figures(quick: bool) -> Iterator[Figure]:
    batches = 3 if quick else BATCHES
    for name in START:
        with browsing(name) as (screen, practice):
            screen.open(practice.url("/in/sam-poe/"))
            until(lambda: screen.find('a[aria-label="Invite Sam Poe to connect"]'), "the profile")
            own = screen.driver.execute_script(GESTURE, batches, GESTURES)
            assert not screen.driver.find_elements("css selector", OURS)
        bare = _without(name, batches)
        added = median(own) - median(bare)
        yield Figure(f"{name}: gesture on a stranger, added", added, "ms", aim="at most 0.1 ms")
        yield Figure(f"{name}: gesture on a stranger, mean of a batch", median(own), "ms", median(bare))


def _without(name: str, batches: int) -> list[float]:
    with Practice() as practice, Tunnel(practice.port, practice.hosts) as tunnel:
        bare = START[name](tunnel.port, None)
        try:
            bare.driver.get(practice.url("/in/sam-poe/"))
            found: list[float] = bare.driver.execute_script(GESTURE, batches, GESTURES)
            return found
        finally:
            bare.driver.quit()
