"""The requests by which LinkedIn sends something to somebody (linkedin 4), recorded and answered."""

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


def add_routes(app: Flask, people: People, record: Record) -> None:
    def slug_of(key: str) -> str:
        person = people.on_linkedin(key) or abort(400, f"nobody has the id {key!r}")
        return person.slug

    @app.post("/voyager/api/voyagerRelationshipsDashMemberRelationships")
    def invite_from_dialog() -> ResponseReturnValue:
        body: dict[str, Any] = request.get_json()
        urn = body["invitee"]["inviteeUnion"]["memberProfile"]
        sent(record, "connect", slug_of(urn.rpartition(":")[2]), body)
        return jsonify(
            data={"value": {"invitationUrn": f"urn:li:fsd_invitation:{7_000_000 + len(record.sent)}"}}
        )

    @app.post("/flagship-web/rsc-action/actions/server-request")
    def server_request() -> ResponseReturnValue:
        body: dict[str, Any] = request.get_json()
        payload = body["serverRequest"]["requestedArguments"]["payload"]
        if kind := SDUI.get(request.args["sduiid"]):
            sent(record, kind, slug_of(_target(payload)), body)
        return jsonify(states=[{"stringValue": "Pending"}])

    @app.post("/voyager/api/voyagerMessagingDashMessengerMessages")
    def message() -> ResponseReturnValue:
        body: dict[str, Any] = request.get_json()
        sent(record, "message", slug_of(body["hostRecipientUrns"][0].rpartition(":")[2]), body)
        return jsonify(value={"deliveredAt": 0}), 201


def _target(payload: dict[str, Any]) -> str:
    for key in ("inviteeUrn", "memberUrn"):
        if key in payload:
            return str(payload[key]["memberId"])
    return str(payload["inviteeVanityName"])
