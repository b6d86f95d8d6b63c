"""The commands that README shows are commands that work, typed in their order."""

import re
import zipfile
from pathlib import Path

import pytest

from tests.server.desk import ANSWERS_NO, SAMPLES, typed
from tests.server.wire import Served

README = (Path(__file__).parents[2] / "README.md").read_text()
# Other tests run these whole; here they would take the desk away from what follows.
ELSEWHERE = {"install", "uninstall", "extension"}
STANDS_FOR = {
    "doctor --page FILE --url URL": "doctor --page page.html --url https://www.linkedin.com/in/jane-doe/",
    "read-page FILE --url URL": "read-page page.html --url https://www.linkedin.com/in/jane-doe/",
    "FILE": "copy.sqlite",
    'forget "Jane Doe"': 'forget "Jane Doe" --yes',  # nobody sits here to be asked
}
CONNECTIONS = (
    "Notes:\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Jane,Doe,https://www.linkedin.com/in/jane-doe,,Acme,Engineer,03 Nov 2026\n"
)


def shown() -> list[str]:
    """The lines of README that begin with `poise`, as they would be typed."""
    lines = re.findall(r"^    (poise .*?)(?:\s+#.*)?$", README, re.MULTILINE)
    for name, value in STANDS_FOR.items():
        lines = [line.replace(name, value) for line in lines]
    return [line for line in lines if line.split()[1] not in ELSEWHERE]


@pytest.fixture
def files(desk: Served, tmp_path: Path) -> Served:
    """The desk, with the files that README names."""
    (tmp_path / "invite.ics").write_text(SAMPLES["calendar.ics"])
    (tmp_path / "applications.csv").write_text(SAMPLES["tracker.csv"])
    with zipfile.ZipFile(tmp_path / "Basic_LinkedInDataExport.zip", "w") as archive:
        archive.writestr("Connections.csv", CONNECTIONS)
    return desk


@pytest.mark.usefixtures("files")
def test_every_command_of_the_readme_works(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = shown()
    wrong = []
    for line in lines:
        command = line.split()[1]
        code = typed(line, monkeypatch)
        said = capsys.readouterr().err
        if code not in ((0, 1) if command in ANSWERS_NO else (0,)):
            wrong.append((line, code, said))
    assert wrong == []
    assert len(lines) >= 15
