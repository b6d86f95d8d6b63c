"""From the held click to the warning: in the page, and painted; beside one bare call from the extension to Flask."""

from collections.abc import Iterator

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from bench.floor import bare_service
from bench.measure import Figure, median, percentile
from bench.world import browsing, end_worker
from tests.browser.drivers import START
from tests.browser.screen import Screen
from tests.browser.waiting import until

CLICKS = 200
COLD = 20
FRAME_MS = 1000 / 60

# A guarded control is held whoever clicks, so the page itself can note the moment before, without any hook of ours.
CLICK = """
const [done] = [arguments[arguments.length - 1]];
const control = document.querySelector('a[aria-label="Invite Jane Doe to connect"]');
const times = {};
const seen = new MutationObserver(() => {
  seen.disconnect();
  times.shown = performance.now() - begun;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done({ ...times, painted: performance.now() - begun });
    channel.port2.postMessage(0);
  });
});
seen.observe(document.documentElement, { childList: true });
const begun = performance.now();
control.click();
"""
BARE = """
const done = arguments[1];
(async () => {
  const samples = [];
  for (let call = 0; call < 220; call++) {
    const begun = performance.now();
    const answer = await fetch(`http://127.0.0.1:${arguments[0]}/bare`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: '{"a":1}', cache: "no-store",
    });
    await answer.json();
    if (call >= 20) samples.push(performance.now() - begun);
  }
  done(samples);
})();
"""


def figures(quick: bool) -> Iterator[Figure]:
    for name in START:
        with browsing(name) as (screen, practice), bare_service() as (port, _, _pid):
            with screen.on_our_page():
                floor = median(screen.driver.execute_async_script(BARE, port))
            screen.open(practice.url("/in/jane-doe/"))
            screen.chip()
            clicks = [_click(screen) for _ in range(CLICKS // 10 if quick else CLICKS)]
            cold = (
                [_click_after_the_worker_ended(screen) for _ in range(COLD // 5 if quick else COLD)]
                if name == "chromium"
                else []
            )
        shown, painted = [one["shown"] for one in clicks], [one["painted"] for one in clicks]
        yield Figure(
            f"{name}: click to warning in the page, median", median(shown), "ms", floor, "at most 1 bare call"
        )
        yield Figure(
            f"{name}: click to warning painted, median", median(painted), "ms", FRAME_MS, "at most 2 frames"
        )
        yield Figure(
            f"{name}: click to warning painted, p99", percentile(painted, 99), "ms", FRAME_MS, "at most 50 ms"
        )
        if cold:
            late = percentile([one["painted"] for one in cold], 99)
            yield Figure(
                f"{name}: painted, the worker ended before, p99", late, "ms", FRAME_MS, "at most 150 ms"
            )


def _click(screen: Screen) -> dict[str, float]:
    times: dict[str, float] = screen.driver.execute_async_script(CLICK)
    screen.warning()
    ActionChains(screen.driver, duration=0).send_keys(Keys.ESCAPE).perform()
    until(lambda: screen.ours('[role="alertdialog"]') is None, "the warning gone")
    return times


def _click_after_the_worker_ended(screen: Screen) -> dict[str, float]:
    end_worker(screen)
    return _click(screen)
