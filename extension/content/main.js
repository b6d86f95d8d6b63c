// The thin hands: events of the page go to the guard, its effects come back. Holds no etiquette and no site knowledge.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  const api = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? globalThis.chrome);
  const alive = () => !!api.runtime?.id;
  if (poise.watching?.()) return;
  poise.watching = alive;

  const GESTURE = [
    "pointerdown", "mousedown", "pointerup", "mouseup", "click", "dblclick", "auxclick",
    "touchstart", "touchend", "keydown", "keypress", "keyup", "submit",
  ];
  const JUDGE_AFTER_MS = 300;
  const site = siteOf(location.hostname);
  const top = window === window.top;

  let state = poise.guard.start();
  /** @type {Index | null} */
  let index = null;
  /** @type {SiteMap | null} */
  let map = null;
  /** @type {Use[]} uses that passed before storage was read */
  let early = [];
  /** @type {{ x: number, y: number, found: Intent | null } | null} */
  let pointed = null;
  let life = new AbortController();

  /** @param {string} host */
  function siteOf(host) {
    return /(^|\.)linkedin\.com$/.test(host) ? "linkedin" : "facebook";
  }

  /** @type {(message: object) => Promise<any>} */
  const tell = async (message) => (alive() ? api.runtime.sendMessage(message) : null);

  /** @type {Look} */
  const look = (use, target, now) => poise.snapshot.look(index, use, target, now);

  /** @type {(intent: Intent) => Use} */
  const useOf = (intent) => ({
    site, control: intent.control, action: intent.action, gate: intent.gate, target: intent.target,
    withNote: intent.with_note, text: poise.intent.text(intent), key: keyOf(intent),
  });

  /** The same control of the same person, also when the site drew it anew between two events of one gesture. */
  /** @type {(intent: Intent) => string} */
  const keyOf = ({ control, target }) => [control, target?.url, target?.name, ...(target?.ids ?? [])].join(" ");

  /** A sibling laid over a control takes its click; only near relatives count, never what merely lies on top. */
  /** @type {(event: MouseEvent) => Intent | null} */
  const cousin = (event) => {
    const hit = /** @type {Element} */ (event.composedPath()[0]);
    if (!(hit instanceof Element) || hit.closest("a, button, input, textarea, select, [role=button], [contenteditable]")) return null;
    const near = hit.parentElement?.parentElement ?? hit.parentElement;
    for (const element of document.elementsFromPoint(event.clientX, event.clientY)) {
      if (element === hit || !near?.contains(element)) continue;
      const found = map && poise.intent.at(map, ancestors(element), page());
      if (found) return found;
    }
    return null;
  };

  /** @type {(element: Element) => Element[]} */
  const ancestors = (element) => {
    const path = [];
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) path.push(at);
    return path;
  };

  const page = () => ({ url: location.href, document });

  /** @type {(event: Event) => Intent | null} */
  const intentOf = (event) => {
    if (!map) return null;
    const path = /** @type {Element[]} */ (event.composedPath().filter((node) => node instanceof Element));
    const found = poise.intent.at(map, submitPath(event) ?? path, page());
    if (found || !(event instanceof MouseEvent) || (event.clientX === 0 && event.clientY === 0)) return found;
    const { clientX: x, clientY: y } = event;
    if (pointed?.x !== x || pointed.y !== y) pointed = { x, y, found: cousin(event) };
    return pointed.found;
  };

  /** @type {(event: Event) => Element[] | null} */
  const submitPath = (event) =>
    event instanceof SubmitEvent && event.submitter ? ancestors(event.submitter) : null;

  /** Whether this event uses the control, or only leads up to or follows the use. */
  /** @type {(event: Event, intent: Intent) => boolean} */
  const acts = (event, intent) => {
    if (event instanceof KeyboardEvent) return event.type === "keydown" && usesKey(event, intent);
    return event.type === "click" || event.type === "submit" || (event.type === "auxclick" && /** @type {MouseEvent} */ (event).button === 1);
  };

  /** @type {(event: KeyboardEvent, intent: Intent) => boolean} */
  const usesKey = (event, { sends_on, element }) => {
    if (sends_on === "enter") return event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
    return event.key === "Enter" || (event.key === " " && element.localName !== "a");
  };

  /** @type {(event: Event, intent: Intent) => boolean} */
  const concerns = (event, intent) => {
    if (event instanceof KeyboardEvent) return usesKey(event, intent);
    if (intent.sends_on === "enter") return false;
    return !(event instanceof MouseEvent && event.button === 2);
  };

  /** @param {Event} event */
  const onGesture = (event) => {
    if (!alive()) return life.abort();
    if (event instanceof KeyboardEvent && event.key !== "Enter" && event.key !== " ") return;
    const intent = intentOf(event);
    if (!intent || !concerns(event, intent)) return;
    const use = useOf(intent);
    if (!index && acts(event, intent)) early.push(use);
    const repeat = event instanceof KeyboardEvent && event.repeat;
    run({
      kind: "gesture", name: event.type, trusted: event.isTrusted, repeat, now: Date.now(), use,
      starts: event.type === "pointerdown" || (event.type === "keydown" && !repeat), acts: acts(event, intent),
    }, event);
  };

  /** @type {(happened: GuardEvent, event?: Event) => void} */
  const run = (happened, event) => {
    const [next, effects] = poise.guard.step(state, happened, look);
    state = next;
    for (const effect of effects) carryOut(effect, event);
  };

  /** @type {(effect: Effect, event?: Event) => void} */
  const carryOut = (effect, event) => {
    switch (effect.kind) {
      case "swallow":
        event?.stopImmediatePropagation();
        if (effect.prevent) event?.preventDefault();
        return;
      case "ask": return void poise.asking.ask(effect.asking, { tell, run, index: /** @type {Index} */ (index) });
      case "hint": return void poise.asking.hint(effect.use, effect.answer);
      case "sent": return void tell({ kind: "sent", whom: effect.whom, site, action: effect.use.action, withNote: effect.use.withNote });
    }
  };

  // Text towards somebody tracked is judged while it is written, so that the answer is there when it is sent.
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let judging;
  /** @param {Event} event */
  const onInput = (event) => {
    if (!alive() || !map || !index) return;
    const written = poise.intent.written(map, /** @type {Element} */ (event.composedPath()[0]), page());
    if (!written) return;
    const use = useOf(written);
    const attempt = state.attempt?.site === site && state.attempt.action === use.action ? state.attempt : null;
    const target = attempt ? attempt.target : use.target;
    const { whom } = look(use, target, Date.now());
    if (!whom || !use.text) return;
    clearTimeout(judging);
    judging = setTimeout(async () => {
      const verdict = await tell({ kind: "judge", use: { ...use, target }, url: location.href });
      if (!verdict?.verdict) return;
      run({ kind: "judged", judged: { whom, action: use.action, text: /** @type {string} */ (use.text), level: verdict.verdict, rule: verdict.rule } });
    }, JUDGE_AFTER_MS);
  };

  const arrived = () => {
    if (!top || !map || !index) return;
    const opened = poise.intent.address(map, location.href);
    run({ kind: "arrived", now: Date.now(), use: opened && useOf(opened) });
    poise.asking.mark(map, index, { tell, page: page() });
  };

  const arm = () => {
    life.abort();
    life = new AbortController();
    const options = { capture: true, signal: life.signal };
    poise.layer.guardEvents(life.signal);
    for (const name of GESTURE) window.addEventListener(name, onGesture, { ...options, passive: name.startsWith("touch") });
    window.addEventListener("input", onInput, options);
    window.navigation?.addEventListener("currententrychange", arrived, { signal: life.signal });
    window.addEventListener("pageshow", (event) => event.persisted && arrived(), { signal: life.signal });
  };

  const keys = { index: `index:${site}`, map: `map:${site}` };

  /** @param {Record<string, any>} stored */
  const take = (stored) => {
    if (stored[keys.map]) map = poise.intent.prepare(stored[keys.map]);
    if (stored[keys.index]) index = stored[keys.index];
  };

  const begin = async () => {
    take(await api.storage.local.get([keys.index, keys.map]));
    const missed = early.filter((use) => look(use, use.target, Date.now()).level === "hold");
    early = [];
    if (missed.length) void poise.asking.missed(missed[0], tell);
    arrived();
  };

  api.storage.onChanged.addListener((changes, area) => {
    if (!alive() || area !== "local" || !(changes[keys.index] || changes[keys.map])) return;
    take(Object.fromEntries(Object.entries(changes).map(([key, { newValue }]) => [key, newValue])));
    arrived();
  });
  api.runtime.onMessage.addListener((message, _sender, answer) => {
    if (message?.kind === "here") answer({ url: location.href, top: map && poise.intent.topcard(map, document) });
  });

  arm();
  // document.open() drops every listener of the window; its only trace is a new child of the document.
  new MutationObserver(() => alive() && arm()).observe(document, { childList: true });
  void begin();
})();
