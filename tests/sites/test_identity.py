"""Every way of writing somebody's address is one identity; somebody else's is another, nobody's is none."""

from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poise.sites.identity import identify, marks
from poise.sites.member import member_number
from tests.sites.addresses import (
    ASKED,
    CODE,
    FACEBOOK,
    ID,
    JANE,
    NOBODY,
    NOBODY_ON_ASKED,
    NOBODY_ON_FACEBOOK,
    SAME_PERSON,
    SOMEBODY_ELSE,
)
from tests.sites.examples import maps


def url_of(text: str) -> str | None:
    found = identify(maps(), text)
    return found.url if found else None


@pytest.mark.parametrize("text", SAME_PERSON)
def test_one_person_however_the_address_is_written(text: str) -> None:
    assert url_of(text) == JANE


@pytest.mark.parametrize("text", NOBODY)
def test_what_is_nobodys_address(text: str) -> None:
    assert identify(maps(), text) is None


@pytest.mark.parametrize("text", SOMEBODY_ELSE)
def test_what_only_looks_like_the_address(text: str) -> None:
    assert url_of(text) != JANE


def test_a_slug_of_any_script_is_one_in_both_unicode_spellings_and_percent_encoded() -> None:
    spellings = ["J\u00f6rg-\u00c5s", "jo\u0308rg-a\u030as", "J%C3%B6rg-%C3%85s", "jo%CC%88rg-a%CC%8As"]
    assert {url_of(f"https://www.linkedin.com/in/{slug}/") for slug in spellings} == {
        "https://www.linkedin.com/in/j\u00f6rg-\u00e5s/"
    }


def test_a_kelvin_sign_does_not_become_a_plain_k() -> None:
    assert url_of("https://www.linkedin.com/in/\u212aim/") is None


@pytest.mark.parametrize(
    "text",
    [
        f"https://www.linkedin.com/in/{CODE}",
        f"https://www.linkedin.com/sales/lead/{CODE.replace('ACo', 'ACw')},NAME_SEARCH,x1Yz",
        f"https://www.linkedin.com/talent/profile/{CODE.replace('ACo', 'AEM')}?trk=x",
        f"https://www.linkedin.com/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A{CODE}&recipient={CODE}",
        f"https://www.linkedin.com/messaging/compose/?recipient={CODE}",
    ],
)
def test_an_opaque_id_joins_by_the_member_number_in_it(text: str) -> None:
    found = identify(maps(), text)
    assert found is not None
    assert found.ids == ("linkedin:member:123",)


def test_an_opaque_id_keeps_its_case() -> None:
    assert url_of(f"https://www.linkedin.com/in/{CODE}/") == f"https://www.linkedin.com/in/{CODE}/"


def test_an_address_of_the_old_days_comes_to_the_slug_that_it_became() -> None:
    assert (
        url_of("http://de.linkedin.com/pub/Jane-Doe/5/23/4A5")
        == "https://www.linkedin.com/in/jane-doe-4a50235/"
    )


@pytest.mark.parametrize(
    "text", ["/company/Acme-GmbH/people/", "/showcase/acme-gmbh", "/school/acme-gmbh/about/"]
)
def test_a_companys_page_on_linkedin_is_one_however_it_is_called(text: str) -> None:
    found = identify(maps(), f"https://www.linkedin.com{text}")
    assert found is not None
    assert (found.kind, found.url) == ("company", "https://www.linkedin.com/company/acme-gmbh/")


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("ConnectButtonstate:invitation:urn:li:member:123_connect", ("linkedin:member:123",)),
        (f"SearchResults{CODE}", ("linkedin:member:123",)),
        (f"com.linkedin.sdui.profile.card.ref{CODE}Topcard", ("linkedin:member:123",)),
        (f"urn:li:fsd_profile:{CODE}", ("linkedin:member:123",)),
        ("7d1e6c3a-0001-4a4a-9b9b-000000000001", ()),
        ("x" * 600 + "urn:li:member:123", ()),
    ],
)
def test_ids_that_stand_in_attributes(text: str, ids: tuple[str, ...]) -> None:
    assert marks(maps()["linkedin"], text) == ids


def code(kind: int, number: int, mark: int = 1) -> str:
    raw = bytes([0, kind]) + number.to_bytes(6, "big") + bytes([mark]) + bytes(20)
    return urlsafe_b64encode(raw).decode().rstrip("=")


@given(st.sampled_from([0x2A, 0x2C, 0x43]), st.integers(1, 2**48 - 1))
def test_the_member_number_comes_out_as_it_went_in(kind: int, number: int) -> None:
    assert member_number(code(kind, number)) == str(number)


@pytest.mark.parametrize("wrong", [code(0x2B, 5), code(0x2A, 5, mark=2), code(0x2A, 0), "ACoAA", ""])
def test_an_id_of_another_layout_joins_nothing(wrong: str) -> None:
    assert member_number(wrong) is None


@pytest.mark.parametrize("text", FACEBOOK)
def test_one_page_or_person_of_facebook_however_the_address_is_written(text: str) -> None:
    found = identify(maps(), text)
    assert found is not None
    assert found.url == FACEBOOK[text]
    assert found.ids == (("facebook:id:61550000000001",) if found.url == ID else ())


@pytest.mark.parametrize("text", ASKED)
def test_one_account_of_the_other_sites_however_the_address_is_written(text: str) -> None:
    assert url_of(text) == ASKED[text]


@pytest.mark.parametrize("text", NOBODY_ON_ASKED)
def test_what_is_nobodys_address_on_the_other_sites(text: str) -> None:
    assert identify(maps(), text) is None


@pytest.mark.parametrize("text", NOBODY_ON_FACEBOOK)
def test_what_is_nobodys_address_on_facebook(text: str) -> None:
    assert identify(maps(), text) is None


def test_to_facebook_dots_in_a_name_say_nothing() -> None:
    plain, dotted = identify(maps(), "facebook.com/janedoe"), identify(maps(), "facebook.com/Jane.Doe")
    assert plain is not None
    assert dotted is not None
    assert plain.url in dotted.ids


PIECES = st.sampled_from(
    [
        "https://",
        "www.linkedin.com",
        "www.facebook.com",
        "/in/",
        "/profile.php?id=",
        "/p/",
        "%C3%A9",
        "%",
        "..",
        "//",
        "?",
        "#",
    ]
)


@given(st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=8).map("".join)))
def test_nothing_makes_it_fail_and_a_canonical_address_is_its_own(text: str) -> None:
    found = identify(maps(), text)
    if found:
        assert identify(maps(), found.url) == found


@given(st.text(min_size=1, max_size=30))
def test_any_slug_is_its_own_canonical_address(slug: str) -> None:
    found = identify(maps(), f"https://www.linkedin.com/in/{slug}/")
    if found:
        assert identify(maps(), found.url) == found
