"""Calendars of several programs: which events are interviews, when, whose, with whom."""

from datetime import UTC, datetime

import pytest

from poise.etiquette.facts import Role
from poise.intake.offers import Meeting
from tests.intake.calendars import ME, ORGANIZER, calendar, event, zone
from tests.intake.conftest import Intake
from tests.intake.meetings import meetings, the_meeting


def names(meeting: Meeting) -> list[str]:
    return [person.name for person in meeting.people]


def test_an_invitation_of_google(intake: Intake) -> None:
    """The organiser is invited too, one invited is optional, a room is invited, and so is the user."""
    (meeting,) = meetings(intake, "google-invite.ics")
    assert (meeting.company, names(meeting)) == ("Acme GmbH", ["Jane Doe", "Ola Nordmann"])
    assert meeting.starts == datetime(2026, 3, 4, 13, tzinfo=UTC)
    assert (meeting.ends.hour, meeting.zone, meeting.doubt) == (14, "Europe/Berlin", None)


def test_an_invitation_of_outlook_with_a_zone_of_windows(intake: Intake) -> None:
    """After the clocks changed: 09:30 in Berlin is 07:30 in UTC."""
    (meeting,) = meetings(intake, "outlook-invite.ics")
    assert (meeting.company, names(meeting)) == ("Beispielwerke AG", ["Erika Muster", "Max Schmidt"])
    assert (meeting.starts, meeting.zone) == (datetime(2026, 3, 31, 7, 30, tzinfo=UTC), "Europe/Berlin")


def test_a_calendar_of_apple(intake: Intake) -> None:
    """Made by the user alone, all day long, without a zone; the yoga is left alone."""
    preview = intake.preview("apple-calendar.ics")
    assert intake.texts(preview) == [
        "Interview at Fjordkraftverk AS, 10 March 2026, 10:00 (Europe/Berlin)",
        "Interview at Nordlicht SE, 12 March 2026, 00:00 (Europe/Berlin)",
        "Interview at Nordlys, 13 March 2026, 09:00 (Europe/Berlin), with Kari Hansen",
    ]
    assert preview.others == 1
    whole_day = next(one for one in meetings(intake, "apple-calendar.ics") if one.company == "Nordlicht SE")
    assert (whole_day.ends - whole_day.starts).days == 1
    floating = next(one for one in meetings(intake, "apple-calendar.ics") if one.company == "Nordlys")
    assert (floating.starts, floating.doubt) == (datetime(2026, 3, 13, 8, tzinfo=UTC), None)


@pytest.mark.parametrize(
    ("title", "company"),
    [
        ("Interview with Acme GmbH", "Acme GmbH"),
        ("Acme | Interview Data Engineer", "Acme"),
        ("Interview: Data engineer at Acme Inc.", "Acme Inc."),
        ("Telefoninterview bei der Firma Acme AG am Montag", "Acme AG"),
        ("Vorstellungsgespräch Acme", "Acme"),
        ("Andregangsintervju hos Acme AS som utvikler", "Acme AS"),
        ("Interview Jane Doe / Sam Seeker", "Acme"),
        ("Second round interview", "Acme"),
        ("Interview at Beta Ltd", "Beta Ltd"),
        ("Interview with Beta Ltd", "Beta Ltd"),
    ],
)
def test_whose_interview_it_is(intake: Intake, title: str, company: str) -> None:
    """The title in the spelling of the house, else the domain of who invites."""
    assert the_meeting(intake, "1", title).company == company


@pytest.mark.parametrize(
    ("title", "company"),
    [
        ("Interview Acme GmbH", "Acme GmbH"),
        ("Interview \u2013 Acme GmbH", "Acme GmbH"),
        ("Bewerbungsgespräch bei Nordlicht SE", "Nordlicht SE"),
        ("Jobbintervju hos Fjordkraftverk AS", "Fjordkraftverk AS"),
        ("Interview", None),
        ("Interview with Jane", None),
    ],
)
def test_whose_interview_it_is_where_nobody_is_invited(
    intake: Intake, title: str, company: str | None
) -> None:
    people = ["ORGANIZER;CN=Jane Doe:mailto:jane@gmail.com"] if "Jane" in title else []
    meeting = the_meeting(intake, "1", title, people=people)
    assert (meeting.company, meeting.doubt) == (company, None if company else "no_company")


def test_a_company_that_is_known_is_found_by_its_name_or_domain(intake: Intake) -> None:
    intake.take(intake.preview(calendar(event("1", "Interview at Acme Robotics GmbH", people=[]))))
    by_domain = "ORGANIZER;CN=Joan Roe:mailto:joan@hr.acme-robotics.co.uk"
    assert the_meeting(intake, "2", "Interview", people=[by_domain, ME]).company == "Acme Robotics GmbH"
    lunch = the_meeting(intake, "3", "Lunch at Acme Robotics GmbH", people=[])
    assert (lunch.company, lunch.doubt) == ("Acme Robotics GmbH", "not_sure")


@pytest.mark.parametrize(
    "title",
    [
        "Dentist",
        "Exit interview",
        "Nutzerinterview mit Acme",
        "Mock interview",
        "Podcast: interview with Acme",
    ],
)
def test_what_is_no_interview_is_left_alone(intake: Intake, title: str) -> None:
    preview = intake.preview(calendar(event("1", title)))
    assert (preview.rows, preview.others) == ([], 1)


def test_somebody_from_elsewhere_beside_the_house_is_a_go_between(intake: Intake) -> None:
    agency = "ATTENDEE;CN=Rita Agent:mailto:rita@talentfinders.example"
    meeting = the_meeting(intake, people=[ORGANIZER, ME, agency])
    parts = {person.name: person.part for person in meeting.people}
    assert parts == {"Jane Doe": Role.INTERVIEWER, "Rita Agent": Role.RECRUITER}


@pytest.mark.parametrize(
    "line",
    [
        "ATTENDEE;CUTYPE=ROOM;CN=Oslo:mailto:oslo@acme.example",
        "ATTENDEE;CUTYPE=RESOURCE;CN=Beamer:mailto:beamer@acme.example",
        "ATTENDEE;CUTYPE=GROUP;CN=Engineering:mailto:eng@acme.example",
        "ATTENDEE;CN=Møterom 3:mailto:m3@acme.example",
        "ATTENDEE;CN=Recruiting:mailto:recruiting@acme.example",
        "ATTENDEE;ROLE=NON-PARTICIPANT;CN=Pat Copied:mailto:pat@acme.example",
        "ATTENDEE;PARTSTAT=DECLINED;CN=Pat Busy:mailto:pat@acme.example",
        "ATTENDEE:mailto:jd@acme.example",
    ],
)
def test_who_does_not_interview(intake: Intake, line: str) -> None:
    assert names(the_meeting(intake, people=[ORGANIZER, ME, line])) == ["Jane Doe"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('CN="Doe, Jane"', "Jane Doe"),
        ('CN="Doe, Jane (HR, Berlin)"', "Jane Doe"),
        ('CN="Prof. Dr. Doe, Jane"', "Jane Doe"),
        ('CN="Jane Doe, PhD"', "Jane Doe"),
        ("CN=Jane Doe | Acme", "Jane Doe"),
        ("CN=jane.doe@acme.example", "Jane Doe"),
        ("CN=Siân O'Neill-Müller", "Siân O'Neill-Müller"),
    ],
)
def test_names_as_programs_write_them(intake: Intake, written: str, name: str) -> None:
    assert names(the_meeting(intake, people=[f"ORGANIZER;{written}:mailto:jane.doe@acme.example", ME])) == [
        name
    ]


def test_who_i_am_is_said_or_found(intake: Intake) -> None:
    """Two from outside: either may be the user. Whoever is in most interviews is; whoever is named is."""
    own = "ATTENDEE;CN=Sam Seeker:mailto:sam@seeker.example"
    others = ["ATTENDEE;CN=Ola Nordmann:mailto:ola@else.example", own]
    meeting = the_meeting(intake, people=[ORGANIZER, *others])
    assert (meeting.doubt, len(meeting.people)) == ("who_is_me", 3)
    data = calendar(event(people=[ORGANIZER, *others]))
    (said,) = meetings(intake, data, me=["SAM@seeker.example"])
    assert (said.doubt, names(said)) == (None, ["Jane Doe", "Ola Nordmann"])
    several = [
        event(str(n), people=[ORGANIZER, own, f"ATTENDEE;CN=Pat {letter}.:mailto:pat{n}@else.example"])
        for n, letter in enumerate("ABC")
    ]
    assert [names(one) for one in meetings(intake, calendar(*several))] == [
        ["Jane Doe", "Pat A."], ["Jane Doe", "Pat B."], ["Jane Doe", "Pat C."],
    ]  # fmt: skip
    assert intake.preview(calendar(*several)).mine == ("sam@seeker.example",)


def test_who_interviews_in_most_rounds_is_not_taken_for_the_user(intake: Intake) -> None:
    """Jane is invited to two rounds of three. Not even where nothing says who of the two the user is."""
    jane, tom, ola, pat = (
        f"ATTENDEE;CN={name}:mailto:{name.replace(' ', '.').lower()}@acme.example"
        for name in ("Jane Doe", "Tom Roe", "Ola Nordmann", "Pat Host")
    )
    host = pat.replace("ATTENDEE", "ORGANIZER")
    rounds = [(jane, tom), (jane,), (ola,)]
    data = calendar(*(event(str(n), people=[host, *them, ME]) for n, them in enumerate(rounds)))
    named = [["Pat Host", "Jane Doe", "Tom Roe"], ["Pat Host", "Jane Doe"], ["Pat Host", "Ola Nordmann"]]
    assert intake.preview(data, me=["sam.seeker@gmail.com"]).mine == ("sam.seeker@gmail.com",)
    assert [names(one) for one in meetings(intake, data, me=["sam.seeker@gmail.com"])] == named
    assert intake.preview(data).mine == ()
    assert [names(one) for one in meetings(intake, data)] == named


def test_who_interviews_others_is_asked(intake: Intake) -> None:
    """An interview that the user holds is no step of theirs."""
    mine = [ME.replace("ATTENDEE;", "ORGANIZER;"), "ATTENDEE;CN=Carl Candidate:mailto:carl@web.de"]
    (meeting,) = meetings(intake, calendar(event(people=mine)), me=["sam.seeker@gmail.com"])
    assert meeting.doubt == "own_event"


def test_google_names_a_calendar_by_its_owner(intake: Intake) -> None:
    data = calendar(event(), head=["X-WR-CALNAME:sam.seeker@gmail.com"])
    assert intake.preview(data).mine == ("sam.seeker@gmail.com",)


def test_a_zone_of_one_file_is_forgotten_before_the_next(intake: Intake) -> None:
    """Outlook calls many zones "Customized Time Zone"."""
    for offset, hour in (("+0300", 11), ("+0700", 7)):
        start, end = (f"{word};TZID=Customized Time Zone:20260304T{hours}0000"
                      for word, hours in (("DTSTART", 14), ("DTEND", 15)))  # fmt: skip
        data = calendar(zone("Customized Time Zone", offset), event(start=start, end=end))
        (meeting,) = meetings(intake, data)
        assert meeting.starts.hour == hour


def test_a_zone_that_nobody_knows_is_a_doubt(intake: Intake) -> None:
    start = "DTSTART;TZID=Middle Earth Time:20260304T140000"
    meeting = the_meeting(intake, start=start, end="DURATION:PT1H")
    assert (meeting.starts.hour, meeting.doubt) == (13, "zone_unknown")


def test_an_old_interview_is_shown_and_not_taken(intake: Intake) -> None:
    start, end = "DTSTART:20230304T140000Z", "DTEND:20230304T150000Z"
    assert the_meeting(intake, start=start, end=end).doubt == "old"
