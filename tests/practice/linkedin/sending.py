"""The requests by which LinkedIn sends something to somebody (linkedin 4), recorded and answered."""

import re
from typing import Any

from flask import Flask, abort, jsonify, request
from flask.typing import ResponseReturnValue

from ..common import sent
from ..people import People
from ..record import Record

SDUI = {
    "com.linkedin.sdui.requests.mynetwork.addaAddConnection": "connect",
    "com.linkedin.sdui.requests.mynetwork.addaWithdrawInvitation": "withdraw",
    "com.linkedin.sdui.requests.mynetwork.addaInvitationAction": "accept",
    "com.linkedin.sdui.requests.mynetwork.addaUpdateFollowState": "follow",
    "com.linkedin.sdui.comments.createComment": "comment",
}
ACTIVITY = re.compile(r"urn:li:activity:(\d+)")


def slug_of(people: People, key: str) -> str:
    """`key`: a slug, a member number, an id, or an urn that ends in one."""
    person = people.on_linkedin(key.rpartition(":")[2]) or abort(400, f"nobody has the id {key!r}")
    return person.slug


def author_of(people: People, urn: str) -> str:
    found = ACTIVITY.search(urn) or abort(400)
    return next(person.slug for person in people.persons if str(person.activity) == found[1])


def target_of(people: People, payload: dict[str, Any]) -> str:
    if "collection" in payload:
        return author_of(people, payload["collection"]["threadUrn"])
    for key in ("inviteeUrn", "memberUrn"):
        if key in payload:
            return slug_of(people, payload[key]["memberId"])
    return slug_of(people, payload["inviteeVanityName"])


def add_routes(app: Flask, people: People, record: Record) -> None:
    @app.post("/voyager/api/voyagerRelationshipsDashMemberRelationships")
    def invite_from_dialog() -> ResponseReturnValue:
        body: dict[str, Any] = request.get_json()
        sent(record, "connect", slug_of(people, body["invitee"]["inviteeUnion"]["memberProfile"]), body)
        return jsonify(
            data={"value": {"invitationUrn": f"urn:li:fsd_invitation:{7_000_000 + len(record.sent)}"}}
        )

    @app.post("/sales-api/salesApiConnection")
    def invite_from_lead() -> ResponseReturnValue:
        body: dict[str, Any] = request.get_json()
        sent(record, "connect", slug_of(people, body["member"]), body)
        return jsonify(value={})

    @app.post("/sales-api/salesApiMessageActions")
    def message_from_lead() -> ResponseReturnValue:
        body: dict[str, Any] = request.get_json()
        sent(record, "message", slug_of(people, body["recipients"][0]), body)
        return jsonify(value={}), 201

    @app.post("/flagship-web/rsc-action/actions/server-request")
    def server_request() -> ResponseReturnValue:
        body: dict[str, Any] = request.get_json()
        payload = body["serverRequest"]["requestedArguments"]["payload"]
        if kind := SDUI.get(request.args["sduiid"]):
            sent(record, kind, target_of(people, payload), body)
        return jsonify(states=[{"stringValue": "Pending"}])

    @app.post("/voyager/api/voyagerMessagingDashMessengerMessages")
    def message() -> ResponseReturnValue:
        body: dict[str, Any] = request.get_json()
        sent(record, "message", slug_of(people, body["hostRecipientUrns"][0]), body)
        return jsonify(value={"deliveredAt": 0}), 201

    @app.post("/voyager/api/voyagerSocialDashReactions")
    def react() -> ResponseReturnValue:
        sent(record, "react", author_of(people, request.args["threadUrn"]), request.get_json())
        return "", 201
