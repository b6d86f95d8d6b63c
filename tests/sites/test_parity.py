"""The extension's reader, in both browsers, agrees with the service's on every example and every address."""

from dataclasses import asdict
from typing import Any

import pytest
from selenium.webdriver.remote.webdriver import WebDriver

from poise.sites.identity import identify
from tests.sites.addresses import (
    ASKED,
    CODE,
    FACEBOOK,
    NOBODY,
    NOBODY_ON_ASKED,
    NOBODY_ON_FACEBOOK,
    SAME_PERSON,
    SOMEBODY_ELSE,
)
from tests.sites.examples import difference, examples, maps, reading
from tests.sites.parity import identify_in, read_in


@pytest.mark.parametrize("site", maps())
def test_the_extension_reads_every_example_as_the_service_does(browser: WebDriver, site: str) -> None:
    own = [example for example in examples() if example.site == site]
    there = read_in(browser, maps()[site], [(example.html, example.url) for example in own])
    assert {example.id: found for example, found in zip(own, there, strict=True)} == {
        example.id: reading(example) for example in own
    }
    assert [difference(example, found) for example, found in zip(own, there, strict=True)] == [None] * len(
        own
    )


def test_both_find_the_same_identity_at_every_address(browser: WebDriver) -> None:
    urls = [
        *SAME_PERSON,
        *NOBODY,
        *SOMEBODY_ELSE,
        *FACEBOOK,
        *NOBODY_ON_FACEBOOK,
        *ASKED,
        *NOBODY_ON_ASKED,
        f"https://www.linkedin.com/in/{CODE}/",
    ]
    here = [identify(maps(), url) for url in urls]
    there = identify_in(browser, list(maps().values()), urls)
    assert dict(zip(urls, there, strict=True)) == dict(zip(urls, map(plain, here), strict=True))


def plain(found: Any) -> dict[str, Any] | None:
    return {**asdict(found), "ids": list(found.ids)} if found else None
