"""Every way of writing somebody's address is one identity; somebody else's is another, nobody's is none."""

from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poise.sites.identity import identify, marks
from poise.sites.member import member_number
from tests.sites.examples import maps

JANE = "https://www.linkedin.com/in/jane-doe/"
CODE = "ACoAAAAAAHsBAQIDBAUGBwgJCgsMDQ4PEBESExQ"

SAME_PERSON = [
    JANE,
    "https://www.linkedin.com/in/jane-doe",
    "http://www.linkedin.com/in/jane-doe/",
    "https://linkedin.com/in/jane-doe",
    "linkedin.com/in/jane-doe",
    "www.linkedin.com/in/jane-doe/",
    "//www.linkedin.com/in/jane-doe/",
    "  https://www.linkedin.com/in/jane-doe/\n",
    "https://de.linkedin.com/in/jane-doe",
    "https://ca.linkedin.com/in/jane-doe",
    "https://m.linkedin.com/in/jane-doe",
    "https://touch.linkedin.com/in/jane-doe",
    "https://www.linkedin.com./in/jane-doe/",
    "https://www.linkedin.com:443/in/jane-doe/",
    "http://www.linkedin.com:80/in/jane-doe/",
    "HTTPS://WWW.LINKEDIN.COM/IN/JANE-DOE",
    "https://www.linkedin.com/in/Jane-Doe/",
    "https://www.linkedin.com/in/jane-doe/?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3AACoAAx",
    "https://www.linkedin.com/in/jane-doe?lipi=urn%3Ali%3Apage%3Ad_flagship3",
    "https://www.linkedin.com/in/jane-doe?trk=people-guest&originalSubdomain=de",
    "https://www.linkedin.com/in/jane-doe/#experience",
    "https://www.linkedin.com/in/jane-doe/de",
    "https://www.linkedin.com/in/jane-doe/en-us",
    "https://www.linkedin.com/in/jane-doe/10/1",
    "https://www.linkedin.com/in/jane-doe/overlay/contact-info/",
    "https://www.linkedin.com/in/jane-doe/details/experience/",
    "https://www.linkedin.com/in/jane-doe/recent-activity/all/",
    "https://www.linkedin.com/mwlite/in/jane-doe",
    "https://www.linkedin.com/mwlite/profile/in/jane-doe",
    "https://www.linkedin.com/m/in/jane-doe",
    "https://www.linkedin.com/in/%6Aane%2Ddoe/",
    "https://www.linkedin.com/preload/custom-invite/?vanityName=jane-doe",
    "https://www.linkedin.com/preload/search-custom-invite/?vanityName=Jane-Doe&x=1",
]

NOBODY = [
    "",
    "jane-doe",
    "/in/jane-doe/",
    "https://www.linkedin.com/",
    "https://www.linkedin.com/in/",
    "https://www.linkedin.com/in/?trk=x",
    "https://www.linkedin.com/in/me/",
    "https://www.linkedin.com/in/ME",
    "https://www.linkedin.com/in//jane-doe",
    "https://www.linkedin.com/feed/",
    "https://lnkd.in/abc",
    "https://www.linkedin.com/in/./jane-doe",
    "https://www.linkedin.com/in/jane-doe/../john-roe",
    "https://www.linkedin.com/in/jane-doe/%2e%2e/john-roe",
    "https://www.linkedin.com/in/jane%252Ddoe/",
    "https://www.linkedin.com/in/jane-doe%",
    "https://www.linkedin.com/in/jane%ZZdoe",
    "https://www.linkedin.com/in/%FF%FE",
    "https://www.linkedin.com/in/jane%2Fdoe",
    "https://www.linkedin.com/in/jane\\doe",
    "https://www.linkedin.com\\.evil.example/in/jane-doe",
    "https://www.linkedin.com/in/jane\ndoe",
    "https://www.linkedin.com/in/jane%00doe",
    "https://www.linkedin.com/in/jane doe",
    "https://www.linkedin.com/in/jane%20doe",
    "https://www.linkedin.com/in/jane<doe>",
    "https://www.linkedin.com/in/jane.doe",
    "https://www.linkedin.com:8443/in/jane-doe/",
    "http://www.linkedin.com:443/in/jane-doe/",
    "https://jane@www.linkedin.com/in/jane-doe/",
    "https://www.linkedin.com@evil.example/in/jane-doe/",
    "https://www.linkedin.com.evil.example/in/jane-doe/",
    "https://evil-linkedin.com/in/jane-doe/",
    "https://a.b.linkedin.com/in/jane-doe/",
    "https://www.l\u0456nkedin.com/in/jane-doe/",
    "https://www.lin\u212aedin.com/in/jane-doe/",
    "https://https://www.linkedin.com/in/jane-doe",
    "javascript:alert(1)",
    "data:text/html,https://www.linkedin.com/in/jane-doe/",
    "ftp://www.linkedin.com/in/jane-doe/",
    "https://www.linkedin.com/preload/custom-invite/",
    "https://www.linkedin.com/preload/custom-invite/?vanityName=jane-doe&vanityName=john-roe",
    "https://www.linkedin.com/preload/custom-invite/?vanityName=",
    "https://www.linkedin.com/in/" + "a" * 5000,
    "https://www.linkedin.com/pub/jane-doe/1/2",
]

SOMEBODY_ELSE = [
    "https://www.linkedin.com/in/jane-doe-1/",
    "https://www.linkedin.com/in/jane-do/",
    "https://www.linkedin.com/in/j\u0430ne-doe/",
    "https://www.linkedin.com/in/jane\u2010doe/",
    "https://www.linkedin.com/in/jane-d\u00f6e/",
    "https://www.linkedin.com/in/\uff4aane-doe/",
    "https://www.linkedin.com/in/jane-doe\u200b/",
]


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


ID = "https://www.facebook.com/profile.php?id=61550000000001"

FACEBOOK = {
    "https://www.facebook.com/acme": "https://www.facebook.com/acme",
    "https://www.facebook.com/Acme/": "https://www.facebook.com/acme",
    "http://facebook.com/ACME": "https://www.facebook.com/acme",
    "facebook.com/acme": "https://www.facebook.com/acme",
    "https://m.facebook.com/acme?locale=de_DE": "https://www.facebook.com/acme",
    "https://web.facebook.com/acme/reviews": "https://www.facebook.com/acme",
    "https://de-de.facebook.com/acme/about/?ref=x": "https://www.facebook.com/acme",
    "https://mbasic.facebook.com/acme?__cft__[0]=x&__tn__=y": "https://www.facebook.com/acme",
    "https://touch.facebook.com/acme/mentions": "https://www.facebook.com/acme",
    "https://www.facebook.com/acme/posts/pfbid0abc": "https://www.facebook.com/acme",
    "https://www.facebook.com/pg/acme/photos": "https://www.facebook.com/acme",
    "https://www.facebook.com/messages/t/acme": "https://www.facebook.com/acme",
    "https://m.me/acme": "https://www.facebook.com/acme",
    "https://fb.com/acme": "https://www.facebook.com/acme",
    "https://www.facebook.com/profile.php?id=61550000000001": ID,
    "https://m.facebook.com/profile.php?sk=about&id=61550000000001&mibextid=x": ID,
    "https://www.facebook.com/people/Acme-GmbH/61550000000001/": ID,
    "https://www.facebook.com/people/Acme-GmbH/61550000000001/?sk=reviews": ID,
    "https://www.facebook.com/p/Acme-GmbH-24-7-61550000000001/": ID,
    "https://www.facebook.com/pages/Acme-GmbH/61550000000001": ID,
    "https://www.facebook.com/pages/category/Company/Acme-GmbH-61550000000001/": ID,
    "https://www.facebook.com/61550000000001": ID,
    "https://www.facebook.com/61550000000001/posts/pfbid0abc": ID,
    "https://www.facebook.com/permalink.php?story_fbid=pfbid0abc&id=61550000000001": ID,
    "https://www.facebook.com/story.php?story_fbid=1&id=61550000000001": ID,
    "https://www.facebook.com/groups/123/user/61550000000001/": ID,
    "https://www.facebook.com/messages/t/61550000000001": ID,
    "https://www.messenger.com/t/61550000000001": ID,
}

NOBODY_ON_FACEBOOK = [
    "https://www.facebook.com/",
    "https://www.facebook.com/me",
    "https://www.facebook.com/home.php",
    "https://www.facebook.com/profile.php",
    "https://www.facebook.com/profile.php?id=abc",
    "https://www.facebook.com/profile.php?id=0",
    "https://www.facebook.com/profile.php?id=1&id=2",
    "https://www.facebook.com/people/Acme-GmbH/pfbid0abc",
    "https://www.facebook.com/groups/acme",
    "https://www.facebook.com/groups/123/posts/456",
    "https://www.facebook.com/Groups/acme",
    "https://www.facebook.com/watch/?v=123",
    "https://www.facebook.com/photo/?fbid=123",
    "https://www.facebook.com/reel/123",
    "https://www.facebook.com/hashtag/acme",
    "https://www.facebook.com/marketplace/item/1",
    "https://www.facebook.com/search/people/?q=jane",
    "https://www.facebook.com/sharer/sharer.php?u=https://www.facebook.com/acme",
    "https://www.facebook.com/share/p/1Abc",
    "https://www.facebook.com/events/123",
    "https://www.facebook.com/messages/e2ee/t/123",
    "https://www.facebook.com/ac\u043ce",
    "https://www.facebook.com/acme%2F",
    "https://www.facebook.com/...",
    "https://business.facebook.com/acme",
    "https://l.facebook.com/l.php?u=x",
    "https://facebook.com.evil.example/acme",
]


@pytest.mark.parametrize("text", FACEBOOK)
def test_one_page_or_person_of_facebook_however_the_address_is_written(text: str) -> None:
    found = identify(maps(), text)
    assert found is not None
    assert found.url == FACEBOOK[text]
    assert found.ids == (("facebook:id:61550000000001",) if found.url == ID else ())


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
