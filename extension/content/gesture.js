// From a browser's event to the control it is about, and to what it means for that control. Reads, changes nothing.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  if (poise.gesture) return;

  /** All that a gesture may consist of. */
  const EVENTS = [
    "pointerdown", "mousedown", "pointerup", "mouseup", "click", "dblclick", "auxclick",
    "touchstart", "touchend", "keydown", "keypress", "keyup", "submit",
  ];
  const INTERACTIVE = "a, button, input, textarea, select, [role=button], [role=link], [role=menuitem], [contenteditable]";

  /** @type {(element: Element) => Element[]} */
  const ancestors = (element) => {
    const path = [];
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) path.push(at);
    return path;
  };

  /** The elements an event is about, innermost first, through open shadow roots; of a submit, from its button on. */
  /** @type {(event: Event) => Iterable<Element>} */
  const pathOf = function* (event) {
    const { submitter } = /** @type {SubmitEvent} */ (event);
    const path = submitter ? ancestors(submitter) : /** @type {Node[]} */ (event.composedPath());
    for (const node of path) if (poise.tree.isElement(node)) yield node;
  };

  /** Where what was pressed stands in the window: all of a button, not only the picture on it. */
  /** @type {(event: Event) => DOMRect | null} */
  const placeOf = (event) => {
    const path = [...pathOf(event)];
    return (path.find((element) => element.matches(INTERACTIVE)) ?? path[0])?.getBoundingClientRect() ?? null;
  };

  const SLACK_PX = 4;

  /** Whether what was hit lies over the other as its face: no box that holds both is larger than the other alone. */
  /** @type {(hit: Element, other: Element) => boolean} */
  const overlays = (hit, other) => {
    /** @type {Element | null} */
    let both = hit;
    // What is `display: contents` has no box.
    while (both && !(both.contains(other) && both.getClientRects().length)) both = both.parentElement;
    if (!both) return false;
    const [outer, inner] = [both, other].map((element) => element.getBoundingClientRect());
    return outer.width <= inner.width + SLACK_PX && outer.height <= inner.height + SLACK_PX;
  };

  /**
   * A cousin that lies over a control takes its click (`display: contents`). Only what shares a box with the control
   * counts, never something that merely covers it.
   * @type {(event: Event) => Element[][]}
   */
  const cousins = (event) => {
    const hit = /** @type {Node} */ (event.composedPath()[0]);
    const point = event instanceof MouseEvent ? event : /** @type {TouchEvent} */ (event).changedTouches?.[0];
    if (!point || !poise.tree.isElement(hit) || hit.closest(INTERACTIVE)) return [];
    const under = document.elementsFromPoint(point.clientX, point.clientY);
    return under.filter((one) => !one.contains(hit) && overlays(hit, one)).map(ancestors);
  };

  // By its name: to ask an object of the page what it is an instance of costs more than all the rest of a click.
  /** @type {(event: Event) => event is KeyboardEvent} */
  const isKey = (event) => event.type.startsWith("key");

  /** @type {(event: KeyboardEvent, intent: Intent) => boolean} */
  const usesKey = (event, { sends_on, element }) => {
    if (sends_on === "enter") return event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
    return event.key === "Enter" || (event.key === " " && element?.localName !== "a");
  };

  /** Whether the event belongs to a use of the control at all. A right click does not, nor a click into an editor. */
  /** @type {(event: Event, intent: Intent) => boolean} */
  const concerns = (event, intent) => {
    if (isKey(event)) return usesKey(event, intent);
    return intent.sends_on !== "enter" && /** @type {MouseEvent} */ (event).button !== 2;
  };

  /** Whether the event uses the control, and does not only lead up to it or follow. */
  /** @type {(event: Event) => boolean} */
  const acts = (event) =>
    event.type === "click" || event.type === "submit" || event.type === "keydown" ||
    (event.type === "auxclick" && /** @type {MouseEvent} */ (event).button === 1);

  /** @type {(event: Event) => boolean} */
  const repeats = (event) => isKey(event) && event.repeat;

  /** @type {(event: Event) => boolean} */
  const starts = (event) => event.type === "pointerdown" || (event.type === "keydown" && !repeats(event));

  /** The same control of the same person, also where the site draws it anew between two events of one gesture. */
  /** @type {(intent: Intent) => string} */
  const keyOf = ({ control, target }) => [control, target?.url, target?.name, ...(target?.ids ?? [])].join(" ");

  /** Whom the control itself, or else the page, says it is about. */
  /** @type {(intent: Intent) => Target | null} */
  const targetOf = ({ target, fallback }) => target ?? fallback;

  /** A list to choose from is open over the editor: Enter takes what is chosen there. */
  const LISTS = '[aria-expanded="true"], [aria-activedescendant]:not([aria-activedescendant=""])';
  const SEEN = /[^\s\u200b\u2060]/;

  /** Enter that sends nothing: nothing is written yet, not even a picture for a word, or it chooses from a list. */
  /** @type {(intent: Intent) => boolean} */
  const isVain = (intent) => {
    const { sends_on, editor } = intent;
    if (sends_on !== "enter" || !editor) return false;
    const empty = !SEEN.test(poise.intent.text(intent) ?? "") && !editor.querySelector("img");
    return empty || editor.matches(LISTS) || !!editor.closest('[role="combobox"]')?.matches(LISTS);
  };

  /** @type {(intent: Intent, site: string) => Use} */
  const useOf = (intent, site) => ({
    site, control: intent.control, action: intent.action, gate: intent.gate, target: targetOf(intent), own: intent.target, belongs: intent.belongs_to !== null,
    mentions: intent.mentions,
    withNote: intent.with_note, text: poise.intent.text(intent), key: keyOf(intent), vain: isVain(intent),
  });

  /** @type {(event: Event, use: Use) => GestureEvent} */
  const told = (event, use) => ({
    kind: "gesture", name: event.type, trusted: event.isTrusted, repeat: repeats(event), starts: starts(event), acts: acts(event),
    now: Date.now(), use,
  });

  poise.gesture = { EVENTS, isKey, pathOf, placeOf, cousins, concerns, acts, starts, useOf, told };
})();
