// What goes over the wire (linkedin 4). `who` is {slug, name, member, id}.
const send = async (url, body) => {
  const answer = await fetch(url, {
    method: "POST", headers: { "content-type": "application/json; charset=UTF-8", "csrf-token": "ajax:0" }, body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
};

function server(sduiid, payload) {
  const requestedArguments = { payload };
  return send(`/flagship-web/rsc-action/actions/server-request?sduiid=${sduiid}&parentSpanId=AAA%3D`, {
    requestId: sduiid,
    serverRequest: { $type: "proto.sdui.actions.core.ServerRequest", requestedArguments },
    states: [], requestedArguments,
  });
}

/** My Network, rails, and the profile where the option `send` is "sdui". */
export const connectAtOnce = (who, origin, note) =>
  server("com.linkedin.sdui.requests.mynetwork.addaAddConnection", {
    inviteeUrn: { memberId: String(who.member) },
    nonIterableProfileId: who.id,
    firstName: who.name.split(/\s/)[0], lastName: who.name.split(/\s/).slice(1).join(" "),
    renderMode: "IconAndText", origin, clientContext: "",
    profileCanonicalUrl: `https://www.linkedin.com/in/${encodeURIComponent(who.slug)}`,
    connectionState: { key: `state:invitation:urn:li:member:${who.member}` },
    isDisabled: { key: `connect-button-disabled-${who.slug}` },
    firstFiveInviteCount: 0, postActionSentConfigs: [],
    ...(note ? { customMessage: note } : {}),
  });

/** The invite dialog, which is still Ember and speaks Voyager. */
export const connectFromDialog = (who, note) =>
  send(
    "/voyager/api/voyagerRelationshipsDashMemberRelationships?action=verifyQuotaAndCreateV2" +
      "&decorationId=com.linkedin.voyager.dash.deco.relationships.InvitationCreationResultWithInvitee-2",
    { invitee: { inviteeUnion: { memberProfile: `urn:li:fsd_profile:${who.id}` } }, ...(note ? { customMessage: note } : {}) },
  );

/** Sales Navigator's own ways; their addresses are not in the facts. */
export const connectFromLead = (who, note) =>
  send("/sales-api/salesApiConnection?action=connectV2", { member: who.id, ...(note ? { message: note } : {}) });

export const messageFromLead = (who, text) =>
  send("/sales-api/salesApiMessageActions?action=createMessage", { recipients: [who.id], body: text });

/** linkedin 4: a second request after the invitation, which carries name and id and invites nobody. */
export const connectedElsewhere = (who) =>
  server("com.linkedin.sdui.requests.mynetwork.interopConnection", { nonIterableProfileId: who.id, fullName: who.name });

export const withdraw = (who) =>
  server("com.linkedin.sdui.requests.mynetwork.addaWithdrawInvitation", {
    inviterActionType: "InviterActionType_WITHDRAW", inviteeVanityName: who.slug, profileUrn: `urn:li:fsd_profile:${who.id}`,
    invitationUrn: { invitationId: "7000001" }, invitationType: "GenericInvitationType_CONNECTION",
  });

export const answer = (who, action) =>
  server("com.linkedin.sdui.requests.mynetwork.addaInvitationAction", {
    inviteeActionType: `InviteeActionType_${action}`, inviteeVanityName: who.slug,
  });

export const comment = (post, text) =>
  server("com.linkedin.sdui.comments.createComment", { collection: { threadUrn: `urn:li:activity:${post.activity}` }, commentary: { text } });

export const react = (post) =>
  send(`/voyager/api/voyagerSocialDashReactions?threadUrn=urn%3Ali%3Aactivity%3A${post.activity}`, { reactionType: "LIKE" });

export const message = (who, text) =>
  send("/voyager/api/voyagerMessagingDashMessengerMessages?action=createMessage", {
    message: { body: { attributes: [], text }, originToken: crypto.randomUUID() }, mailboxUrn: "urn:li:fsd_profile:ACoAAself",
    hostRecipientUrns: [`urn:li:fsd_profile:${who.id}`], trackingId: "t",
  });

export const follow = (who) =>
  server("com.linkedin.sdui.requests.mynetwork.addaUpdateFollowState", {
    followStateType: "FollowStateType_FOLLOW_ACTIVE", memberUrn: { memberId: String(who.member) },
  });
