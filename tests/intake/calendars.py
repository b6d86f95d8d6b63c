"""Calendars as text: an event with what a test wants to be different."""

from collections.abc import Iterable

ORGANIZER = "ORGANIZER;CN=Jane Doe:mailto:jane.doe@acme.example"
ME = "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;CN=Sam Seeker:mailto:sam.seeker@gmail.com"


def event(
    uid: str = "1",
    summary: str = "Interview with Acme GmbH",
    start: str = "DTSTART;TZID=Europe/Berlin:20260304T140000",
    end: str = "DTEND;TZID=Europe/Berlin:20260304T150000",
    sequence: int = 0,
    people: Iterable[str] = (ORGANIZER, ME),
    more: Iterable[str] = (),
) -> str:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        "DTSTAMP:20260226T091500Z",
        start,
        *([end] if end else []),
        f"SUMMARY:{summary}",
        f"SEQUENCE:{sequence}",
        *people,
        *more,
        "END:VEVENT",
    ]
    return "\r\n".join(lines) + "\r\n"


def calendar(*events: str, head: Iterable[str] = ()) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", *head]
    return ("\r\n".join(lines) + "\r\n" + "".join(events) + "END:VCALENDAR\r\n").encode()


def zone(name: str, offset: str) -> str:
    """A definition of a time zone with one offset all year."""
    lines = [
        "BEGIN:VTIMEZONE",
        f"TZID:{name}",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        f"TZOFFSETFROM:{offset}",
        f"TZOFFSETTO:{offset}",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]
    return "\r\n".join(lines) + "\r\n"
