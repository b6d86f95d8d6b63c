"""Other ways of reaching out on Facebook: reviews, mentions, sharing, cards over a name, following, and chats."""

from ..battery import Site, decide, interviewer
from ..test_popup import popup, press
from ..waiting import until

WALL, THANKS, FRIEND, CHANNEL = (
    "wall-before-decision", "wall-thank-you", "friend-before-decision", "new-channel",
)  # fmt: skip
THANK_YOU = "Thank you for the interview yesterday, it was a pleasure to meet the team!"
JANE, SAM = "jane.doe.acme", "sam.poe.draws"


def test_recommending_the_company_is_held_where_it_begins(acme: Site) -> None:
    acme.open("/acme.gmbh/reviews/", lang="nb")
    acme.refuses("composer acme.gmbh yes", "mouse", "space", rule=WALL)
    acme.refuses("composer acme.gmbh no", "enter", rule=WALL)
    acme.open("/fjordkraftdata/reviews/")
    acme.passes("composer fjordkraftdata yes")


def mention(site: Site, begin: str, key: str) -> None:
    site.passes("composer me trigger")
    site.type("editor me", f"{THANK_YOU} @{begin}")
    site.passes(f"mention {key}")
    until(lambda: begin in site.control("editor me").text, f"{key} in the text")


def test_a_post_on_ones_own_feed_that_mentions_the_company_is_held(acme: Site) -> None:
    acme.open("/")
    mention(acme, "Acme", "acme.gmbh")
    acme.holds("post me", "enter", rule=THANKS)
    acme.screen.choose("send_anyway")
    acme.passes("post me", "enter")
    acme.has_sent(("post", "me"))
    text = acme.practice.requests[0].body["variables"]["input"]["message"]
    assert [one["entity"]["id"] for one in text["ranges"]] == ["100064411223344"]


def test_a_post_that_mentions_another_company_costs_nothing(acme: Site) -> None:
    acme.open("/")
    acme.screen.listen()
    mention(acme, "Fjord", "fjordkraftdata")
    acme.passes("post me")
    acme.has_sent(("post", "me"))
    acme.costs_nothing()


def test_sharing_is_held_only_where_the_companys_page_is_chosen_for_it(acme: Site) -> None:
    acme.open("/acme.gmbh")
    acme.screen.chip()
    acme.passes("share acme.gmbh")
    acme.refuses("share-to acme.gmbh", "mouse", "enter", rule=WALL)
    acme.passes("share-now acme.gmbh")
    acme.has_sent(("post", "me"))
    acme.passes("share acme.gmbh")
    acme.holds("share-to acme.gmbh", rule=WALL)
    acme.screen.choose("send_anyway")
    acme.passes("share-to acme.gmbh")
    acme.passes("share-now acme.gmbh")
    acme.has_sent(("post", "me"), ("post", "acme.gmbh"))


def hover(site: Site, who: str) -> None:
    name = {JANE: "Jane Doe", SAM: "Sam Poe"}[who]
    link = next(one for one in site.screen.driver.find_elements("css selector", "h3 a") if one.text == name)
    site.screen.driver.execute_script("arguments[0].dispatchEvent(new MouseEvent('mouseenter'))", link)


def test_the_card_over_a_name_is_for_that_name(jane: Site) -> None:
    jane.open("/")
    hover(jane, JANE)
    jane.refuses(f"friend {JANE} hover", "mouse", "enter", rule=FRIEND)
    jane.refuses(f"message {JANE} hover", "space", rule=CHANNEL)
    hover(jane, SAM)
    jane.passes(f"friend {SAM} hover")
    jane.has_sent(("friend_request", SAM))


def test_the_first_message_is_held_where_the_chat_opens_and_asked_about_once(jane: Site) -> None:
    jane.open(f"/{JANE}", lang="de")
    jane.refuses(f"message {JANE} header", "mouse", "enter", rule=CHANNEL)
    jane.holds(f"message {JANE} header", rule=CHANNEL)
    jane.screen.choose("send_anyway")
    jane.passes(f"message {JANE} header")
    jane.type(f"chat {JANE}", "Dear Jane")
    jane.passes(f"chat {JANE}", "enter")
    jane.has_sent(("message", JANE))


def test_enter_is_held_in_a_chat_that_was_open_before(site: Site) -> None:
    site.open(f"/{JANE}", lang="nb")
    site.passes(f"message {JANE} header")
    interviewer(site, "jane-doe")
    site.screen.chip()
    site.type(f"chat {JANE}", "Dear Jane")
    site.refuses(f"chat {JANE}", "enter", rule=CHANNEL)
    assert site.control(f"chat {JANE}").text == "Dear Jane"


def test_enter_in_an_empty_chat_or_in_a_list_is_no_message(site: Site) -> None:
    decide(site.screen, interviewer(site, "jane-doe"), "offer")
    site.open(f"/{JANE}")
    site.screen.chip()
    site.passes(f"message {JANE} header")
    site.screen.listen()
    for _ in range(3):
        site.use(f"chat {JANE}", "enter")
    site.type(f"chat {JANE}", "Dear Jane")
    chat = site.control(f"chat {JANE}")
    site.screen.driver.execute_script("arguments[0].setAttribute('aria-expanded', 'true')", chat)
    site.use(f"chat {JANE}", "enter")
    site.screen.driver.execute_script("arguments[0].removeAttribute('aria-expanded')", chat)
    site.type(f"chat {JANE}", "Dear Jane")
    site.use(f"chat {JANE}", "enter")
    until(lambda: "sent" in site.screen.heard(), "the message noted")
    assert site.screen.heard().count("sent") == 1


def test_writing_to_somebody_else_costs_nothing(jane: Site) -> None:
    jane.open(f"/{SAM}")
    jane.screen.listen()
    jane.passes(f"message {SAM} header", "space")
    jane.type(f"chat {SAM}", "Dear Sam")
    jane.passes(f"chat {SAM}", "enter")
    jane.passes(f"follow {SAM} header")
    jane.has_sent(("message", SAM), ("follow", SAM))
    jane.costs_nothing()


def test_following_goes_with_a_hint(jane: Site) -> None:
    jane.open(f"/{JANE}")
    jane.screen.chip()
    jane.passes(f"follow {JANE} header")
    jane.has_sent(("follow", JANE))
    assert jane.screen.hint().get_attribute("data-rule") == CHANNEL


def test_a_page_that_is_tracked_as_it_is_looked_at_is_a_companys_and_known_by_both_its_numbers(
    site: Site,
) -> None:
    site.open("/acme.gmbh")
    with popup(site.screen):
        until(lambda: site.screen.find("[data-track]"), "the offer to track")
        offers = site.screen.driver.find_elements("css selector", "[data-track]")
        assert [one.get_attribute("data-track") for one in offers] == ["company"]
        press(site.screen, "[data-track]")
        press(site.screen, '[data-form="company"] [type="submit"]')
        until(lambda: site.screen.find("#outcome").text, "that it was saved")
    known = site.screen.tell({"kind": "request", "method": "GET", "path": "/applications"})["body"]["items"]
    assert {"facebook:id:104411223344556", "facebook:id:100064411223344"} <= set(known[0]["pages"])
