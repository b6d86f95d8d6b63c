"""LinkedIn: a stranger, an interviewer, and every way on from the warning."""

from selenium.webdriver.remote.webelement import WebElement

from tests.browser.waiting import until
from tests.demo.play import Play
from tests.demo.sites import control, use

from .warning import warned

RULE = "connect-before-decision"
NOTE = "Dear Jane, thank you again for yesterday."


def stranger(play: Play) -> None:
    screen = play.world.screen
    play.open("/in/sam-poe/")
    use(screen, "connect sam-poe top")
    control(screen, "dialog send sam-poe")
    play.picture("stranger")
    use(screen, "dialog send sam-poe")
    assert reached(play) == ["sam-poe"], "the invitation to a stranger did not go out"
    assert screen.nodes() == 0, "Poise put something into the page of a stranger"


def marked(play: Play) -> None:
    play.open("/in/jane-doe/")
    chip = play.world.screen.chip()
    assert chip.get_attribute("data-stage") == "awaiting", (
        "the chip does not say that the decision is awaited"
    )
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
    use(screen, "connect jane-doe top")
    use(screen, "dialog add-note")
    control(screen, "dialog note jane-doe").send_keys(NOTE)
    play.picture("not-asked-twice")
    use(screen, "dialog send jane-doe")
    assert reached(play) == ["jane-doe"], "the invitation did not go out"
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
    screen.renew()
    assert play.practice.requests == [], "something was sent all the same"


def network_card(play: Play) -> None:
    screen = play.world.screen
    play.open("/mynetwork/")
    use(screen, "connect jane-doe pymk")
    warned(screen, RULE)
    play.picture("network-card")
    screen.choose("cancel")
    use(screen, "connect sam-poe pymk")
    assert reached(play) == ["sam-poe"], "somebody else was reached than the stranger"
    play.picture("network-others")


def connect_with_jane(play: Play, *, answered: bool = True) -> WebElement:
    """Connect pressed on her profile, and the warning over it."""
    screen = play.world.screen
    play.open("/in/jane-doe/")
    screen.chip()
    use(screen, "connect jane-doe top")
    return warned(screen, RULE, answered=answered)


def reached(play: Play) -> list[str]:
    """Whom the requests went to, once there is one."""
    until(lambda: play.practice.requests, "a request at the practice site")
    return [sent.target for sent in play.practice.requests]
