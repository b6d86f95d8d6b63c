"""The site maps, as the extension interprets them."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from flask import Blueprint, request

from poise.api.endpoint import Reply, endpoint
from poise.api.service import service
from poise.api.wire import Message
from poise.sites.schema import SiteMap

blueprint = Blueprint("sites", __name__)


class SitesMessage(Message):
    sites: Sequence[dict[str, Any]]


@endpoint(blueprint, "GET", "/sites", gives=SitesMessage)
def show_sites() -> Reply:
    """All site maps, as the extension ships them."""
    here = service()
    message, tag = here.kept.get("sites", lambda: _sites(here.maps.values()))
    known = request.if_none_match.contains(tag)
    return Reply(None if known else message, 304 if known else 200, {"ETag": f'"{tag}"'})


def _sites(maps: Iterable[SiteMap]) -> tuple[SitesMessage, str]:
    message = SitesMessage(sites=[site.model_dump(mode="json", by_alias=True) for site in maps])
    return message, hashlib.sha256(message.model_dump_json().encode()).hexdigest()[:32]
