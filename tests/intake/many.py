"""Calendars and archives as large as nobody's, made the same each time."""

import random
import zipfile
from datetime import UTC, datetime, timedelta
from io import BytesIO

from tests.intake.calendars import ME, calendar, event

FIRST = datetime(2026, 1, 5, 8, tzinfo=UTC)
TITLES = (
    "Stand-up",
    "Dentist",
    "Zahnarzt",
    "Fotballtrening",
    "1:1 with Kim",
    "Sprint review",
    "Lunch",
    "Yoga",
)


def many_events(count: int, interviews: int, begin: datetime = FIRST) -> bytes:
    """So many events, every n-th of them an interview with two people at one of fifty companies."""
    every = count // interviews
    return calendar(*(_event(n, n % every == 0, begin) for n in range(count)))


def _event(number: int, interview: bool, begin: datetime) -> str:
    at = begin + timedelta(hours=number // 8, minutes=number % 4 * 15)
    company = number % 50
    people = [
        f"ORGANIZER;CN=Jane Doe{company}:mailto:jane.doe@firm{company}.example",
        f"ATTENDEE;PARTSTAT=ACCEPTED;CN=Ola Nordmann{number % 100}:mailto:ola{number % 100}@firm{company}.example",
        ME,
    ]
    title = f"Interview with Firm{company} GmbH" if interview else TITLES[number % len(TITLES)]
    return event(
        f"{number}@generated",
        title,
        f"DTSTART:{at:%Y%m%dT%H%M%SZ}",
        f"DTEND:{at + timedelta(minutes=45):%Y%m%dT%H%M%SZ}",
        people=people if interview else people[1:],
        more=[f"DESCRIPTION:{'Words and more words. ' * 12}"],
    )


def many_contacts(count: int, known: int) -> bytes:
    """An archive with so many connections, requests and messages each; `known` people among them."""
    chance = random.Random(7)
    urls = [f"https://www.linkedin.com/in/person-{n}" for n in range(count)]
    lists = {
        "Connections.csv": ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"],
        "Invitations.csv": ["From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"],
        "messages.csv": [
            "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT,FOLDER"
        ],
    }
    me = ("Sam Seeker", "https://www.linkedin.com/in/sam-seeker")
    for n in range(count):
        whom = chance.randrange(known) if n % 10 == 0 else n
        at = FIRST + timedelta(minutes=7 * n)
        lists["Connections.csv"].append(f"Person,Number{n},{urls[n]},,Firm{n % 50} GmbH,Lead,{at:%d %b %Y}")
        lists["Invitations.csv"].append(
            f'{me[0]},Person Number{n},"{at:%m/%d/%y, %I:%M %p}","Hello, there",OUTGOING,{me[1]},{urls[n]}'
        )
        lists["messages.csv"].append(
            f'c{whom},{me[0]},{me[1]},Person Number{whom},{urls[whom]},{at:%Y-%m-%d %H:%M:%S} UTC,"{"Words. " * 40}",INBOX'
        )
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in lists.items():
            archive.writestr(name, "\n".join(rows) + "\n")
    return packed.getvalue()


def many_tracked(count: int) -> bytes:
    """A tracker's table by which the people of the archive are known; one in four applications is declined."""
    rows = (
        f"Firm{n % 50} GmbH,Job {n},2026-0{n % 9 + 1}-14,{'Applied' if n % 4 else 'Rejected'},"
        f"2026-0{n % 9 + 1}-20 14:00,Person Number{n},https://www.linkedin.com/in/person-{n}"
        for n in range(count)
    )
    header = "Company,Position,Date applied,Status,Interview date,Interviewer,LinkedIn"
    return "\n".join([header, *rows, ""]).encode()
