"""Facebook: the walls of companies, and friend requests."""

from tests.demo.play import Play
from tests.demo.sites import use, write

from .warning import warned

THANKS = "Thank you so much for the interview last week, it was great to meet you all!"


def wall(play: Play) -> None:
    screen = play.world.screen
    play.open("/acme.gmbh", host="facebook")
    screen.chip()
    use(screen, "composer acme.gmbh trigger")
    warned(screen, "wall-before-decision")
    play.picture("wall-before-decision")
    screen.choose("cancel")
    play.open("/fjordkraftdata", host="facebook")
    screen.chip()
    use(screen, "composer fjordkraftdata trigger")
    write(screen, THANKS)
    play.picture("wall-thanks-written")
    use(screen, "post fjordkraftdata")
    warned(screen, "wall-thank-you")
    play.picture("wall-thank-you")
    screen.choose("cancel")
    assert play.practice.requests == [], "something was posted all the same"


def friend(play: Play) -> None:
    screen = play.world.screen
    play.open("/jane.doe.acme", host="facebook")
    screen.chip()
    use(screen, "friend jane.doe.acme header", "enter")
    warned(screen, "friend-before-decision")
    play.picture("friend-request")
    screen.choose("cancel")
    assert play.practice.requests == [], "the friend request went out"
