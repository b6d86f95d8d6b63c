"""Whose page a company's is, and what of a post on it is held."""

import pytest

from tests.server.facts import application, fresh
from tests.server.judging import company, judged
from tests.server.test_history import change
from tests.server.wire import Served


def test_a_company_without_an_application_there_is_forgotten(served: Served) -> None:
    row = served.call("POST", "/applications", application(company="Gone GmbH")).json
    served.call("DELETE", f"/applications/{row['id']}", headers={"If-Match": "*"})
    again = served.call("POST", "/applications", application(company="gone gmbh")).json
    assert again["company"] == "gone gmbh"


@pytest.mark.parametrize("right", ["Acme {}", "Acmee {} GmbH", "Known as {}"])
def test_the_name_of_a_company_can_be_corrected(shared: Served, right: str) -> None:
    wrong, right = f"Acmee {(slug := fresh())}", right.format(slug)
    page = f"https://www.facebook.com/acmee{slug.replace('-', '')}"
    row = shared.call(
        "POST", "/applications", application(company=wrong, pages=[page], aliases=[f"Known as {slug}"])
    )
    told = change(shared, "applications", row.json, company=right, aliases=[wrong])
    assert (told["company"], told["aliases"], told["pages"]) == (right, [wrong], [page])
    for name in (wrong, right):
        assert (
            shared.call("POST", "/track", {"id": fresh(), "company": name}).json["application"]["id"]
            == told["id"]
        )
    back = change(shared, "applications", told, company=wrong, aliases=[])
    assert (back["company"], back["aliases"], back["pages"]) == (wrong, [], [page])


def test_of_two_applications_at_a_company_one_moves_to_another(shared: Served) -> None:
    first = shared.call("POST", "/applications", application()).json
    shared.call("POST", "/applications", application(company=first["company"]))
    told = change(shared, "applications", first, company=f"Beta {fresh()}")
    assert told["company"] != first["company"]
    assert (
        shared.call("POST", "/track", {"id": fresh(), "company": first["company"]}).json["application"]["id"]
        != told["id"]
    )


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
