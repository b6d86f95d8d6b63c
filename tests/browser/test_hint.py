"""The hint at the edge of the window: never over what was just pressed, which is to be pressed again or taken back there."""

from collections.abc import Iterator

import pytest

from .battery import Site, interviewer
from .gestures import mouse

CONNECT, SEND = "connect jane-doe top", "dialog send jane-doe"
LOW, USUAL = (1200, 700), (1200, 900)
WITHIN = "return [innerHeight - arguments[0].getBoundingClientRect().bottom, arguments[0].getBoundingClientRect().top]"


@pytest.fixture(params=[LOW, USUAL], ids=["low", "usual"])
def window(request: pytest.FixtureRequest, site: Site) -> Iterator[Site]:
    """Jane Doe's page in a window so low that Connect stands where the hint would, and in one where it does not."""
    site.screen.driver.set_window_size(*request.param)
    interviewer(site, "jane-doe")
    site.open("/in/jane-doe/")
    yield site
    site.screen.driver.set_window_size(*USUAL)


def test_what_is_to_be_pressed_again_can_be(window: Site) -> None:
    window.holds(CONNECT, rule="connect-before-decision")
    window.screen.choose("send_anyway")
    hint = window.screen.hint()
    below, above = window.screen.driver.execute_script(WITHIN, hint)
    assert below >= 0
    assert above >= 0, "it is cut off"
    mouse(window.screen.driver, window.control(CONNECT))  # where it stands, as the user sees it
    window.control(SEND)
    assert window.screen.ours('[role="alertdialog"]') is None
