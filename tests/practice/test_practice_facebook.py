"""The practice Facebook is as awkward as the facts, and writes down what was sent."""

import json
from urllib.parse import urlencode

import pytest

from tests.practice import Practice, Tunnel
from tests.practice.client import Client

FORM = "application/x-www-form-urlencoded"


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
    assert '"delegate_page":{"id":"104411223344556"' in page.select("script[data-sjs]")[0].text


def test_only_profiles_name_the_friend_to_be(facebook: Client) -> None:
    def labels(path: str) -> list[str]:
        return [
            str(button["aria-label"])
            for button in facebook.soup(path).select("[aria-label^='Add']:not([aria-hidden])")
        ]

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
