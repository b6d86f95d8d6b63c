"""Whom a name means: as the extension has it, on the same examples."""

import json
from pathlib import Path

import pytest

from poise.store.naming import folded, folded_company
from tests.server.facts import ago, fresh, interviewer, track
from tests.server.judging import judged
from tests.server.test_verdicts import change
from tests.server.wire import Served

# What is shown, and what it is compared as; read by tests/guard/names.test.js, too.
NAMES, COMPANIES = (
    json.loads((Path(__file__).parents[1] / name).read_text(encoding="utf-8"))
    for name in ("names.json", "companies.json")
)


@pytest.mark.parametrize("what", NAMES)
def test_a_name_is_folded_as_the_extension_folds_it(what: str) -> None:
    shown, expected = NAMES[what]
    assert folded(shown) == expected


@pytest.mark.parametrize("what", COMPANIES)
def test_a_companys_name_is_folded_as_the_extension_folds_it(what: str) -> None:
    shown, expected = COMPANIES[what]
    assert folded_company(shown) == expected


def test_companies_that_begin_alike_are_two(shared: Served) -> None:
    """What one decides is not said of the other."""
    mark = fresh()
    ann, bob = (track(shared, company=f"Meyer {mark}, {other} & Partner") for other in ("Schulz", "Braun"))
    change(shared, bob["application"] | {"outcome": {"kind": "rejected", "at": ago(minutes=5)}})
    now = shared.call("GET", f"/applications/{ann['application']['id']}").json
    assert (now["company"], now["stage"]) == (f"Meyer {mark}, Schulz & Partner", "awaiting")
    again = track(shared, company=f"MEYER {mark} SCHULZ & Partner")
    assert again["application"]["id"] == ann["application"]["id"]


ALIKE = [
    ("Jane {} Doe", "JANE {} DOE, PhD"),
    ("Jane {} Doe", "Jane {} Doe (She/Her)"),
    ("Jane {} O'Brien", "Jane {} O\u2019Brien"),
    ("Jane {} O\u2019Brien", "Jane {} O'Brien"),
    ("Anna {} Groß", "ANNA {} GROSS"),
    ("Anna {} Müller", "Anna {} Mu\u0308ller"),
    ("Müller, Anna {}", "Anna {} Müller"),
]
OTHERS = [
    ("Anna {} Müller", "Anna {} Mueller"),
    ("Jane {} Doe", "Jane {} Doe-Poe"),
    ("Müller, Anna {}", "Müller, Bernd {}"),
    ("Müller, Anna {}", "Müller"),
    ("Jane {} Doe", "Dr. Jane {} Doe"),
    ("Jane {} Doe", "Jane {} Doe \U0001f680"),
]


@pytest.mark.parametrize(("written", "shown"), ALIKE)
def test_however_a_name_is_written_it_is_asked_about_once(shared: Served, written: str, shown: str) -> None:
    mark = fresh()
    track(shared, name=written.format(mark), profiles=[])
    told = judged(shared, target={"name": shown.format(mark)})
    assert (told["verdict"], told["match"], told["person"]["name"]) == ("hold", "name", written.format(mark))
    shared.call("POST", f"/verdicts/{told['id']}/choice", {"choice": "not_them"})
    for name in (written, shown):
        assert judged(shared, target={"name": name.format(mark)})["verdict"] == "allow"


@pytest.mark.parametrize(("written", "shown"), OTHERS)
def test_another_name_is_somebody_else(shared: Served, written: str, shown: str) -> None:
    mark = fresh()
    track(shared, name=written.format(mark), profiles=[])
    assert judged(shared, target={"name": shown.format(mark)})["person"] is None


def test_what_an_older_version_remembered_of_a_name_still_holds(shared: Served) -> None:
    mark = fresh()
    told = track(shared, name=f"Jane {mark} O\u2019Brien", profiles=[])
    person = interviewer(told["application"]["id"], name=told["interviewer"]["name"])
    del person["id"]
    got = shared.call(
        "PUT",
        f"/interviewers/{told['interviewer']['id']}",
        person | {"not_profiles": [f"name:jane {mark} o\u2019brien"]},
        headers={"If-Match": "*"},
    )
    assert got.status == 200, got.body
    assert judged(shared, target={"name": f"Jane {mark} O'Brien"})["verdict"] == "allow"


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_of_the_same_name_the_strictest_counts_and_each_is_denied_for_itself(
    shared: Served, first: int
) -> None:
    name = f"Anna {fresh()} Müller"
    both = [track(shared, name=name, profiles=[]) for _ in range(2)]
    free, held = both[first], both[1 - first]
    change(shared, free["application"] | {"outcome": {"kind": "offer", "at": ago(minutes=5)}})
    told = judged(shared, target={"name": name}, with_note=True)
    assert (told["verdict"], told["match"]) == ("hold", "name")
    assert told["person"]["id"] == held["interviewer"]["id"]
    shared.call("POST", f"/verdicts/{told['id']}/choice", {"choice": "not_them"})
    told = judged(shared, target={"name": name}, with_note=True)
    assert (told["verdict"], told["person"]["id"]) == ("allow", free["interviewer"]["id"])
