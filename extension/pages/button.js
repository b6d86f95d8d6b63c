// A button that does one thing: by `name` tests and the focus find it again.

/** While what was pressed is being done, a press more is the second half of a double click. */
/** @template {unknown[]} Given @param {(...given: Given) => unknown} act @returns {(...given: Given) => Promise<void>} */
export const oneAtATime = (act) => {
  let busy = false;
  return async (...given) => {
    if (busy) return;
    busy = true;
    try {
      await act(...given);
    } finally {
      busy = false;
    }
  };
};

/** @type {(words: string, name: string, act: () => unknown, look?: string) => HTMLButtonElement} */
export const button = (words, name, act, look) => {
  const made = poise.dom.make("button", { type: "button", "data-do": name, class: look }, words);
  const press = oneAtATime(act);
  // Of a double click the second half may meet what stands there since the first.
  made.addEventListener("click", ({ detail }) => { if (detail < 2) void press(); });
  return made;
};
