// The thin hands: events of the page go to the guard, its effects come back. Holds no etiquette and no site knowledge.
(() => {
  const poise = (globalThis.poise ??= /** @type {Poise} */ ({}));
  const api = /** @type {typeof chrome} */ (/** @type {any} */ (globalThis).browser ?? globalThis.chrome);
  const alive = () => !!api.runtime?.id;
  if (poise.watching?.()) return;
  poise.watching = alive;

  const JUDGE_AFTER_MS = 300;
  const site = poise.identity.siteOf(window.origin) ?? "";
  const keys = { index: `index:${site}`, map: `map:${site}` };

  let state = poise.guard.start();
  /** @type {Index | null} */
  let index = null;
  /** @type {SiteMap | null} */
  let map = null;
  /** @type {Element[][]} what was clicked before storage was read */
  let early = [];
  let here = "";
  let life = new AbortController();

  /** @type {(message: object) => Promise<any>} */
  const tell = async (message) => (alive() ? api.runtime.sendMessage(message) : null);

  /** @type {Look} */
  const look = (use, target, now) => poise.snapshot.look(index, use, target, now);

  // A frame without an address of its own belongs to the page that made it.
  const address = () => (location.protocol === "about:" ? document.baseURI : location.href);
  const page = () => ({ url: address(), document });

  /** @type {(happened: GuardEvent, event?: Event) => void} */
  const run = (happened, event) => {
    const [next, effects] = poise.guard.step(state, happened, look);
    state = next;
    for (const effect of effects) carryOut(effect, event);
  };

  /** @type {(asked: Asking) => void} */
  const deny = (asked) => poise.snapshot.deny(index, asked);

  /** @type {(event?: Event) => Hands} */
  const hands = (event) => ({ tell, run, deny, quiet: index?.quiet ?? false, at: event ? poise.gesture.placeOf(event) : null });

  /** @type {(effect: Effect, event?: Event) => void} */
  const carryOut = (effect, event) => {
    switch (effect.kind) {
      case "swallow":
        event?.stopImmediatePropagation();
        if (effect.prevent) event?.preventDefault();
        return;
      case "prepare": return void poise.asking.prepare(effect.whom);
      case "ask": return void poise.asking.ask(effect.asking, hands(event));
      case "again": return poise.asking.again();
      case "hint": return void poise.asking.hint(effect.use, effect.answer, hands(event));
      case "missed": return poise.asking.missed(effect.use, hands());
      case "sent": return void tell({ kind: "sent", whom: effect.whom, site, action: effect.use.action });
    }
  };

  /** @param {Event} event */
  const onGesture = (event) => {
    if (!alive()) return leave();
    if (poise.gesture.isKey(event) && event.key !== "Enter" && event.key !== " ") return;
    if (!map) return void (poise.gesture.acts(event) && early.push([...poise.gesture.pathOf(event)]));
    // What lies within a gesture that passes, and uses nothing itself, passes with it.
    if (poise.reading.continues(event) && !state.gesture?.hold && !poise.gesture.acts(event)) return;
    const intent = poise.reading.intentOf(event, map, page());
    if (!intent || !poise.gesture.concerns(event, intent)) return;
    run(poise.gesture.told(event, poise.gesture.useOf(intent, site)), event);
  };

  // Text towards somebody tracked is judged while it is written, so that the answer is there when it is sent. An editor
  // that writes the page by itself lets no "input" come, so the wish to write counts as well; what came of it is read later.
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let judging;
  /** @param {Event} event */
  const onInput = (event) => {
    if (!alive() || !index) return;
    clearTimeout(judging);
    judging = setTimeout(judge, JUDGE_AFTER_MS, event.composedPath()[0]);
  };

  /** @param {Element} element */
  const judge = async (element) => {
    const found = map && poise.reading.writing(element, { map, page: page(), site, attempt: state.attempt, look });
    if (!found) return;
    const { use, whom } = found;
    const verdict = await tell({ kind: "judge", use, url: address() });
    if (!verdict?.verdict) return;
    const judged = { whom, action: use.action, text: /** @type {string} */ (use.text), level: verdict.verdict, rule: verdict.rule };
    run({ kind: "judged", judged });
    if (verdict.verdict !== "hold" && !index?.quiet) await poise.proof.look(element, use, whom, tell);
  };

  /** What the address by itself would do. @type {(known: SiteMap, url: string) => Use | null} */
  const opened = (known, url) => {
    const intent = poise.intent.address(known, url);
    return intent && poise.gesture.useOf(intent, site);
  };

  /** @param {SiteMap} known */
  const moveOn = (known) => {
    poise.reading.forget();
    poise.proof.close();
    run({ kind: "arrived", now: Date.now(), use: opened(known, here) });
  };

  /** A dialog in a frame of its own belongs to what was pressed in the page around it; asked of that only for somebody guarded. */
  const join = async () => {
    const use = window === window.top ? null : map && opened(map, address());
    if (!use || look(use, use.target, Date.now()).level !== "hold") return;
    const attempt = await tell({ kind: "attempt" });
    if (attempt) run({ kind: "joined", attempt });
  };

  /** A new address, or a new snapshot for the same one. */
  const arrived = () => {
    if (window !== window.top || !map || !index) return;
    const moved = here !== location.href;
    here = location.href;
    if (moved) moveOn(map);
    void poise.marking.mark(map, index, { tell, url: here });
    if (moved) poise.canary.look(map, index, { tell, url: here });
    if (moved) poise.noticing.look(map, index, { tell, url: here });
  };

  /** What is left of an extension that was updated or removed: it takes its marks from the page, and lets all clicks go. */
  const leave = () => {
    life.abort();
    poise.layer.clear();
  };

  const arm = () => {
    life.abort();
    life = new AbortController();
    const options = { capture: true, signal: life.signal };
    poise.layer.guardEvents(life.signal);
    for (const name of poise.gesture.EVENTS) window.addEventListener(name, onGesture, { ...options, passive: name.startsWith("touch") });
    for (const name of ["beforeinput", "input"]) window.addEventListener(name, onInput, options);
    window.navigation?.addEventListener("currententrychange", arrived, { signal: life.signal });
    window.addEventListener("pageshow", (event) => event.persisted && alive() && void begin(), { signal: life.signal });
  };

  /** @param {Record<string, any>} stored */
  const take = (stored) => {
    if (stored[keys.map]) map = poise.intent.prepare(stored[keys.map]);
    if (keys.index in stored) index = stored[keys.index] ?? null;
  };

  const missed = () => {
    const intents = early.map((path) => poise.intent.at(/** @type {SiteMap} */ (map), path, page()));
    early = [];
    for (const intent of intents) if (intent) run({ kind: "missed", now: Date.now(), use: poise.gesture.useOf(intent, site) });
  };

  const show = () => (index ? arrived() : poise.marking.end(tell));

  /** Also when it is gone back to: a page that was put aside heard nothing of what changed meanwhile. */
  const begin = async () => {
    take(await api.storage.local.get({ [keys.index]: null, [keys.map]: null }));
    show();
    if (map) missed();
    void join();
  };

  api.storage.onChanged.addListener((changes, area) => {
    if (!alive() || area !== "local" || !(changes[keys.index] || changes[keys.map])) return;
    take(Object.fromEntries(Object.entries(changes).map(([key, { newValue }]) => [key, newValue])));
    show();
  });
  const about = () => map && poise.intent.page(map, document, address()).about;

  /** What a page of ours is told of this one, when it asks: of strangers no more than the address and the kind of page say. */
  const told = () => {
    const url = address();
    const { kind = null, ids = [] } = about() ?? {};
    const whose = map && index ? poise.marking.whose(map, index, url) : { marks: [], whom: null };
    const moved = index && poise.snapshot.find(index, { url: null, name: null, ids });
    return { url, kind: index && kind, moved, canary: map && poise.canary.listen(map, url), ...whose };
  };

  api.runtime.onMessage.addListener((message, _sender, answer) => {
    if (message?.kind === "here") answer(told());
    if (message?.kind === "about") answer(about());
    if (message?.kind === "attempt") answer(state.attempt);
    if (message?.kind === "answered") poise.asking.answered(message);
    if (message?.kind === "advice") { poise.hint.show(message.saying); answer(true); }
  });

  poise.layer.inherit();
  arm();
  // document.open() drops every listener of the window; its only trace is a new child of the document.
  new MutationObserver(() => alive() && arm()).observe(document, { childList: true });
  void begin();
})();
