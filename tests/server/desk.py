"""An account as somebody at a terminal has it: files beside them, a service, and what they type."""

import json
import os
import shlex
import sys
from pathlib import Path

import pytest

from poise.cli import main

ANSWERS_NO = {"doctor", "import", "check-note"}  # where 1 is an answer too
SAMPLES = {
    "scenario.json": json.dumps(
        {
            "now": "2026-03-05T10:00:00+01:00",
            "application": {"company": "Acme", "interviews": []},
            "interviewer": {"name": "Jane Doe", "profiles": ["https://www.linkedin.com/in/jane-doe/"]},
            "intent": {"action": "connect", "site": "linkedin"},
        }
    ),
    "note.json": json.dumps(
        {"kind": "thank_you", "language": "en", "text": "Dear Jane, thank you.", "interviewer": "Jane Doe"}
    ),
    "page.html": "<html><head><title>Jane Doe | LinkedIn</title></head><body><p>Jane Doe</p></body></html>",
    "settings.json": '{"language": "en"}',
    "tracker.csv": "Company,Position,Date applied\nFjord Ltd,Engineer,2026-11-02\n",
    "calendar.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z\r\n"
    "DTSTART:20261201T130000Z\r\nDTEND:20261201T140000Z\r\nSUMMARY:Interview Acme\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
}


def typed(line: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit code of a line as a shell would run it, without the second that each start of Python takes."""
    words, _, source = line.partition(" < ")
    with monkeypatch.context() as here:
        here.setattr(sys, "argv", shlex.split(words))
        with Path(source or os.devnull).open() as stdin:
            here.setattr(sys, "stdin", stdin)
            with pytest.raises(SystemExit) as end:
                main()
    return int(end.value.code or 0)
