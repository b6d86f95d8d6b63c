"""What becomes of interviews out of a calendar: once, moved, called off, taken back."""

from datetime import UTC, datetime, timedelta

import pytest

from poise.etiquette.facts import Interview
from poise.intake.offers import Does
from poise.store import applications, history, interviews
from tests.intake.calendars import ME, ORGANIZER, calendar, event
from tests.intake.conftest import Intake


def times(intake: Intake) -> list[Interview]:
    person = intake.people()["Jane Doe"]
    return [interview for one in person.dossier.applications for interview in one.interviews]


def test_importing_twice_changes_nothing(intake: Intake) -> None:
    assert len(intake.taken("google-invite.ics")) == 1
    before = intake.everything()
    again = intake.preview("google-invite.ics")
    assert (again.rows, again.same) == ([], 1)
    assert intake.take(again) == []
    assert intake.everything() == before


def test_an_update_moves_the_interview_and_an_older_one_does_not(intake: Intake) -> None:
    later = event(start="DTSTART;TZID=Europe/Berlin:20260305T160000", end="DURATION:PT30M", sequence=2)
    intake.taken(calendar(event(sequence=1)))
    (row,) = intake.taken(calendar(later))
    assert (row.does, row.says) == (Does.CHANGE, "moved")
    assert [one.starts for one in times(intake)] == [datetime(2026, 3, 5, 15, tzinfo=UTC)]
    assert intake.preview(calendar(event(sequence=1))).rows == []


def test_of_the_states_of_an_event_in_one_file_the_last_counts(intake: Intake) -> None:
    later = event(start="DTSTART:20260305T150000Z", end="DURATION:PT30M", sequence=1)
    intake.taken(calendar(later) + calendar(event()))
    assert [one.starts.day for one in times(intake)] == [5]


@pytest.mark.parametrize(
    "cancel",
    [
        calendar(event(sequence=1, summary="Canceled: talk"), head=["METHOD:CANCEL"]),
        calendar(event(sequence=1, more=["STATUS:CANCELLED"]), head=["METHOD:REQUEST"]),
    ],
)
def test_what_is_called_off_is_taken_out_and_stays_out(intake: Intake, cancel: bytes) -> None:
    intake.taken(calendar(event()))
    (row,) = intake.taken(cancel)
    assert (row.does, times(intake)) == (Does.REMOVE, [])
    assert intake.preview(cancel).rows == []
    assert intake.preview(calendar(event())).rows == []
    (again,) = intake.preview(calendar(event(sequence=2))).rows
    assert (again.says, again.chosen) == ("interview_again", False)


def test_one_never_known_that_is_called_off_is_nothing(intake: Intake) -> None:
    assert intake.preview(calendar(event(), head=["METHOD:CANCEL"])).rows == []


def test_an_interview_written_down_by_hand_follows_the_calendar_from_then_on(intake: Intake) -> None:
    tracker = b"Company,Interview,Interviewer\nAcme GmbH,2026-03-04 14:00,Jane Doe\n"
    intake.taken(tracker)
    (row,) = intake.taken(calendar(event()))
    assert (row.does, row.says) == (Does.CHANGE, "follows_calendar")
    assert len(times(intake)) == 1
    intake.taken(calendar(event(sequence=1, start="DTSTART:20260305T150000Z", end="DURATION:PT1H")))
    assert [one.starts.day for one in times(intake)] == [5]


def test_one_taken_out_by_hand_does_not_come_back(intake: Intake) -> None:
    intake.taken(calendar(event()))
    with intake.database.writing() as session:
        (row,) = applications.of_company(session, "Acme GmbH")
        interviews.cancel(row, row.interviews[0])
    assert intake.preview(calendar(event())).rows == []


def test_one_moved_by_hand_is_still_the_calendars(intake: Intake) -> None:
    """The same calendar does not move it back; a newer one moves it, and it stays one."""
    intake.taken(calendar(event()))
    by_hand = datetime(2026, 3, 4, 10, tzinfo=UTC)
    with intake.database.writing() as session:
        (row,) = applications.of_company(session, "Acme GmbH")
        booking = interviews.Booking(by_hand, by_hand + timedelta(hours=1), "Europe/Berlin")
        interviews.set_all(row, [booking])
    assert intake.preview(calendar(event())).rows == []
    later = event(sequence=1, start="DTSTART:20260304T150000Z", end="DURATION:PT1H")
    (moved,) = intake.taken(calendar(later))
    assert moved.says == "moved"
    assert [one.starts.hour for one in times(intake)] == [15]


def test_somebody_who_joins_later_is_added(intake: Intake) -> None:
    intake.taken(calendar(event()))
    ola = "ATTENDEE;CN=Ola Nordmann:mailto:ola@acme.example"
    (row,) = intake.taken(calendar(event(sequence=1, people=[ORGANIZER, ME, ola])))
    assert row.says == "more_people"
    assert set(intake.people()) == {"Jane Doe", "Ola Nordmann"}


def test_without_a_company_it_waits_for_one(intake: Intake) -> None:
    data = calendar(event(summary="Interview", people=[]))
    preview = intake.preview(data)
    (row,) = preview.rows
    assert not row.chosen
    intake.take(preview, {row.id: "Acme GmbH"})
    assert [row["name"] for row in intake.everything()["companies"]] == ["Acme GmbH"]
    (row,) = intake.preview(calendar(event("2", "Interview", people=[])), company="Beta").rows
    assert row.chosen


def test_only_what_is_chosen_is_taken(intake: Intake) -> None:
    preview = intake.preview(calendar(event("1"), event("2", "Interview at Beta", people=[])))
    intake.take(preview, {preview.rows[1].id: None})
    assert {row["name"] for row in intake.everything()["companies"]} == {"Beta"}


def test_a_whole_import_is_one_change_and_one_undo_takes_it_back(intake: Intake) -> None:
    before = intake.everything()
    intake.taken("google-invite.ics")
    with intake.database.writing() as session:
        (change,) = history.some(session, None, 10)
        history.undo(session, change.id)
    assert intake.everything() == before
