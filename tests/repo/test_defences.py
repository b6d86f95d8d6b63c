"""What `make attack` takes out is there to be taken out: where the code moved, its table in tests/attack has to follow."""

import pytest

from tests.attack.defences import ROOT, Defence, defences

ALL = defences()


@pytest.mark.parametrize("defence", ALL, ids=str)
def test_it_can_be_taken_out(defence: Defence) -> None:
    text = (ROOT / defence.file).read_text()
    assert defence.removed_from(text) != text
    paths = [word for word in defence.tests.split() if word.startswith("tests/")]
    assert paths
    assert [path for path in paths if not is_there(path)] == []


def is_there(path: str) -> bool:
    file, _, test = path.partition("::")
    return (ROOT / file).exists() and (not test or f"def {test}(" in (ROOT / file).read_text())


def test_each_has_a_name_of_its_own() -> None:
    names = [str(one) for one in ALL]
    assert len(set(names)) == len(names)
