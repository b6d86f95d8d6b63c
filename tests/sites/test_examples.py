"""Each site map reads its own examples as they say, and what it does not name it does not see."""

import re
from importlib.resources import files

import pytest
from pydantic import BaseModel

from poise.sites.schema import Control, IdentityForm, PageKind, Request, Sign, SiteMap
from tests.sites.examples import Example, difference, examples, maps, reading


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.id)
def test_the_service_reads_the_example(example: Example) -> None:
    assert difference(example, reading(example)) is None


@pytest.mark.parametrize(
    "name", [f"{site}/{control.id}" for site, found in maps().items() for control in found.control]
)
def test_every_control_has_an_example_where_it_is_and_one_where_it_is_not(name: str) -> None:
    site, control = name.split("/")
    own = [example for example in examples() if (example.site, example.control) == (site, control)]
    seen = [
        any(entry.get("control", control) == control for entry in example.data["reads"]) for example in own
    ]
    assert True in seen
    assert False in seen


@pytest.mark.parametrize(
    "name", [f"{site}/{sign.id}" for site, found in maps().items() for sign in found.sign]
)
def test_every_sign_has_an_example_where_it_is_and_one_where_it_is_not(name: str) -> None:
    site, sign = name.split("/")
    own = [example for example in examples() if (example.site, example.control) == (site, sign)]
    assert {bool(example.data.get("signs")) for example in own} == {True, False}


@pytest.mark.parametrize("shape", [SiteMap, IdentityForm, PageKind, Control, Sign, Request])
def test_the_guide_to_writing_maps_names_every_key(shape: type[BaseModel]) -> None:
    guide = (files("poise.sites") / "maps" / "README.md").read_text(encoding="utf-8")
    named = {word for part in re.findall(r"`([^`]+)`", guide) for word in re.findall(r"\w+", part)}
    assert {field.alias or name for name, field in shape.model_fields.items()} <= named


def test_every_file_of_examples_belongs_to_a_control() -> None:
    assert {(example.site, example.control) for example in examples()} <= {
        (site, shape.id) for site, found in maps().items() for shape in (*found.control, *found.sign)
    }
