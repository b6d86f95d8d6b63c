"""The practice LinkedIn is as awkward as the facts, and writes down what was sent."""

import pytest

from tests.practice import Practice
from tests.practice.client import Client


def test_the_connect_links_of_the_owner_stand_in_card_sticky_header_and_hidden(linkedin: Client) -> None:
    page = linkedin.soup("/in/jane-doe/")
    links = page.select('a[href="/preload/custom-invite/?vanityName=jane-doe"]')
    assert len(links) == 4
    assert [link.find_parent("main") is None for link in links] == [True, False, False, False]
    assert page.h1 is None
    assert page.title is not None
    assert page.title.text == "(3) Jane Doe | LinkedIn"


def test_classes_change_with_every_load(linkedin: Client) -> None:
    def classes() -> set[str]:
        return {
            name for element in linkedin.soup("/in/jane-doe/").select("[class]") for name in element["class"]
        }

    first, second = classes(), classes()
    assert first
    assert not first & second


def test_scripts_need_a_nonce_and_text_needs_a_policy(linkedin: Client) -> None:
    linkedin.ask("GET", "/in/jane-doe/")
    policy = linkedin.headers["Content-Security-Policy"]
    assert "'strict-dynamic'" in policy
    assert "require-trusted-types-for 'script'" in policy


def test_an_option_that_does_not_exist_is_refused(linkedin: Client) -> None:
    assert linkedin.ask("GET", "/in/jane-doe/?gen=lat")[0] == 400


def test_an_invitation_is_written_down_with_its_target(linkedin: Client, practice: Practice) -> None:
    urn = practice.people.persons[0].urn()
    body = f'{{"invitee": {{"inviteeUnion": {{"memberProfile": "urn:li:fsd_profile:{urn}"}}}}}}'
    path = "/voyager/api/voyagerRelationshipsDashMemberRelationships?action=verifyQuotaAndCreateV2"
    assert linkedin.ask("POST", path, body)[0] == 200
    [sent] = practice.requests
    assert (sent.host, sent.path, sent.kind, sent.target) == ("www.linkedin.com", path, "connect", "jane-doe")


@pytest.mark.parametrize("gen", ["late-link", "late-button", "more-only", "classic", "early"])
@pytest.mark.parametrize("state", ["none", "pending", "incoming", "connected", "follow-only", "self"])
def test_every_generation_shows_every_state(linkedin: Client, gen: str, state: str) -> None:
    page = linkedin.soup(f"/in/jane-doe/?gen={gen}&state={state}")
    assert page.select_one("main") is not None


@pytest.mark.parametrize(
    "path",
    [
        "/in/jane-doe/de/",
        "/in/jane-doe/overlay/contact-info/",
        "/mwlite/in/jane-doe",
        "/preload/custom-invite/?vanityName=jane-doe",
        "/preload/search-custom-invite/?vanityName=jane-doe",
        "/search/results/people/?keywords=jane&gen=classic",
        "/mynetwork/grow/",
        "/company/acme-gmbh/people/",
        "/company/acme-gmbh/",
        "/preload/",
    ],
)
def test_the_other_pages_answer(linkedin: Client, path: str) -> None:
    assert linkedin.soup(path).select_one("main") is not None


def test_in_search_the_first_link_of_a_card_may_lead_to_somebody_else(linkedin: Client) -> None:
    cards = linkedin.soup("/search/results/people/?keywords=jane").select(
        "[componentkey^=SearchResultsACoAA]"
    )
    assert len(cards) == 3
    assert {str(link["href"]).split("?")[0] for link in cards[0].select("p a")} == {
        "/in/jane-doe/",
        "/in/sam-poe/",
        "/in/anna-graefin-von-hohen/",
    }


def test_marks_change_labels_but_not_to_the_eye(linkedin: Client) -> None:
    links = linkedin.soup("/in/jane-doe/?marks=1").select("a[href*=jane-doe][aria-label]")
    label = str(links[0]["aria-label"])
    assert label != "Invite Jane Doe to connect"
    visible = label.replace("\u00a0", " ").translate({0x200E: None, 0x034F: None})
    assert visible == "Invite Jane Doe to connect"
