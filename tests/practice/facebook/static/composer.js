// From "Write something…" to a post: one step (Post), or two (Next, then Post settings and Post; facebook 0.3).
import { closeAll, openDialog } from "./dialogs.js";
import { edit } from "/shared/editor.js";
import { mentions } from "./mention.js";
import { mutate } from "./graphql.js";
import { pressable, setDisabled } from "./pressable.js";
import { options } from "/shared/page.js";

/** One of the several ways in (facebook 1.1, 1.2). `wall`: {key, id, kind}, kind "page", "timeline", "group" or "me". */
export const composer = (element, { wall, place, review }) =>
  pressable(element, `composer ${wall.key} ${place}`, () => compose(wall, review));

function compose(wall, review) {
  const dismiss = () => (written.text() ? leave() : closeAll());
  const { close, cross, editor, go, hint } = openDialog("composer", dismiss);
  const named = [];
  const typeahead = mentions(options.pages, editor, (typed, page) => { named.push(page); written.mention(typed, page.name); });
  const name = `${options.steps === "2" ? "next" : "post"} ${wall.key}`;
  const proceed = () => {
    if (options.steps === "1") return publish(wall, review, written.text(), named);
    close();
    settings(wall, review, written.text(), named);
  };
  const written = edit(editor, `editor ${wall.key}`, {
    shortcut: options.shortcut === "1" ? proceed : null, // facebook 7.9
    changed: (text) => {
      hint.hidden = text !== "";
      typeahead.changed(text);
      setDisabled(go, name, text.trim() === "", proceed);
    },
  });
  pressable(cross, `close ${wall.key}`, dismiss);
  editor.focus();
}

/** Another dialog in place of the first: nothing of the first is left in the page. */
function settings(wall, review, text, named) {
  const { cross, go } = openDialog("composer-settings", leave);
  setDisabled(go, `post ${wall.key}`, false, () => publish(wall, review, text, named));
  pressable(cross, `close ${wall.key}`, leave);
  go.focus();
}

/** facebook 1.1: a second dialog on top of the first. */
function leave() {
  const dialog = openDialog("composer-leave");
  pressable(dialog.stay, "stay", dialog.close);
  pressable(dialog.leave, "leave", closeAll);
  dialog.stay.focus();
}

async function publish(wall, review, text, named) {
  closeAll();
  const input = { composer_entry_point: "inline_composer", message: { ranges: ranges(text, named), text }, attachments: [], ...aim(wall, review) };
  const isGroup = wall.kind === "group";
  await mutate("ComposerStoryCreateMutation", input, { feedLocation: isGroup ? "GROUP" : "TIMELINE", isGroup });
}

/** facebook 3: who is mentioned, and where. */
const ranges = (text, named) =>
  named.map(({ name, id }) => ({ offset: text.indexOf(name), length: name.length, entity: { id } }));

function aim(wall, review) {
  const surface = review ? "page_recommendation_tab" : wall.kind === "me" ? "newsfeed" : wall.kind;
  if (review) return { composer_source_surface: surface, audience: {}, page_recommendation: { page_id: wall.id, rec_type: review } };
  if (wall.kind === "me") return { composer_source_surface: surface, audience: { privacy: { base_state: "FRIENDS" } } };
  return { composer_type: wall.kind, composer_source_surface: surface, audience: { to_id: wall.id } };
}
