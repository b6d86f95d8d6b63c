"""Tables of other trackers: columns guessed in three languages, what they say of applications."""

from collections import Counter
from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter

from poise.api.wire import Text
from poise.errors import BadInput
from poise.etiquette.facts import OutcomeKind, Role
from poise.intake.offers import Person, Sought
from poise.intake.tables import cap
from tests.intake.conftest import Intake


def sought(intake: Intake, file: str | bytes, **wished: Any) -> list[Sought]:
    offers = [row.offers[0] for row in intake.preview(file, **wished).rows]
    return [offer for offer in offers if isinstance(offer, Sought)]


def test_a_german_table_out_of_excel(intake: Intake) -> None:
    """Semicolons, Windows-1252, dates with dots and with words; the note about the encoding is shown."""
    found = sought(intake, "bewerbungen.csv")
    assert [(one.company, one.role, one.applied_on) for one in found] == [
        ("Beispielwerke AG", "Entwicklerin", date(2026, 2, 1)),
        ("Nordlicht SE", "Analystin", date(2026, 1, 15)),
        ("Acme GmbH", "Data engineer; remote", date(2026, 3, 3)),
    ]
    assert [one.outcome.kind if one.outcome else None for one in found] == [None, OutcomeKind.REJECTED, None]
    assert found[1].outcome
    assert found[1].outcome.at.date() == date(2026, 2, 20)
    assert found[0].person == Person("Erika Muster", Role.INTERVIEWER)
    preview = intake.preview("bewerbungen.csv")
    assert [key for key, _ in preview.notes] == ["encoding"]
    assert (preview.mapping["company"], preview.mapping["notes"]) == ("Firma", "Bemerkung")


def test_an_english_one_with_people_and_profiles(intake: Intake) -> None:
    intake.taken("tracker-en.csv")
    jane = intake.people()["Jane Doe"]
    assert jane.identities == ("https://www.linkedin.com/in/jane-doe/",)
    (application,) = jane.dossier.applications
    assert application.interviews[0].starts.isoformat() == "2026-03-04T13:00:00+00:00"


def test_a_column_that_says_nothing_to_us_is_named(intake: Intake) -> None:
    notes = intake.preview("tracker-en.csv").notes
    assert notes == [("unknown_columns", {"file": "tracker-en.csv", "columns": "Salary"})]


def test_a_norwegian_one(intake: Intake) -> None:
    (found,) = sought(intake, "soknader.csv")
    assert (found.company, found.applied_on) == ("Fjordkraftverk AS", date(2026, 5, 3))
    assert found.interviews[0][0].isoformat() == "2026-05-10T07:30:00+00:00"


@pytest.mark.parametrize("file", ["bewerbungen.csv", "tracker-en.csv", "soknader.csv"])
def test_importing_twice_changes_nothing(intake: Intake, file: str) -> None:
    assert intake.taken(file)
    before = intake.everything()
    assert intake.preview(file).rows == []
    intake.taken(file)
    assert intake.everything() == before


PANEL = b"""Company,Position,Date Applied,Interviewer,Interview,Status
Acme,Dev,2026-11-02,Jane Doe,2026-11-20 10:00,Interview
ACME,dev,2026-11-02,John Poe,2026-11-20 10:00,Interview
Acme,Dev,,Jane Doe,2026-11-21 09:00,Offer
Acme,Dev,2025-01-07,Kim Roe,2025-02-01 10:00,Rejected
Acme,Cook,2026-11-02,Jane Doe,,Applied
"""


def test_a_row_for_each_interviewer_is_one_application(intake: Intake) -> None:
    """For the same job, unless the user applied for it another time; and so it stays when the file comes in again."""
    rows = {row.values["people"]: row.values["outcome"] for row in intake.preview(PANEL).rows}
    assert rows == {"Jane Doe, John Poe": "offer", "Kim Roe": "rejected", "Jane Doe": None}
    intake.taken(PANEL)
    known = intake.everything()
    assert len(known["applications"]) == 3
    [panel] = [one for one in known["applications"] if one["outcome"] == "offer"]
    assert len([one for one in known["interviews"] if one["application_id"] == panel["id"]]) == 2
    assert len([one for one in known["parts"] if one["application_id"] == panel["id"]]) == 2
    assert len(known["interviewers"]) == 3
    assert intake.preview(PANEL).rows == []


def test_columns_of_any_name_are_mapped_once_and_found_again_by_name(intake: Intake) -> None:
    data = b"Wer,Was\nAcme GmbH,Koch\n"
    with pytest.raises(BadInput, match="no column says which company"):
        intake.preview(data)
    pairs = {"company": "Wer", "role": "Was"}
    intake.taken(data, map=pairs, mapping="mine")
    (found,) = sought(intake, b"Was,Wer\nBote,Beta\n", mapping="mine")
    assert (found.company, found.role) == ("Beta", "Bote")


@pytest.mark.parametrize(
    ("pairs", "fault"),
    [({"company": "Nowhere"}, "no column 'Nowhere'"), ({"colour": "Wer"}, "'colour' is no field")],
)
def test_a_mapping_that_fits_nothing_is_refused(intake: Intake, pairs: dict[str, str], fault: str) -> None:
    with pytest.raises(BadInput, match=fault):
        intake.preview(b"Company,Was,Wer\nAcme,Koch,x\n", map=pairs)


def test_what_is_known_is_completed_and_never_overwritten(intake: Intake) -> None:
    intake.taken(b"Company,Position,Status\nAcme,Cook,Offer\n")
    (row,) = intake.preview(b"Company,Position,Status,Date Applied\nAcme,Cook,Rejected,2026-01-02\n").rows
    assert (row.doubt, row.chosen) == ("other_outcome", False)
    intake.taken(b"Company,Position,Date Applied\nAcme,Cook,2026-01-02\n")
    (application,) = intake.everything()["applications"]
    assert (application["outcome"], application["applied_on"]) == ("offer", date(2026, 1, 2))


def test_another_job_at_the_same_company_is_another_application(intake: Intake) -> None:
    intake.taken(b"Company,Position\nAcme,Cook\nAcme,Waiter\n")
    assert len(intake.everything()["applications"]) == 2
    assert len(intake.everything()["companies"]) == 1


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (b"Acme,Cook,Hovering,2026-01-02", r"line 2: Status: 'Hovering' is no status that Poise knows"),
        (b"Acme,Cook,Applied,someday", r"line 2: Date Applied: this is no date"),
        (b"Acme,Cook,Applied,2026-02-30", r"line 2: Date Applied: there is no such day"),
        (b",Cook,Applied,2026-01-02", "line 2: this row names no company"),
        (b"A\x07,Cook,Applied,2026-01-02", "line 2: Company: this cannot be a name"),
        (b"Acme,Cook,Applied,2026-01-02,more,and more", "line 2: 6 cells where the header has 4"),
        (b'Acme,"Cook,Applied,2026-01-02', "line 2: the row is damaged or cut off"),
    ],
)
def test_a_row_that_cannot_be_read_refuses_the_whole_with_its_line(
    intake: Intake, row: bytes, fault: str
) -> None:
    head = b"Company,Position,Status,Date Applied\n"
    with pytest.raises(BadInput, match=fault):
        intake.preview(head + row + b"\n", "jobs.csv")
    assert intake.everything()["applications"] == []


def test_a_table_that_breaks_off_within_its_last_row_is_refused(intake: Intake) -> None:
    with pytest.raises(BadInput, match="line 3: 2 cells where the header has 3"):
        intake.preview(b"Company,Position,Status\nAcme,Cook,Applied\nBeta,Wai")
    assert len(intake.preview(b"Company,Position,Status\nAcme,Cook\nBeta,Waiter\n").rows) == 2


@pytest.mark.parametrize("name", ["Acme", "Acme AG", "ACME GmbH", "acme ltd"])
def test_a_company_known_by_a_name_like_it_is_the_same(intake: Intake, name: str) -> None:
    """With another legal form or none: the same application, taken once."""
    intake.taken(b"Company,Position\nAcme,Cook\n")
    data = f"Company,Position\n{name},Cook\n".encode()
    assert intake.preview(data).rows == []
    intake.taken(data.replace(b"Cook", b"Waiter"))
    assert intake.preview(data.replace(b"Cook", b"Waiter")).rows == []
    assert len(intake.everything()["companies"]) == 1


def test_one_person_of_many_rows_is_one_person(intake: Intake) -> None:
    """By a profile, or by the same name at the same company; a company by its name with or without GmbH."""
    data = b"""Company,Position,Interviewer,LinkedIn
Acme,Cook,Jane Doe,https://www.linkedin.com/in/jane-doe
Acme GmbH,Baker,Jane DOE,
Beta,Cook,Jane Doe,https://www.linkedin.com/in/jane-doe
Beta,Baker,Jane Doe,https://www.linkedin.com/in/jane-doe-2
Gamma,Cook,Jane Doe,
"""
    intake.taken(data, "jobs.csv")
    kept = intake.everything()
    assert {row["name"] for row in kept["companies"]} == {"Acme", "Beta", "Gamma"}
    jane = Counter(row["interviewer_id"] for row in kept["parts"])
    assert sorted(jane.values()) == [1, 4]
    assert {row["value"] for row in kept["identities"]} == {
        "https://www.linkedin.com/in/jane-doe/",
        "https://www.linkedin.com/in/jane-doe-2/",
    }


def test_what_is_added_to_somebody_known_counts_as_a_change_of_theirs(intake: Intake) -> None:
    intake.taken(b"Company,Position,Interviewer\nAcme,Cook,Jane Doe\n", "jobs.csv")
    (before,) = intake.everything()["interviewers"]
    intake.taken(
        b"Company,Position,Interviewer,LinkedIn\nAcme,Baker,Jane Doe,https://www.linkedin.com/in/jane-doe\n",
        "more.csv",
    )
    (after,) = intake.everything()["interviewers"]
    assert after["version"] > before["version"]
    assert len(intake.people()["Jane Doe"].dossier.applications) == 2


def test_a_profile_of_two_names_refuses_the_whole_with_its_line(intake: Intake) -> None:
    data = b"Company,Interviewer,LinkedIn\nAcme,Jane Doe,https://www.linkedin.com/in/jane-doe\n"
    with pytest.raises(BadInput, match=r"line 3.*already that of Jane Doe"):
        intake.taken(data + b"Beta,Ola Nordmann,https://www.linkedin.com/in/jane-doe\n", "jobs.csv")
    assert not any(intake.everything().values())


def test_people_written_last_name_first_are_as_many_as_they_are(intake: Intake) -> None:
    intake.taken('Company,Role,Interviewer\nAcme,Cook,"Müller, Anna"\nAcme,Cook,"Müller, Bernd"\n'.encode())
    assert set(intake.people()) == {"Müller, Anna", "Müller, Bernd"}
    intake.taken("Company,Role,Interviewer\nAcme,Cook,Anna Müller\n".encode())
    assert len(intake.people()) == 2


def test_am_and_pm_do_not_say_which_comes_first(intake: Intake) -> None:
    """Britain and Australia write them after a day that comes first."""
    head, may = b"Company,Role,Interview\n", b"Acme,Writer,03/05/2026 2:00 pm\n"
    with pytest.raises(BadInput, match="day or month first"):
        intake.preview(head + may)
    intake.taken(head + may + b"Beta,Writer,25/05/2026 2:00 pm\n")
    days = sorted(str(row["starts"])[:10] for row in intake.everything()["interviews"])
    assert days == ["2026-05-03", "2026-05-25"]


NOTED = b"""Company,Position,Interviewer,Notes
Acme,Dev,Jane Doe,"liked the kitchen
and the view"
Acme,Dev,John Poe,asked about tests
Acme,Dev,Kim Roe,asked about tests
Beta,Cook,,
"""


def test_the_notes_of_a_table_come_in_with_its_applications(intake: Intake) -> None:
    """Those of all its rows, the same words once; said in the preview, and nothing new when the file comes in again."""
    said = intake.texts(intake.preview(NOTED))
    assert said == [
        "Application at Acme (Dev), with Jane Doe, John Poe, Kim Roe; with your notes",
        "Application at Beta (Cook)",
    ]
    intake.taken(NOTED)
    notes = {one["role"]: one["notes"] for one in intake.everything()["applications"]}
    assert notes == {"Dev": "liked the kitchen\nand the view\nasked about tests", "Cook": None}
    assert intake.preview(NOTED).rows == []


def test_notes_complete_a_known_application_and_replace_none_of_its_own(intake: Intake) -> None:
    intake.taken(b"Company,Position,Status\nAcme,Dev,Applied\n")
    for note in (b"mine", b"another"):
        intake.taken(b"Company,Position,Notes\nAcme,Dev," + note + b"\n")
        assert [one["notes"] for one in intake.everything()["applications"]] == ["mine"]


def test_notes_longer_than_an_application_holds_are_refused_with_their_line(intake: Intake) -> None:
    rows = b"".join(b"Acme,Dev,Kim %d,%s\n" % (at, b"%d" % at * 7_000) for at in range(3))
    with pytest.raises(BadInput, match="line 2: the notes on this application are too long"):
        intake.preview(b"Company,Position,Interviewer,Notes\n" + rows)


def test_what_an_import_takes_as_notes_the_service_takes_back() -> None:
    assert TypeAdapter(Text).validate_python("x" * cap("table", "notes"))
