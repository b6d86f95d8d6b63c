"""Facebook: the walls of companies, and friend requests."""

from tests.demo.play import Play

from .warning import warned

THANKS = "Thank you so much for the interview last week, it was great to meet you all!"


def wall(play: Play) -> None:
    screen = play.world.screen
    play.facebook.open("/acme.gmbh")
    screen.chip()
    play.facebook.use("composer acme.gmbh trigger")
    warned(screen, "wall-before-decision")
    play.picture("wall-before-decision")
    screen.choose("cancel")
    play.facebook.open("/fjordkraftdata")
    screen.chip()
    play.facebook.use("composer fjordkraftdata trigger")
    play.facebook.type("editor fjordkraftdata", THANKS)
    play.picture("wall-thanks-written")
    play.facebook.use("post fjordkraftdata")
    warned(screen, "wall-thank-you")
    play.picture("wall-thank-you")
    screen.choose("cancel")
    assert play.practice.requests == [], "something was posted all the same"


def friend(play: Play) -> None:
    screen = play.world.screen
    play.facebook.open("/jane.doe.acme")
    screen.chip()
    play.facebook.use("friend jane.doe.acme header", "enter")
    warned(screen, "friend-before-decision")
    play.picture("friend-request")
    screen.choose("cancel")
    assert play.practice.requests == [], "the friend request went out"
