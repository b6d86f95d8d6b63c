"""Each way in which a map recognises a control is missed by an example, once it is gone."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from poise.errors import BadInput
from poise.sites.reader import read
from poise.sites.sitemap import parse
from tests.sites.examples import difference, examples, maps

Data = dict[str, Any]


def without_one(data: Data) -> Iterator[tuple[str, Data]]:
    """The map without one pattern of one control, or without what names somebody in its card."""
    for kind in ("control", "sign"):
        for place, shape in enumerate(data[kind]):
            for at, pattern in enumerate(shape["match"]):
                less = deepcopy(data)
                del less[kind][place]["match"][at]
                yield f"{shape['id']}: {pattern}", less
            if shape["name"]:
                less = deepcopy(data)
                less[kind][place]["name"] = None
                yield f"{shape['id']}: name", less


def is_missed(site: str, less: Data) -> bool:
    try:
        others = {**maps(), site: parse(less)}
    except BadInput:
        return True
    own = (example for example in examples() if example.site == site)
    return any(difference(example, read(others, example.html, example.url)) for example in own)


@pytest.mark.long
@pytest.mark.parametrize("site", maps())
def test_every_way_of_recognising_is_missed_by_an_example(site: str) -> None:
    data = maps()[site].model_dump(mode="json", by_alias=True)
    assert [name for name, less in without_one(data) if not is_missed(site, less)] == []
