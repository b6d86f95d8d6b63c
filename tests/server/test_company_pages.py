"""Whose page a company's is, and what of a post on it is held."""

from tests.server.facts import application, fresh
from tests.server.judging import company, judged
from tests.server.wire import Served


def test_a_company_without_an_application_there_is_forgotten(served: Served) -> None:
    row = served.call("POST", "/applications", application(company="Gone GmbH")).json
    served.call("DELETE", f"/applications/{row['id']}", headers={"If-Match": "*"})
    again = served.call("POST", "/applications", application(company="gone gmbh")).json
    assert again["company"] == "gone gmbh"


def test_a_post_on_the_page_of_a_company_that_decides_is_held(shared: Served) -> None:
    name, page = company(shared)
    wall = {"action": "wall_post", "site": "facebook", "page_url": f"{page}?ref=x"}
    for target in ({"url": page}, {"name": name}, {"company": name.upper()}, {}):
        told = judged(shared, **wall, target=target)
        assert (told["verdict"], told["person"]["kind"]) == ("hold", "company"), target


def test_a_post_on_another_page_is_allowed(shared: Served) -> None:
    wall = {"action": "wall_post", "site": "facebook", "page_url": "https://www.facebook.com/strangers"}
    assert judged(shared, **wall, target={"name": "Strangers"})["verdict"] == "allow"


def test_a_page_alone_can_be_tracked(shared: Served) -> None:
    name = f"beta{fresh().replace('-', '')}"
    page = f"https://www.facebook.com/{name}"
    got = shared.call("POST", "/track", {"id": fresh(), "company": name, "pages": [page]})
    assert (got.status, got.json["interviewer"]) == (201, None)
    assert page in got.json["application"]["pages"]
    told = judged(shared, action="wall_post", site="facebook", page_url=page, target={"url": page})
    assert told["person"]["name"] == name
