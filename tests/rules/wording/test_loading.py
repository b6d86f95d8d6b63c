"""A fault in the files is refused with its place, and all faults come at once."""

import shutil
import tomllib
from pathlib import Path

import pytest

from poise.errors import BadInput
from poise.etiquette import wording
from poise.etiquette.wording.loading import load

NAMING = ("sure_with", "together", "in_order", "somewhere", "never_with", "only", "must")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(Path(wording.__file__).parent, tmp_path / "wording"))


def faults(folder: Path) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as refused:
        load(folder)
    return refused.value.faults


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('together = ["nobody"]', "unknown concept 'nobody'"),
        ('together = ["me|nobody"]', "unknown concept 'nobody'"),
        ('together = ["me"]\nwith = 3', "unknown key 'with'"),
        ('together = ["me"]\nwithin = "3"', "'within' must be int"),
        ('together = ["me"]\nwithin = true', "'within' must be int"),
        ('together = ["me"]\nin_order = ["you"]', "needs either 'together' or 'in_order'"),
        ("across = true", "needs either 'together' or 'in_order'"),
    ],
)
def test_a_faulty_pattern(folder: Path, text: str, fault: str) -> None:
    append(folder / "classes/angry.toml", f'\n[[pattern]]\nname = "odd"\n{text}\n')
    assert faults(folder) == [("classes/angry.toml: pattern 'odd'", fault)]


def test_a_faulty_whole(folder: Path) -> None:
    append(folder / "classes/angry.toml", '\n[[whole]]\nname = "odd"\nonly = ["me"]\n')
    assert faults(folder) == [
        ("classes/angry.toml: whole 'odd'", "needs all of name, only, must, at_most, strangers")
    ]


@pytest.mark.parametrize(
    ("text", "place", "fault"),
    [
        ("[me]\nen = 'i'", "concepts/zz.toml: me", "this concept is there already"),
        ("[odd]\nfr = 'je'", "concepts/zz.toml: odd", "unknown key 'fr'"),
        ("[odd]\nen = 'a,, b'", "odd.en", "not a phrase: ''"),
        ("[odd]\nen = 'a, _ b'", "odd.en", "not a phrase: '_ b'"),
        ("[odd]\nen = 'a, b _'", "odd.en", "not a phrase: 'b _'"),
        ("[odd]\nen = 'wo~rd'", "odd.en", "not a phrase: 'wo~rd'"),
        ('[odd]\nof = ["nobody"]', "odd", "unknown concept 'nobody'"),
    ],
)
def test_a_faulty_concept(folder: Path, text: str, place: str, fault: str) -> None:
    (folder / "concepts/zz.toml").write_text(text, "utf-8")
    assert faults(folder) == [(place, fault)]


def test_a_file_that_is_no_toml(folder: Path) -> None:
    (folder / "concepts/zz.toml").write_text("[", "utf-8")
    assert [place for place, _ in faults(folder)] == ["zz.toml"]


def test_all_faults_come_at_once(folder: Path) -> None:
    append(folder / "classes/angry.toml", '\n[[pattern]]\nname = "odd"\ntogether = ["nobody"]\nodd = 1\n')
    append(folder / "classes/bare-praise.toml", '\n[[pattern]]\nname = "odd"\n')
    (folder / "concepts/zz.toml").write_text("[odd]\nen = '!'", "utf-8")
    assert len(faults(folder)) == 3


def test_every_concept_is_used() -> None:
    folder = Path(wording.__file__).parent
    concepts = [tomllib.loads(path.read_text("utf-8")) for path in (folder / "concepts").glob("*.toml")]
    classes = [tomllib.loads(path.read_text("utf-8")) for path in (folder / "classes").glob("*.toml")]
    rows = [row for table in classes for row in (table, *table.get("pattern", []), *table.get("whole", []))]
    used = {
        name for row in rows for key in NAMING for element in row.get(key, []) for name in element.split("|")
    }
    used |= {name for table in concepts for concept in table.values() for name in concept.get("of", [])}
    assert {name for table in concepts for name in table} - used == set()
