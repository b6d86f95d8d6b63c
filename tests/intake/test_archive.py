"""LinkedIn's own archive: whom the user is connected with, who asked whom, when who wrote; never what."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from poise.errors import BadInput
from poise.etiquette.facts import Channel, HistoryKind
from poise.store import interactions, interviewers, nouns
from poise.store.interactions import NewInteraction
from poise.store.models import Interviewer
from tests.intake.conftest import FILES, Intake

LISTS = ("Connections.csv", "Invitations.csv", "messages.csv")
JANE = "https://www.linkedin.com/in/jane-doe/"


def archive(*files: str, folder: str = "") -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("Jobs/Saved Jobs.csv", "Title,Company\nx,y\n")
        made.writestr("__MACOSX/._Connections.csv", b"\x00\x05")
        for name in files:
            made.write(FILES / name, folder + name)
    return packed.getvalue()


@pytest.fixture
def jane(intake: Intake) -> Intake:
    """Jane of Acme interviews, known by her profile; Ola of Fjordkraftverk by name alone."""
    intake.taken("tracker-en.csv")
    intake.taken(b"Company,Interview,Interviewer\nFjordkraftverk AS,2026-03-03 10:00,Ola Nordmann\n")
    return intake


def passed(intake: Intake, name: str) -> list[tuple[HistoryKind, str]]:
    return [(one.kind, one.at.isoformat()) for one in intake.people()[name].dossier.history]


def contact(intake: Intake, name: str) -> frozenset[Channel]:
    interviewer = intake.people()[name].dossier.interviewer
    assert interviewer
    return interviewer.earlier_contact


def test_the_whole_archive(jane: Intake) -> None:
    """Who is connected has no request to withdraw; messages are counted by their times."""
    preview = jane.preview(archive(*LISTS), "Basic_LinkedInDataExport.zip")
    assert jane.texts(preview) == [
        "You are connected with Jane Doe on LinkedIn: nothing is left to hold",
        "You are connected with Ola Nordmann on LinkedIn: nothing is left to hold",
        "You asked Jane Doe to connect on 5 March 2026",
        "Ola Nordmann asked you to connect on 28 February 2026: accepting is always fine",
        "Messages with Jane Doe on LinkedIn: 1 from you, 1 from them (times only, never the words)",
    ]
    assert (preview.findings, preview.others) == ([], 3)
    jane.take(preview)
    assert contact(jane, "Jane Doe") == contact(jane, "Ola Nordmann") == {Channel.LINKEDIN}
    assert passed(jane, "Jane Doe") == [
        (HistoryKind.CONNECT, "2026-03-05T00:45:00+00:00"),
        (HistoryKind.MESSAGE, "2026-03-05T08:00:12+00:00"),
        (HistoryKind.THEY_WROTE, "2026-03-05T09:30:00+00:00"),
    ]
    assert [kind for kind, _ in passed(jane, "Ola Nordmann")] == [HistoryKind.THEY_CONNECTED]


def test_a_request_that_waits_is_told_in_three_languages(jane: Intake) -> None:
    preview = jane.preview("Invitations.csv")
    assert jane.findings(preview) == [
        "You already asked Jane Doe on 5 March 2026: withdraw it? "
        "LinkedIn then blocks a new request to them for up to three weeks."
    ]
    assert "5. März 2026" in jane.findings(preview, "de")[0]
    assert "5. mars 2026" in jane.findings(preview, "nb")[0]


def test_a_request_is_told_again_when_it_is_known_and_not_once_they_have_decided(jane: Intake) -> None:
    jane.taken("Invitations.csv")
    again = jane.preview("Invitations.csv")
    assert len(again.findings) == 1
    assert not [row for row in again.rows if row.chosen]
    jane.taken(b"Company,Position,Status\nAcme GmbH,Data engineer,Offer\n")
    assert jane.preview("Invitations.csv").findings == []


def test_importing_twice_changes_nothing(jane: Intake) -> None:
    data = archive(*LISTS)
    jane.taken(data)
    before = jane.everything()
    again = jane.preview(data)
    assert (again.rows, again.same) == ([], 6)
    jane.take(again)
    assert jane.everything() == before


def test_what_was_logged_by_hand_is_not_doubled(jane: Intake) -> None:
    """The two notes differ by what a person's watch and LinkedIn's differ."""
    sent = datetime(2026, 3, 5, 8, 2, tzinfo=UTC)
    asked = datetime(2026, 3, 4, 12, tzinfo=UTC)
    with jane.database.writing() as session:
        (row,) = interviewers.by_name(session, "Jane Doe")
        for kind, at in ((HistoryKind.MESSAGE, sent), (HistoryKind.CONNECT, asked)):
            interactions.add(session, NewInteraction(row.id, kind, at, Channel.LINKEDIN))
    jane.taken(archive(*LISTS))
    assert [kind for kind, _ in passed(jane, "Jane Doe")] == [
        HistoryKind.CONNECT, HistoryKind.MESSAGE, HistoryKind.THEY_WROTE,
    ]  # fmt: skip


def test_nothing_of_a_message_is_kept_but_when(jane: Intake, tmp_path: Path) -> None:
    jane.taken(archive(*LISTS))
    jane.database.close()
    stored = b"".join(path.read_bytes() for path in (tmp_path / "data").iterdir() if path.is_file())
    assert b"Jane Doe" in stored
    assert b"SECRET" not in stored
    assert b"Stranger" not in stored


def test_a_name_alone_is_asked_about(jane: Intake) -> None:
    """Somebody of that name works elsewhere: nothing is taken unless the user says that it is them."""
    text = "First Name,Last Name,URL,Company,Connected On\nOla,Nordmann,https://www.linkedin.com/in/other-ola,Else Inc,01 Mar 2026\n"
    (row,) = jane.preview(text.encode(), "Connections.csv").rows
    assert (row.doubt, row.chosen) == ("by_name", False)
    jane.take(jane.preview(text.encode()), {row.id: None})
    assert "https://www.linkedin.com/in/other-ola/" in jane.people()["Ola Nordmann"].identities
    assert jane.preview(text.replace("other-ola", "third-ola").encode()).rows == []


def test_what_is_sure_is_taken_without_what_is_not(jane: Intake) -> None:
    """Ola by her own profile, and messages with somebody who has only her name."""
    known = jane.people()["Ola Nordmann"].id
    with jane.database.writing() as session:
        ola = nouns.get(session, Interviewer, known)
        interviewers.add_identities(session, ola, ["https://www.linkedin.com/in/ola-nordmann/"])
    line = "c{n},,Ola Nordmann,{url},Sam Seeker,https://www.linkedin.com/in/sam,2026-03-0{n} 09:30:00 UTC,,x,INBOX\n"
    head = (FILES / "messages.csv").read_text().split("\n")[0] + "\n"
    lines = line.format(n=1, url="https://www.linkedin.com/in/ola-nordmann") + line.format(n=2, url="")
    preview = jane.preview((head + lines).encode())
    assert sorted(row.doubt or "" for row in preview.rows) == ["", "by_name"]
    jane.take(preview)
    assert passed(jane, "Ola Nordmann") == [(HistoryKind.THEY_WROTE, "2026-03-01T09:30:00+00:00")]


def test_a_profile_that_was_denied_is_not_theirs(jane: Intake) -> None:
    with jane.database.writing() as session:
        (ola,) = interviewers.by_name(session, "Ola Nordmann")
        interviewers.deny(session, ola, ["https://www.linkedin.com/in/ola-nordmann-77/"])
    assert not [row for row in jane.preview("Connections.csv").rows if "Ola" in str(row.values["name"])]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: text.split("\n\n", 1)[1],
        lambda text: "\ufeff" + text,
        lambda text: text.replace("Connected On", "connected_on").replace("URL", "Profile URL"),
        lambda text: text.replace("First Name", "Vorname").replace("Last Name", "Nachname"),
        lambda text: text.replace("04 Mar 2026", "2026-03-04").replace("28 Feb 2026", "2026-02-28"),
        lambda text: text.replace("04 Mar 2026", "04. März 2026").replace("28 Feb 2026", "28. Feb. 2026"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("Acme GmbH", "Acme &amp; Sons"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_the_list_of_connections_as_it_was_written_over_the_years(
    jane: Intake, change: object, encoding: str
) -> None:
    assert callable(change)
    text = change((FILES / "Connections.csv").read_text(encoding="utf-8"))
    preview = jane.preview(text.encode(encoding), "Connections.csv")
    assert {str(row.values["name"]) for row in preview.rows} == {"Jane Doe", "Ola Nordmann"}


@pytest.mark.parametrize(
    "dates",
    [
        ("3/5/26, 1:45 AM", "2/28/26, 6:02 PM"),
        ("05/03/2026 01:45", "28/02/2026 18:02"),
        ("2026-03-05 01:45 UTC", "2026-02-28T18:02:00Z"),
        ("05.03.26, 01:45", "28.02.26, 18:02"),
    ],
)
def test_dates_of_requests_in_the_ways_of_several_countries(jane: Intake, dates: tuple[str, str]) -> None:
    jane.taken(requests(*dates))
    assert [at[:10] for _, at in passed(jane, "Jane Doe")] == ["2026-02-28", "2026-03-05"]


def requests(*dates: str) -> bytes:
    head = "From,To,Sent At,Direction,inviteeProfileUrl\n"
    return (head + "".join(f'Sam Seeker,Jane Doe,"{at}",OUTGOING,{JANE}\n' for at in dates)).encode()


def test_dates_that_can_be_read_two_ways_are_not_guessed(jane: Intake) -> None:
    with pytest.raises(
        BadInput, match=r"line 2: day or month first\? Say which \(in a terminal with --dates"
    ):
        jane.preview(requests("3/5/26, 01:45"), "Invitations.csv")
    (row,) = jane.preview(requests("3/5/26, 01:45"), dates="dmy").rows
    assert "3 May 2026" in jane.texts(jane.preview(requests("3/5/26, 01:45"), dates="dmy"))[0]
    with pytest.raises(BadInput, match="two orders"):
        jane.preview(requests("13/5/26, 01:45", "5/13/26, 01:45"))
    assert row.chosen


def test_columns_that_mean_nothing_are_named(jane: Intake) -> None:
    preview = jane.preview(b"First Name,Last Name,Connected On,Aura\nJane,Doe,04 Mar 2026,blue\n")
    assert [values["columns"] for _, values in preview.notes] == ["Aura"]


def test_in_one_conversation_alone_it_is_still_known_who_wrote(jane: Intake) -> None:
    """Nothing says which of two is the user, but one of them is Jane."""
    lines = (FILES / "messages.csv").read_text().split("\n")
    jane.taken("\n".join(lines[:4]).encode())
    assert [kind for kind, _ in passed(jane, "Jane Doe")] == [HistoryKind.MESSAGE, HistoryKind.THEY_WROTE]
