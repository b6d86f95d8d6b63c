"""What words weigh was learnt from the texts that are open to tuning, and from nothing else."""

import json
import shutil
from pathlib import Path

import pytest

from poise.errors import BadInput
from poise.etiquette import wording
from poise.etiquette.wording.loading import load
from poise.etiquette.wording.reader import Reading
from tests.rules.wording.counting import CLASSES
from training.texts import PARTS, fingerprint

HERE = Path(wording.__file__).parent
STORED = json.loads((HERE / "weights.json").read_text("utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE, tmp_path / "wording"))


def test_they_are_of_the_texts_and_concepts_as_they_are_now() -> None:
    assert STORED["from"] == fingerprint(), "a text or a concept has changed: make weights"


def test_nothing_is_learnt_from_what_is_kept_aside() -> None:
    assert PARTS == ("practice", "corpus/first", "corpus/open", "corpus/close")


@pytest.mark.long
def test_learning_again_gives_the_same() -> None:
    from training.__main__ import learnt

    assert learnt() == STORED


@pytest.mark.long
def test_a_text_weighs_the_same_to_the_reader_as_in_learning_but_for_the_rounding() -> None:
    from training.fit import fit, marks_of, weigh
    from training.texts import texts

    lesson, reader = texts(), load()
    marked = marks_of(lesson)
    learning = weigh(fit(marked, [text.label for text in lesson]), marked[:200])
    assert reader.weights is not None
    for text, weights in zip(lesson, learning, strict=False):
        weighed = reader.weights.weigh(*reader.found(text.text))
        assert [weighed[name] for name in CLASSES] == pytest.approx(list(weights), abs=0.1)


def test_each_class_is_weighed() -> None:
    reader = load()
    words, found = reader.found("Thank you for the interview yesterday!")
    assert reader.weights is not None
    weighed = reader.weights.weigh(words, found)
    assert set(weighed) == set(CLASSES) == set(reader.needs)
    assert max(weighed, key=weighed.__getitem__) == "interview-thanks"


@pytest.mark.parametrize("text", ["", "שלום עולם", "@somebody", "https://vid.example"])
def test_a_text_of_no_known_word_is_not_weighed(text: str) -> None:
    reader = load()
    assert reader.weights is not None
    assert reader.weights.weigh(*reader.found(text)) == {}


WON_BY_WEIGHT = "Thanks to the panel on Tuesday, I came home beaming after such a kind interview."


def test_weight_alone_names_a_class_that_no_pattern_does(folder: Path) -> None:
    for path in (folder / "classes").glob("*.toml"):
        path.write_text(path.read_text("utf-8").partition("[[")[0], "utf-8")
    assert load(folder).read(WON_BY_WEIGHT) == Reading(frozenset({"interview-thanks"}))


def test_a_pattern_that_weight_belies_names_none(folder: Path) -> None:
    path = folder / "classes/angry.toml"
    path.write_text(
        'about = ""\nalone = 9.0\nbacked = 8.0\n[[pattern]]\nname = "it"\ntogether = ["me"]\n', "utf-8"
    )
    belied = load(folder).read("I love my garden.").classes
    path.write_text(
        'about = ""\nalone = 9.0\nbacked = -9.0\n[[pattern]]\nname = "it"\ntogether = ["me"]\n', "utf-8"
    )
    backed = load(folder).read("I love my garden.").classes
    assert ("angry" in belied, "angry" in backed) == (False, True)


PLAIN = "Thank you for the interview yesterday!"


def rewritten(folder: Path, **needs: str) -> Reading:
    """How the plain text is read, if the class needs this."""
    path = folder / "classes/interview-thanks.toml"
    lines = path.read_text("utf-8").splitlines()
    named = [line.partition(" = ")[0] for line in lines]
    for name, value in needs.items():
        lines[named.index(name)] = f"{name} = {value}"
    path.write_text("\n".join(lines), "utf-8")
    return load(folder).read(PLAIN)


def test_there_is_no_doubt_where_pattern_and_weight_agree_and_a_job_is_spoken_of(folder: Path) -> None:
    assert rewritten(folder) == Reading(frozenset({"interview-thanks"}), frozenset({"interview-thanks"}))


@pytest.mark.parametrize("needs", [{"sure": "9.0"}, {"sure_with": '["politics"]'}, {"backed": "9.0"}])
def test_a_class_without_one_of_the_three_is_named_and_not_sure(folder: Path, needs: dict[str, str]) -> None:
    assert rewritten(folder, **needs) == Reading(frozenset({"interview-thanks"}))


@pytest.mark.parametrize("needs", ["sure = 1.0", 'sure_with = ["me"]', 'sure = 1.0\nsure_with = ["me"]'])
def test_what_leaves_no_doubt_is_said_whole(folder: Path, needs: str) -> None:
    (folder / "classes/odd.toml").write_text(f'about = ""\n{needs}\n', "utf-8")
    with pytest.raises(BadInput, match="needs both 'sure' and 'sure_with' beside 'alone', or neither"):
        load(folder)


@pytest.mark.parametrize("needs", ["alone = 0.5", "backed = 0.5"])
def test_a_class_says_both_needs_or_neither(folder: Path, needs: str) -> None:
    (folder / "classes/odd.toml").write_text(f'about = ""\n{needs}\n', "utf-8")
    with pytest.raises(BadInput, match="needs both 'alone' and 'backed', or neither"):
        load(folder)


@pytest.mark.parametrize("stored", ["{", "{}"])
def test_a_table_that_is_broken_is_refused_by_name(folder: Path, stored: str) -> None:
    (folder / "weights.json").write_text(stored, "utf-8")
    with pytest.raises(BadInput, match=r"weights\.json"):
        load(folder)
