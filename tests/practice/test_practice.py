"""The practice sites answer under the real names, as awkward as the facts, and write down what was sent."""

import base64
import json
import ssl
from collections.abc import Iterator
from http.client import HTTPSConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup

from tests.practice import Practice, Tunnel

FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def practice() -> Iterator[Practice]:
    with Practice() as practice:
        yield practice


@pytest.fixture(autouse=True)
def clean(practice: Practice) -> None:
    practice.clear()


class Client:
    """A browser without scripts, in front of one host, through a tunnel."""

    def __init__(self, practice: Practice, tunnel: Tunnel, host: str = "www.linkedin.com") -> None:
        trust = ssl.create_default_context()
        practice.authority.configure_trust(trust)
        self.connection = HTTPSConnection("127.0.0.1", tunnel.port, context=trust)
        self.connection.set_tunnel(host, 443)

    def ask(self, method: str, path: str, body: str | None = None, **headers: str) -> tuple[int, str]:
        """A body is JSON unless `content_type` says otherwise; underscores in `headers` stand for hyphens."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if body:
            sent.setdefault("content-type", "application/json")
        self.connection.request(method, path, body and body.encode(), sent)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        self.headers = answer.headers
        self.connection.close()
        return answer.status, text

    def soup(self, path: str) -> BeautifulSoup:
        status, text = self.ask("GET", path)
        assert status == 200, text
        return BeautifulSoup(text, "lxml")


@pytest.fixture
def tunnel(practice: Practice) -> Iterator[Tunnel]:
    with Tunnel(practice.port, practice.hosts) as tunnel:
        yield tunnel


@pytest.fixture
def linkedin(practice: Practice, tunnel: Tunnel) -> Client:
    return Client(practice, tunnel)


def test_a_certificate_for_the_real_name_is_served_through_the_tunnel(
    linkedin: Client, practice: Practice
) -> None:
    status, _ = linkedin.ask("GET", "/in/jane-doe/")
    assert status == 200
    assert [(visit.host, visit.path) for visit in practice.visits] == [("www.linkedin.com", "/in/jane-doe/")]


def test_the_tunnel_refuses_and_lists_other_hosts(practice: Practice, tunnel: Tunnel) -> None:
    with pytest.raises(OSError, match="403"):
        Client(practice, tunnel, "example.com").ask("GET", "/")
    assert tunnel.refused == ["example.com:443"]


def test_a_profile_id_is_29_bytes_and_carries_the_member_number(practice: Practice) -> None:
    jane = practice.people.persons[0]
    raw = base64.urlsafe_b64decode(jane.urn() + "=")
    assert jane.urn().startswith("ACoAA")
    assert (len(raw), raw[:2], int.from_bytes(raw[2:8], "big"), raw[8]) == (29, b"\x00\x2a", jane.member, 1)


def test_the_connect_links_of_the_owner_stand_in_card_sticky_header_and_hidden(linkedin: Client) -> None:
    page = linkedin.soup("/in/jane-doe/")
    links = page.select('a[href="/preload/custom-invite/?vanityName=jane-doe"]')
    assert len(links) == 4
    assert [link.find_parent("main") is None for link in links] == [True, False, False, False]
    assert page.h1 is None
    assert page.title is not None
    assert page.title.text == "(3) Jane Doe | LinkedIn"


def test_classes_change_with_every_load(linkedin: Client) -> None:
    first, second = (linkedin.soup("/in/jane-doe/").main for _ in range(2))
    assert first is not None
    assert second is not None
    assert not {*str(first).split('class="')[1:]} & {*str(second).split('class="')[1:]}


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


def test_everybody_here_is_found_by_slug_and_id(practice: Practice) -> None:
    for person in practice.people.persons:
        for key in (person.slug.upper(), person.urn(), person.urn("ACw"), str(person.member)):
            assert practice.people.on_linkedin(key) is person


def test_files_are_short() -> None:
    files = [
        path
        for path in Path(__file__).parent.rglob("*.*")
        if path.suffix in {".py", ".js", ".html", ".css", ".toml"}
    ]
    assert not [path.name for path in files if len(path.read_text(encoding="utf-8").splitlines()) > 250]


@pytest.fixture
def facebook(practice: Practice, tunnel: Tunnel) -> Client:
    return Client(practice, tunnel, "www.facebook.com")


def graphql(name: str, **fields: object) -> str:
    variables = json.dumps({"input": fields})
    return urlencode({"fb_api_req_friendly_name": name, "variables": variables})


@pytest.mark.parametrize(
    "path",
    [
        "/Acme.GmbH",
        "/acme.gmbh/reviews/",
        "/profile.php?id=100064411223344",
        "/people/Acme-GmbH/100064411223344/",
        "/p/Acme-GmbH-100064411223344/",
        "/104411223344556",
    ],
)
def test_a_page_answers_at_every_form_of_its_address(facebook: Client, path: str) -> None:
    page = facebook.soup(path)
    assert [head.text for head in page.select("h1")] == ["Notifications", "Acme GmbH"]
    assert '"delegate_page": {"category_name"' in page.select_one("script[data-sjs]").text  # type: ignore[union-attr]


def test_only_profiles_name_the_friend_to_be(facebook: Client) -> None:
    def labels(path: str) -> list[str]:
        return [str(button["aria-label"]) for button in facebook.soup(path).select("[aria-label^='Add']")]

    assert labels("/jane.doe.acme")[:2] == ["Add Friend Jane Doe", "Add Friend Sam Poe"]
    assert set(labels("/search/people/?q=jane")) == {"Add friend"}


@pytest.mark.parametrize(
    ("name", "fields", "kind", "target"),
    [
        ("ComposerStoryCreateMutation", {"audience": {"to_id": "100064411223344"}}, "post", "acme.gmbh"),
        ("ComposerStoryCreateMutation", {"audience": {"privacy": {"base_state": "SELF"}}}, "post", "me"),
        (
            "ComposerStoryCreateMutation",
            {"page_recommendation": {"page_id": "104411223344556"}},
            "review",
            "acme.gmbh",
        ),
        (
            "FriendingCometFriendRequestSendMutation",
            {"friend_requestee_ids": ["100001234567890"]},
            "friend_request",
            "jane.doe.acme",
        ),
    ],
)
def test_a_mutation_is_known_by_its_friendly_name(
    facebook: Client, practice: Practice, name: str, fields: dict[str, object], kind: str, target: str
) -> None:
    body = graphql(name, **fields)
    assert facebook.ask("POST", "/api/graphql/", body, content_type=FORM, x_fb_friendly_name=name)[0] == 200
    assert [(sent.kind, sent.target) for sent in practice.requests] == [(kind, target)]


def test_typing_a_comment_is_not_sending_one(facebook: Client, practice: Practice) -> None:
    name = "CometUFILiveTypingBroadcastMutation_Start"
    facebook.ask("POST", "/api/graphql/", graphql(name), content_type=FORM, x_fb_friendly_name=name)
    assert practice.requests == []


def test_the_mobile_host_leads_to_the_desktop_one(practice: Practice, tunnel: Tunnel) -> None:
    client = Client(practice, tunnel, "m.facebook.com")
    assert client.ask("GET", "/acme.gmbh")[0] == 302
    assert client.headers["Location"] == "https://www.facebook.com/acme.gmbh?_rdr"
