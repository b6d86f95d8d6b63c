"""LinkedIn's controls: whom they reach, in every generation of its pages, by every way of using them."""

import pytest

from ..battery import Site, interviewer

RULE = "connect-before-decision"


PROFILES = {
    "late-link": ("mouse",),  # these two by every gesture in test_one_click
    "late-button": ("mouse",),
    "classic": ("mouse", "enter", "space", "touch", "middle", "ctrl", "double"),
    "early": ("mouse", "enter", "touch", "middle", "ctrl", "double"),
}


LONG_LIFE = "document.body.style.minHeight = '3000px'; scrollTo(0, 900)"


@pytest.mark.parametrize("gen", PROFILES)
def test_connect_is_held_in_card_and_sticky_header(jane: Site, gen: str) -> None:
    jane.open("/in/jane-doe/", gen=gen)
    jane.refuses("connect jane-doe top", *PROFILES[gen], rule=RULE)
    jane.screen.driver.execute_script(LONG_LIFE)
    jane.refuses("connect jane-doe sticky", "mouse", "enter", rule=RULE)


@pytest.mark.parametrize("by", ["mouse", "enter", "touch", "middle"])
def test_connect_is_held_in_the_more_menu_at_the_end_of_the_body(jane: Site, by: str) -> None:
    jane.open("/in/jane-doe/", gen="more-only")
    jane.passes("more jane-doe top")
    jane.refuses("connect jane-doe menu", by, rule=RULE)


AWKWARD = {
    "acts on pointerdown": ({"acts": "pointerdown"}, ("mouse", "touch")),
    "acts on mousedown": ({"acts": "mousedown"}, ("mouse", "touch")),
    "acts on touchstart": ({"acts": "touchstart"}, ("touch",)),
    "its text lies over it": ({"hit": "cousin"}, ("mouse", "touch", "enter", "middle")),
    "both": ({"hit": "cousin", "acts": "touchstart"}, ("touch",)),
    "no number in its key": ({"gen": "late-link", "keys": "uuid"}, ("mouse",)),
    "German": ({"lang": "de"}, ("mouse",)),
    "Norwegian": ({"lang": "no"}, ("mouse",)),
    "English with marks": ({"marks": "1"}, ("mouse",)),
    "German with marks": ({"lang": "de", "marks": "1"}, ("mouse",)),
    "Norwegian, of old": ({"lang": "no", "gen": "classic", "marks": "1"}, ("mouse",)),
}


@pytest.mark.parametrize("case", AWKWARD)
def test_connect_is_held_however_the_page_is_made(jane: Site, case: str) -> None:
    options, ways = AWKWARD[case]
    jane.open("/in/jane-doe/", **{"gen": "late-button", **options})
    jane.refuses("connect jane-doe top", *ways, rule=RULE)


ALL = "/search/results/people/"
SEARCH = f"{ALL}?keywords=jane"

# A control elsewhere than in the person's own card: the page, and the control's name in it.
ELSEWHERE = {
    "search, a link": (SEARCH, {}, "connect jane-doe search"),
    "search, a button": (SEARCH, {"cards": "button"}, "connect jane-doe search"),
    "search, classic": (SEARCH, {"gen": "classic"}, "connect jane-doe search"),
    "My Network": ("/mynetwork/", {}, "connect jane-doe pymk"),
    "My Network, no number": ("/mynetwork/grow/", {"keys": "uuid"}, "connect jane-doe pymk"),
    "My Network, at once": ("/mynetwork/", {"acts": "pointerdown"}, "connect jane-doe pymk"),
    "company": ("/company/acme-gmbh/people/", {}, "connect jane-doe people"),
    "feed": ("/feed/", {}, "connect jane-doe feed"),
}


@pytest.mark.parametrize("case", ELSEWHERE)
def test_an_interviewer_is_held_in_lists(jane: Site, case: str) -> None:
    path, options, name = ELSEWHERE[case]
    jane.open(path, **options)
    jane.refuses(name, "mouse", "enter", rule=RULE)


def test_the_first_click_on_a_card_of_my_network_sends(jane: Site) -> None:
    jane.open("/mynetwork/")
    jane.holds("connect jane-doe pymk", rule=RULE)
    jane.screen.choose("send_anyway")
    jane.passes("connect jane-doe pymk")
    jane.has_sent(("connect", "jane-doe"))
    jane.passes("connect sam-poe pymk")
    jane.has_sent(("connect", "jane-doe"), ("connect", "sam-poe"))


def test_the_overlay_with_everybody_holds_one_and_sends_to_another(jane: Site) -> None:
    jane.open("/mynetwork/")
    jane.passes("see-all")
    jane.refuses("connect jane-doe see-all", rule=RULE)
    jane.passes("connect jane-doehler see-all")
    jane.has_sent(("connect", "jane-doehler"))


def test_a_card_that_is_filled_anew_is_for_whom_it_shows_now(site: Site) -> None:
    interviewer(site, "anna-graefin-von-hohen")
    site.open("/mynetwork/")
    before = site.control("connect jane-doehler pymk")
    site.refuses("connect anna-graefin-von-hohen pymk", rule=RULE)
    site.passes("dismiss jane-doe")
    assert site.control("connect anna-graefin-von-hohen pymk") == before
    site.refuses("connect anna-graefin-von-hohen pymk", rule=RULE)
    site.passes("connect jane-doehler pymk")
    site.has_sent(("connect", "jane-doehler"))


# Strangers on pages where an interviewer stands too.
RAIL = ("connect sam-poe rail", "connect jane-doe-4b2a91 rail", "connect jane-doehler rail")
FOUND = ("connect sam-poe search", "connect jane-doe-4b2a91 search", "connect jane-doehler search")
STRANGERS = {
    "profile": ("/in/jane-doe/", {}, (*RAIL, "connect mia-chen-phd also-viewed")),
    "profile, at once": ("/in/jane-doe/", {"rail": "now"}, RAIL),
    "profile, classic": ("/in/jane-doe/", {"gen": "classic"}, RAIL),
    "search": (ALL, {}, FOUND[:2]),  # Sam's card links to the interviewer as well
    "search, buttons": (ALL, {"cards": "button"}, FOUND),
    "search, classic": (ALL, {"gen": "classic"}, FOUND),
    "company": ("/company/acme-gmbh/people/", {}, ("connect mia-chen-phd people",)),
    "My Network": ("/mynetwork/", {"keys": "uuid"}, ("connect jane-doe-4b2a91 pymk", "connect sam-poe pymk")),
    "feed": ("/feed/", {}, ("connect jane-doe-4b2a91 feed", "connect sam-poe feed")),
}


@pytest.mark.parametrize("case", STRANGERS)
def test_a_stranger_beside_an_interviewer_gets_the_request(jane: Site, case: str) -> None:
    path, options, names = STRANGERS[case]
    jane.open(path, **options)
    if path == "/in/jane-doe/":
        jane.screen.chip()
    jane.screen.listen()
    for name in names:
        who = name.split()[1]
        jane.practice.clear()
        jane.passes(name)
        if "pymk" not in name and options.get("rail") != "now":
            jane.passes(f"dialog send {who}")
        jane.has_sent(("connect", who))
    assert jane.screen.ours('[role="alertdialog"], [role="status"]') is None
    assert jane.screen.heard() == []


@pytest.mark.parametrize("gen", ["late-link", "late-button", "classic"])
def test_a_stranger_costs_nothing(jane: Site, gen: str) -> None:
    jane.screen.listen()
    for slug in ("jane-doehler", "jane-doe-4b2a91", "sam-poe"):
        jane.practice.clear()
        jane.open(f"/in/{slug}/", gen=gen)
        for by in ("enter", "touch"):
            jane.passes(f"connect {slug} top", by)
            jane.passes("dialog dismiss")
        jane.passes(f"connect {slug} top")
        jane.passes(f"dialog send {slug}")
        jane.has_sent(("connect", slug))
        jane.costs_nothing()


HELD_ON_A_STRANGERS_PROFILE = {
    "a rail's button": ("anna-graefin-von-hohen", "rail", {}),
    "one that sends at once": ("anna-graefin-von-hohen", "rail", {"rail": "now"}),
    "classic": ("anna-graefin-von-hohen", "rail", {"gen": "classic"}),
    "a link in the page's middle": ("yael-ben-tov", "also-viewed", {}),
    "a slug that is not ASCII": ("bjørn-åse-müller", "also-viewed", {}),
}


@pytest.mark.parametrize("case", HELD_ON_A_STRANGERS_PROFILE)
def test_an_interviewer_is_held_on_a_strangers_profile(site: Site, case: str) -> None:
    slug, place, options = HELD_ON_A_STRANGERS_PROFILE[case]
    interviewer(site, slug)
    site.open("/in/sam-poe/", **options)
    site.refuses(f"connect {slug} {place}", "mouse", "enter", rule=RULE)
    assert site.screen.nodes() == 0
