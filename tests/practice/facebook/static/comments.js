// What can be done below a post. The request names the post, not its owner (facebook 3).
import { edit } from "/shared/editor.js";
import { mutate } from "./graphql.js";
import { pressable, setDisabled } from "./pressable.js";

const feedback = (post) => btoa(`feedback:${post.number}`);

/** `element` holds the editor and the small button; Enter sends as well (facebook 0.2, 1.3). */
export function comment(element, { post }) {
  const editor = element.querySelector("[contenteditable]");
  const button = element.querySelector("[role=button]");
  const hint = editor.nextElementSibling;
  let typing = false;
  const send = () => {
    void mutate("useCometUFICreateCommentMutation", { feedback_id: feedback(post), message: { ranges: [], text: written.text() } });
    written.clear();
    typing = false;
  };
  const written = edit(editor, `comment ${post.owner}`, {
    submit: send,
    changed: (text) => {
      hint.hidden = text !== "";
      setDisabled(button, `send-comment ${post.owner}`, text.trim() === "", send);
      if (text && !typing) void mutate("CometUFILiveTypingBroadcastMutation_Start", { feedback_id: feedback(post) });
      typing = text !== "";
    },
  });
}

export const openComment = (element, { post }) =>
  pressable(element, `open-comment ${post.owner}`, () => element.closest("[data-pagelet], [role]:not([role=button])").querySelector("[contenteditable]").focus());

export const react = (element, { post }) =>
  pressable(element, `react ${post.owner}`, () => void mutate("CometUFIFeedbackReactMutation", { feedback_id: feedback(post), feedback_reaction_id: "1635855486666999" }));
