"""The requests by which Facebook sends something to somebody (facebook 3), recorded and answered."""

import base64
import json
from collections.abc import Callable
from typing import Any

from flask import Flask, Response, abort, request

from ..common import sent
from ..people import People
from ..record import Record
from .posts import owner_of

Input = dict[str, Any]


def wall(people: People, given: Input) -> str:
    return key(people, given["audience"].get("to_id", "me"))


def reviewed(people: People, given: Input) -> str:
    return key(people, given["page_recommendation"]["page_id"])


def below(people: People, given: Input) -> str:
    """The request names a post, not its owner: `feedback:<number>` in base64."""
    number = base64.b64decode(given["feedback_id"]).decode().removeprefix("feedback:")
    owner = owner_of(people, number) or abort(400)
    return owner.facebook_key


def number_in(field: str) -> Callable[[People, Input], str]:
    return lambda people, given: key(
        people, given[field][0] if isinstance(given[field], list) else given[field]
    )


def key(people: People, number: str) -> str:
    owner = people.on_facebook(number)
    return owner.facebook_key if owner else number


# By friendly name, for document ids change within weeks (facebook 0.7): the kind, and who is reached.
MUTATIONS: dict[str, tuple[str, Callable[[People, Input], str]]] = {
    "ComposerStoryCreateMutation": ("post", wall),
    "useCometUFICreateCommentMutation": ("comment", below),
    "CometUFIFeedbackReactMutation": ("react", below),
    "FriendingCometFriendRequestSendMutation": ("friend_request", number_in("friend_requestee_ids")),
    "FriendingCometFriendRequestCancelMutation": (
        "friend_cancel",
        number_in("cancelled_friend_requestee_id"),
    ),
    "CometUserFollowMutation": ("follow", number_in("subscribee_id")),
    "CometProfilePlusLikeMutation": ("like", number_in("page_id")),
}


def add_routes(app: Flask, people: People, record: Record) -> None:
    @app.post("/api/graphql/")
    def graphql() -> Response:
        form = {**request.form.to_dict(), "variables": json.loads(request.form["variables"])}
        name, given = form["fb_api_req_friendly_name"], form["variables"]["input"]
        if request.headers.get("x-fb-friendly-name") != name:
            abort(400, "the header and the field name different requests")
        if name in MUTATIONS:
            kind, who = ("review", reviewed) if "page_recommendation" in given else MUTATIONS[name]
            sent(record, kind, who(people, given), form)
        # facebook 3: 200 whatever happened, and a prefix that is no JSON
        return Response("for (;;);" + json.dumps({"data": {"ok": True}}), mimetype="text/javascript")

    @app.post("/practice/chat/")
    def chat() -> tuple[str, int]:
        """Really MQTT over a WebSocket (facebook 3); a plain POST stands for it."""
        body = request.get_json()
        sent(record, "message", key(people, body["thread"]), body)
        return "", 204
