"""LinkedIn: a stranger, an interviewer, and every way on from the warning."""

from selenium.webdriver.remote.webelement import WebElement

from tests.browser.waiting import until
from tests.demo.play import Play

from .own import popup_open
from .warning import warned

RULE = "connect-before-decision"
NOTE = "Dear Jane, thank you again for yesterday."


def stranger(play: Play) -> None:
    screen = play.world.screen
    play.linkedin.open("/in/sam-poe/")
    play.linkedin.use("connect sam-poe top")
    play.linkedin.control("dialog send sam-poe")
    play.picture("stranger")
    play.linkedin.use("dialog send sam-poe")
    play.linkedin.has_sent(("connect", "sam-poe"))
    assert screen.nodes() == 0, "Poise put something into the page of a stranger"


def marked(play: Play) -> None:
    play.linkedin.open("/in/jane-doe/")
    chip = play.world.screen.chip()
    assert chip.get_attribute("data-stage") == "awaiting", "the chip does not say that Acme is deciding"
    play.picture("chip")


def held(play: Play) -> None:
    warning = connect_with_jane(play)
    assert "Jane Doe" in warning.text, "the warning does not say whom it is about"
    assert "Acme" in warning.text, "the warning does not say whose decision is awaited"
    play.picture("held")
    assert play.practice.requests == [], "something was sent all the same"


def better_step(play: Play) -> None:
    screen = play.world.screen
    connect_with_jane(play)
    screen.choose("instead")
    opened = until(
        lambda: screen.api(f"api.tabs.query({{ url: '{screen.browser.page('note.html')}*' }})"),
        "the page with the better step",
    )
    screen.api("api.tabs.remove(arguments[0])", opened[0]["id"])
    with screen.on_our_page():  # a driver does not get to see the tabs that an extension opens
        screen.driver.get(opened[0]["url"])
        until(lambda: screen.find("#steps section"), "the steps")
        assert "Jane Doe" in screen.find("#for").text, "the page does not say for whom the step is"
        play.picture("better-step")


def sent_anyway(play: Play) -> None:
    screen = play.world.screen
    connect_with_jane(play)
    screen.choose("send_anyway")
    screen.hint()
    play.picture("your-decision")
    play.linkedin.use("connect jane-doe top")
    play.linkedin.use("dialog add-note")
    play.linkedin.type("dialog note jane-doe", NOTE)
    play.picture("not-asked-twice")
    play.linkedin.use("dialog send jane-doe")
    play.linkedin.has_sent(("connect", "jane-doe"))
    assert screen.ours('[role="alertdialog"]') is None, "the user was asked twice"


def service_stopped(play: Play) -> None:
    screen, service = play.world.screen, play.world.service
    service.stop()
    try:
        connect_with_jane(play, answered=False)
        play.picture("service-stopped")
        screen.choose("cancel")
    finally:
        service.start()
    with popup_open(screen):
        assert screen.find("#state").get_attribute("data-kind") == "guarding", "the popup misses the service"
    assert play.practice.requests == [], "something was sent all the same"


def network_card(play: Play) -> None:
    screen = play.world.screen
    play.linkedin.open("/mynetwork/")
    play.linkedin.use("connect jane-doe pymk")
    warned(screen, RULE)
    play.picture("network-card")
    screen.choose("cancel")
    play.linkedin.use("connect sam-poe pymk")
    play.linkedin.has_sent(("connect", "sam-poe"))
    play.picture("network-others")


def connect_with_jane(play: Play, *, answered: bool = True) -> WebElement:
    """Connect pressed on her profile, and the warning over it."""
    screen = play.world.screen
    play.linkedin.open("/in/jane-doe/")
    screen.chip()
    play.linkedin.use("connect jane-doe top")
    return warned(screen, RULE, answered=answered)
