"""What kind of page an address is: each kind that a map names, and none where it names none."""

import pytest

from poise.sites.reader import read
from tests.sites.examples import maps

LEAD = "ACwAAAAAAHsBAQIDBAUGBwgJCgsMDQ4PEBESExQ"
KINDS: dict[str, str | None] = {
    "https://www.linkedin.com/preload/custom-invite/?vanityName=jane-doe": "invite",
    "https://m.linkedin.com/mwlite/profile/in/jane-doe": "profile",
    "https://www.linkedin.com/search/results/all/?keywords=jane": "search",
    "https://www.linkedin.com/mynetwork/invitation-manager/": "network",
    "https://www.linkedin.com/analytics/profile-views/": "viewers",
    "https://www.linkedin.com/messaging/thread/2-abc/": "messaging",
    "https://www.linkedin.com/posts/jane-doe_activity-7": "feed",
    f"https://www.linkedin.com/sales/lead/{LEAD},NAME_SEARCH,x1Yz": "sales-lead",
    "https://www.linkedin.com/sales/search/people?query=x": "sales",
    "https://www.linkedin.com/company/acme/people/": "company-people",
    "https://www.linkedin.com/showcase/acme/": "company",
    "https://www.linkedin.com/preload/": None,
    "https://www.facebook.com/groups/123/members": "people",
    "https://www.facebook.com/messages/e2ee/t/123": "chat",
    "https://www.facebook.com/stories/123/UzpfSVND/": "story",
    "https://www.facebook.com/acme/reviews": "reviews",
    "https://www.facebook.com/permalink.php?id=61550000000001&story_fbid=pfbid0": "post",
    "https://www.facebook.com/people/Acme/61550000000001/": "profile",
    "https://www.facebook.com/watch": None,
    "https://www.xing.com/profile/Jane_Doe/cv": "profile",
    "https://www.xing.com/messages/conversations/1": "chat",
    "https://x.com/intent/user?screen_name=jane_doe": "intent",
    "https://x.com/jane_doe/with_replies": "profile",
    "https://x.com/i/bookmarks": None,
    "https://www.instagram.com/direct/t/123/": "chat",
    "https://www.instagram.com/stories/jane.doe/1/": "story",
    "https://www.instagram.com/jane.doe/reels/": "profile",
}


@pytest.mark.parametrize("url", KINDS)
def test_an_address_is_of_a_kind(url: str) -> None:
    assert read(maps(), "<p>x</p>", url)["kind"] == KINDS[url]


def test_every_kind_is_tried() -> None:
    tried = {(read(maps(), "<p>x</p>", url)["site"], kind) for url, kind in KINDS.items() if kind}
    assert tried == {(site.site, page.kind) for site in maps().values() for page in site.page}
