// Mentioning somebody in a post: what is typed after an @ brings up names; the one that is chosen stands as a text of its own.
import { pressable } from "./pressable.js";
import { fresh } from "/shared/page.js";

const TYPED = /@(\S{2,})$/;

/** `choose` is told what was typed, and whom it is to be. Answers what to call whenever the text has changed. */
export function mentions(known, editor, choose) {
  const box = document.createElement("div");
  const close = () => box.remove();
  const changed = (text) => {
    close();
    const [typed, begin] = TYPED.exec(text) ?? [];
    const found = begin ? known.filter(({ name }) => name.toLowerCase().startsWith(begin.toLowerCase())) : [];
    if (!found.length) return;
    const list = fresh("typeahead");
    for (const one of found) list.append(option(one, () => { close(); choose(typed, one); }));
    box.replaceChildren(list);
    editor.after(box);
  };
  return { changed };
}

function option({ name, key }, press) {
  const made = Object.assign(document.createElement("div"), { textContent: name, tabIndex: 0 });
  made.setAttribute("role", "option");
  pressable(made, `mention ${key}`, press);
  return made;
}
