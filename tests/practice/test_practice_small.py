"""The practice XING, X and Instagram answer at their addresses, and write down what was sent."""

import json

import pytest

from tests.practice import Practice, Tunnel
from tests.practice.client import Client

PLACES = {
    "www.xing.com": ("/profile/Jane_Doe", "/network", "/chats/Jane_Doe", "/xing-one/api"),
    "x.com": ("/Jane_Doe", "/home", "/messages/jane_doe", "/i/api/1.1/friendships/create.json"),
    "www.instagram.com": ("/jane.doe/", "/explore/people/", "/direct/t/jane.doe/", "/api/graphql"),
}


@pytest.mark.parametrize("host", PLACES)
def test_a_profile_a_list_a_conversation_and_what_they_send(
    practice: Practice, tunnel: Tunnel, host: str
) -> None:
    client = Client(practice, tunnel, host)
    *pages, sends = PLACES[host]
    for path in pages:
        assert client.soup(path).find(string="Jane Doe"), path
    assert client.ask("GET", pages[0].replace("ane", "oan"))[0] == 404
    status, _ = client.ask("POST", sends, json.dumps({"kind": "follow", "target": "jane_doe"}))
    assert status == 204
    assert [(one.kind, one.target) for one in practice.requests] == [("follow", "jane_doe")]
