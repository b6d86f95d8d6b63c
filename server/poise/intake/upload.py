"""A file as it was handed in: what it is, what is in it, its text. Nothing of it is ever written to disk."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import PurePosixPath

from poise.errors import BadInput, sentence
from poise.intake.tables import cap, table


class Format(StrEnum):
    CALENDAR = "ics"
    TABLE = "csv"
    RECORDS = "json"


@dataclass(frozen=True, slots=True)
class Upload:
    """`name` is the file's own, without a folder."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Text:
    """A file in text; `encoding`: null where it is UTF-8, as it should be."""

    name: str
    text: str
    encoding: str | None

    def refuse(self, fault: str, line: int | None = None) -> BadInput:
        """The refusal of the whole file, with the line where something is wrong."""
        return refusal(self.name, fault, line)


def refusal(name: str, fault: str, line: int | None = None) -> BadInput:
    return BadInput([(name if line is None else sentence("at_line", file=name, line=line), fault)])


def texts(upload: Upload) -> list[Text]:
    """The file, or the files in a zip that Poise reads; BadInput where there is none, or too much."""
    if len(upload.data) > cap("file", "bytes"):
        raise refusal(upload.name, sentence("file_too_large", size=cap("file", "bytes") >> 20))
    if upload.data.startswith(b"PK"):
        return [_text(part) for part in _unpacked(upload)]
    for format_ in table("formats")["begins"]:
        if upload.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(bytes.fromhex(format_["hex"])):
            raise refusal(upload.name, sentence(format_["says"]))
    return [_text(upload)]


def format_of(text: Text) -> Format:
    begin = text.text[:200].lstrip().upper()
    if begin.startswith("BEGIN:VCALENDAR"):
        return Format.CALENDAR
    return Format.RECORDS if begin.startswith("{") else Format.TABLE


def _text(part: Upload) -> Text:
    text, encoding = _decoded(part)
    if not text.strip():
        raise refusal(part.name, sentence("file_empty"))
    if "\x00" in text:
        raise refusal(part.name, sentence("file_no_text"), _line(text.partition("\x00")[0]))
    return Text(part.name, text, encoding)


_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"", "utf-8-sig"),
)


def _decoded(part: Upload) -> tuple[str, str | None]:
    """By its mark, else UTF-8, else Windows-1252 as old Excel writes it."""
    encoding = next(name for mark, name in _MARKS if part.data.startswith(mark))
    try:
        return part.data.decode(encoding), None if encoding == "utf-8-sig" else encoding
    except UnicodeDecodeError as wrong:
        before = part.data[: wrong.start]
        if encoding == "utf-8-sig" and before.isascii():
            try:
                return part.data.decode("cp1252"), "windows-1252"
            except UnicodeDecodeError:
                pass
        line = _line(before.decode(encoding, "ignore"))
        raise refusal(part.name, sentence("file_unreadable"), line) from None


def _line(before: str) -> int:
    return before.count("\n") + 1


def _unpacked(upload: Upload) -> list[Upload]:
    try:
        with zipfile.ZipFile(BytesIO(upload.data)) as archive:
            members = list(_wanted(upload, archive))
            _check_sizes(upload, members)
            return [_member(upload, archive, member) for member in members]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as wrong:
        raise refusal(upload.name, sentence("archive_damaged")) from wrong


def _wanted(upload: Upload, archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    members = archive.infolist()
    if len(members) > cap("zip", "members"):
        raise refusal(upload.name, sentence("archive_too_many", files=cap("zip", "members")))
    inside = {member.filename.casefold() for member in members}
    for document in table("formats")["inside"]:
        if document["file"] in inside:
            raise refusal(upload.name, sentence(document["says"]))
    known = {name for part in table("linkedin").values() for name in part.get("file", ())}
    found = [member for member in members if not member.is_dir() and _is_read(member.filename, known)]
    if not found:
        raise refusal(upload.name, sentence("archive_of_nothing"))
    yield from found


def _is_read(path: str, known: set[str]) -> bool:
    name = PurePosixPath(path.replace("\\", "/"))
    hidden = "__MACOSX" in name.parts or name.name.startswith(".")
    return not hidden and (name.name.casefold() in known or name.suffix.casefold() == ".ics")


def _check_sizes(upload: Upload, members: list[zipfile.ZipInfo]) -> None:
    """Before a byte is unpacked; a member that lies about its size is cut off when it is read."""
    names = [member.filename.casefold() for member in members]
    if len(set(names)) < len(names):
        raise refusal(upload.name, sentence("archive_twice"))
    if any(member.flag_bits & 1 for member in members):
        raise refusal(upload.name, sentence("archive_locked"))
    packed = [max(member.compress_size, 4096) * cap("zip", "ratio") < member.file_size for member in members]
    if any(packed) or sum(member.file_size for member in members) > cap("zip", "bytes"):
        raise refusal(upload.name, sentence("archive_too_large"))


def _member(upload: Upload, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Upload:
    with archive.open(member) as file:
        data = file.read()  # never more than it says
    if len(data) != member.file_size:
        raise refusal(upload.name, sentence("archive_damaged"))
    return Upload(PurePosixPath(member.filename.replace("\\", "/")).name, data)
