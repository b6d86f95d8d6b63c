// Friend requests, and following and liking: one press sends (facebook 1.4).
import { mutate } from "./graphql.js";
import { pressable } from "./pressable.js";
import { withName, words } from "/shared/page.js";

/** `named`: on a profile the label has a capital and the name, on cards neither (facebook 0.4). */
export function friend(element, { who, place, named }) {
  const label = (asked) => (named ? withName(asked ? "cancel_name" : "add_name", who) : words[asked ? "cancel" : "add"]);
  const show = (asked) => {
    element.setAttribute("aria-label", label(asked));
    element.querySelector("span span").textContent = asked ? words.cancel : words.add;
    pressable(element, `${asked ? "cancel" : "friend"} ${who.facebook} ${place}`, () => {
      show(!asked);
      void (asked ? cancel(who) : ask(who, named));
    });
  };
  show(element.getAttribute("aria-label") === label(true));
}

const ask = (who, named) =>
  mutate("FriendingCometFriendRequestSendMutation", {
    friend_requestee_ids: [who.facebookId], friending_channel: named ? "PROFILE_BUTTON" : "FRIENDS_HOME_MAIN", warn_ack_for_ids: [],
    click_proof_validation_result: null,
  });

const cancel = (who) =>
  mutate("FriendingCometFriendRequestCancelMutation", { cancelled_friend_requestee_id: who.facebookId, friending_channel: "PROFILE_BUTTON" });

export const follow = (element, { who, place }) =>
  pressable(element, `follow ${who.facebook} ${place}`, () => {
    element.setAttribute("aria-label", words.following);
    void mutate("CometUserFollowMutation", { subscribee_id: who.facebookId, subscribe_location: "PROFILE" });
  });

export const like = (element, { who, place }) =>
  pressable(element, `like ${who.facebook} ${place}`, () => {
    element.setAttribute("aria-label", words.liked);
    void mutate("CometProfilePlusLikeMutation", { page_id: who.pageId });
  });
