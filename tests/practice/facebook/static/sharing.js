// Sharing a post: to one's own feed, or to a page that is chosen in the same dialog.
import { openDialog } from "./dialogs.js";
import { edit } from "/shared/editor.js";
import { mutate } from "./graphql.js";
import { pressable } from "./pressable.js";
import { fresh, parts, withName } from "/shared/page.js";

export const share = (element, { post }) => pressable(element, `share ${post.owner}`, () => open(post));

function open(post) {
  let audience = { privacy: { base_state: "FRIENDS" } };
  const { close, cross, editor, go, places, shared } = openDialog("share");
  const written = edit(editor, `share-text ${post.owner}`);
  shared.href = post.path;
  shared.textContent = post.name;
  const place = fresh("share-place");
  parts(place).words.textContent = withName("share_to", post);
  places.append(place);
  pressable(place, `share-to ${post.owner}`, () => { audience = { to_id: post.ownerId }; });
  pressable(cross, `close-share ${post.owner}`, close);
  pressable(go, `share-now ${post.owner}`, () => {
    close();
    void mutate("ComposerStoryCreateMutation", {
      composer_entry_point: "share_modal", composer_type: "share", message: { ranges: [], text: written.text() }, audience,
      attachments: [{ link: { share_scrape_data: "{}" } }],
    });
  });
}
