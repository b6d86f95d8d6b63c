"""The net looks for LinkedIn's invitations, whatever sends them, and for nothing else."""

from fnmatch import fnmatchcase

import pytest

from tests.sites.examples import maps

SDUI = "https://www.linkedin.com/flagship-web/rsc-action/actions/server-request?sduiid=com.linkedin.sdui.requests.mynetwork."
VOYAGER = "https://www.linkedin.com/voyager/api/"
INVITATIONS = [
    f"{SDUI}addaAddConnection&parentSpanId=x",
    f"{VOYAGER}voyagerRelationshipsDashMemberRelationships?action=verifyQuotaAndCreateV2&decorationId=x",
    f"{VOYAGER}growth/normInvitations",
]
OTHERS = [
    f"{SDUI}addaWithdrawInvitation",
    f"{SDUI}addaInvitationAction",
    f"{SDUI}addaUpdateFollowState",
    f"{SDUI}interopConnection",
    f"{VOYAGER}relationships/dash/memberRelationships/urn",
    f"{VOYAGER}voyagerMessagingDashMessengerMessages?action=createMessage",
    "https://www.linkedin.example/voyager/api/growth/normInvitations",
]


def looked_for(url: str) -> list[str]:
    """What a request would be told as; a browser's match pattern has no other sign than its star."""
    found = (one for site in maps().values() for one in site.request)
    return [one.action.value for one in found if fnmatchcase(url, one.to.replace("?", "[?]"))]


@pytest.mark.parametrize("url", INVITATIONS)
def test_an_invitation_is_looked_for_once(url: str) -> None:
    assert looked_for(url) == ["connect"]


@pytest.mark.parametrize("url", OTHERS)
def test_nothing_else_is(url: str) -> None:
    assert looked_for(url) == []
