// The shapes that the content scripts share; there is no code here.

type Level = "allow" | "caution" | "hold";
type GateKind = "first" | "last" | "only";
type Match = "identity" | "name" | null;

interface Target { url: string | null; name: string | null; ids: string[] }

/** From when (epoch ms), how strict, by which rule. */
type Period = [number, Level, string | null];

interface Pause { until: number | null; sites: string[]; over: boolean }

/** The part of the snapshot that a content script reads at once: `index:<site>` in storage.local. */
interface Index {
  made: number;
  language: string;
  paused: Pause | null;
  quiet: boolean;
  ids: Record<string, string>;
  /** People by their names as compared; companies under `company:` and theirs. */
  names: Record<string, string[]>;
  /** `tells`: what of their marks on this site is known, numbers or addresses; `periods`: which of those below are theirs. */
  people: Record<string, { name: string; not: string[]; tells: string[]; periods: number }>;
  periods: Record<string, Period[]>[];
}

/** One use of a recognised control: what would happen, and to whom the control itself says it would. */
interface Use {
  site: string; control: string; action: string; gate: GateKind; key: string;
  /** `own`: what the control itself says, else null; `target` may be the page's. `belongs`: whether another control opened it. */
  target: Target | null; own: Target | null; belongs: boolean; mentions: Target[]; withNote: boolean; text: string | null;
  /** Enter that sends nothing, as far as the page tells. */
  vain: boolean;
}

type Decided = { level: Level; rule: string | null };

interface Answer { whom: string | null; level: Level; rule: string | null; match: Match }
interface Attempt { site: string; action: string; target: Target | null; covered: string | null; until: number }
interface Pass { whom: string | null; action: string; rule: string | null; until: number }
interface Judged { whom: string; action: string; text: string; level: Level; rule: string | null }
interface Gesture { key: string; seen: string[]; hold: boolean; answer: Answer; target: Target | null }
interface Asking extends Use { whom: string; rule: string | null; match: Match }

interface GuardState {
  gesture: Gesture | null; attempt: Attempt | null; pass: Pass | null; judged: Judged | null; asking: Asking | null;
}

interface GestureEvent {
  kind: "gesture"; name: string; trusted: boolean; repeat: boolean; starts: boolean; acts: boolean; now: number; use: Use;
}
interface ArmedEvent { kind: "armed"; now: number }
interface ArrivedEvent { kind: "arrived"; now: number; use: Use | null }
/** What was used before anything was known that could be held. */
interface MissedEvent { kind: "missed"; now: number; use: Use }
/** In a frame: what was begun in the page around it. */
interface JoinedEvent { kind: "joined"; attempt: Attempt }
type GuardEvent = GestureEvent | ArmedEvent | ArrivedEvent | MissedEvent | JoinedEvent | { kind: "closed" } | { kind: "judged"; judged: Judged };

type Effect =
  | { kind: "swallow"; prevent: boolean }
  | { kind: "prepare"; whom: string }
  | { kind: "ask"; asking: Asking }
  | { kind: "again" }
  | { kind: "hint"; use: Use; answer: Answer }
  | { kind: "missed"; use: Use }
  | { kind: "sent"; use: Use; whom: string };

type Look = (use: Use, target: Target | null, now: number) => Answer;

interface Guard {
  start(): GuardState;
  step(state: GuardState, event: GuardEvent, look: Look): [GuardState, Effect[]];
  aim(attempt: Attempt | null, use: Use, now: number): { opened: Attempt | null; target: Target | null };
}

interface SnapshotReader {
  look(index: Index | null, use: Use, target: Target | null, now: number): Answer;
  /** Whom of the guarded people a target is for certain: by an address or id. */
  find(index: Index, target: Target | null): string | null;
  /** Whoever was asked about is somebody else than the page's person. */
  deny(index: Index | null, asked: Asking): void;
  /** What a target is remembered by: addresses and ids, or the name where there is nothing surer. */
  marksOf(target: Target | null): string[];
  opens(choice: string, asked: Pick<Asking, "match">): boolean;
  sameTarget(a: Target | null, b: Target | null): boolean;
  mayBeSame(a: Target | null, b: Target | null): boolean;
  /** Whom a use is towards: `aimed`, or if nobody is guarded there, somebody guarded who is mentioned in the text. */
  meant(use: Use, aimed: Target | null, look: Look, now: number): Target | null;
  paused(pause: Pause | null, site: string, now: number): boolean;
  question(use: Use): string;
}

/** One person or company page of the snapshot, as the service sends it and `person:<id>` keeps it. */
interface Guarded {
  id: string; kind: "person" | "company"; name: string; company: string; role: string | null;
  identities: string[]; not_identities: string[]; trusted: boolean;
  stages: { from: string; stage: string; since: string | null }[];
  steps?: { from: string; items: UpcomingStep[] }[];
  verdicts: Record<string, { from: string; verdict: Level; rule?: string | null; instead?: Step[] }[]>;
}

interface Step { kind: string; channel: string | null; due: string | null; done: boolean }
/** What is to do towards somebody, open from an instant on. */
interface UpcomingStep { kind: string; channel: string | null; from: string; due: string | null; text: string; rule: string }
interface Alternative extends Step { text: string }

/** A rule's words in one language; templates with `{name} {company} {days} {role}`. */
interface Words {
  headline: string; headline_awaiting: string; reason: string; source: Source | null; grade: string | null; contested: string | null;
  instead: { kind: string; channel: string | null; text: string }[]; notes: Record<string, string>;
}

interface Source { id: string; title: string }
interface Waiting { from: string; count: number; next: { name: string; kind: string; due: string | null } | null }

interface Snapshot {
  api: number; made_at: string; until: string; language: string;
  waiting: Waiting[]; words: Record<string, Words>; guarded: Guarded[];
}

/** The snapshot as a whole, as the background keeps it. `lean`: there was no room for all that is known of people. */
interface Meta { etag: string; made: number; language: string; waiting: Waiting[]; lean: boolean }

/** What is shown of one verdict: painted from the snapshot, completed by the service. */
interface Saying {
  level: Level; rule: string; kind: "person" | "company"; match: Match; name: string; company: string; stage: string; since: string | null;
  headline: string; reason: string; source: Source | null; grade: string | null; contested: string | null;
  instead: Alternative[]; note: string | null; made: number; answered: "service" | "snapshot" | null;
}

type SnapshotSaying = Omit<Saying, "match" | "made" | "answered">;

interface FreshVerdict {
  verdict: Level; rule: string | null; headline: string; reason: string; source: Source | null; grade: string | null;
  contested: string | null; instead: Alternative[]; note: string | null; failure?: string;
}

/** What the glue lends to what it calls: the way to the background, and to the guard. */
interface Hands { tell(message: object): Promise<any>; run(event: GuardEvent): void; deny(asked: Asking): void; quiet: boolean; /** where in the window what was pressed stands */ at: DOMRect | null }

/** One thing that a note could do better, and the words it is about. */
interface Remark { severity: string; message: string; part: string }

/** What has been read of one person, to say something of them. */
interface Details { person: Guarded | undefined; words: Record<string, Words>; made: number }

/** The presses in one warning. A choice is "covered" where something lies over its button. */
interface Press {
  repaint(saying: Saying, active: () => Element | null): void;
  choiceOf(event: Event, button: HTMLButtonElement | null, seen: (element: Element) => boolean): string | null;
  /** What lets a click through counts again only after a while in sight. */
  sleep(): void;
  end(): void;
}

interface Layer { host: HTMLElement; root: ShadowRoot; close(): void }
interface ModalLayer { root: ShadowRoot; close(): void; restore(): void; seen(element: Element): boolean }

interface Poise {
  gesture: {
    EVENTS: string[];
    isKey(event: Event): event is KeyboardEvent; pathOf(event: Event): Iterable<Element>; placeOf(event: Event): DOMRect | null; cousins(event: Event): Element[][]; concerns(event: Event, intent: Intent): boolean;
    acts(event: Event): boolean; starts(event: Event): boolean; useOf(intent: Intent, site: string): Use; told(event: Event, use: Use): GestureEvent;
  };
  reading: {
    continues(event: Event): boolean; intentOf(event: Event, map: SiteMap, page: Here): Intent | null; forget(): void;
    writing(element: Element, at: { map: SiteMap; page: Here; site: string; attempt: Attempt | null; look: Look }): { use: Use; whom: string } | null;
  };
  guard: Guard;
  snapshot: SnapshotReader;
  watching: () => boolean;
  layer: {
    open(css: string, handle: (event: Event) => void, covered?: (event: Event) => void): Layer;
    clear(): void;
    inherit(): void;
    plain(host: HTMLElement): void;
    buttonOf(root: ShadowRoot, event: Event): HTMLButtonElement | null;
    guardEvents(signal: AbortSignal): void;
  };
  modal: {
    open(css: string, dialog: HTMLDialogElement, hands: { handle: (event: Event) => void; raised: () => void; lost: () => void }): ModalLayer;
  };
  covers: {
    RISES: string[];
    rises(event: Event): "soon" | "now" | null;
    watch(own: ShadowRoot, told: (event: Event) => void): { look(): boolean; end(): void };
  };
  card: { CSS: string; ROLE: Record<string, string>; paint(box: HTMLElement, saying: Saying): void };
  press: { counts(event: Event): boolean; within(box: HTMLElement): Press };
  design: { dress(root: ShadowRoot | Document, css?: string): void };
  dom: {
    make<K extends keyof HTMLElementTagNameMap>(
      tag: K, attributes?: Record<string, string | boolean | null | undefined>, ...children: (Node | string | null | undefined)[]
    ): HTMLElementTagNameMap[K];
    isolate(name: string): HTMLElement;
    isolateIn(text: string, names: string[]): (Node | string)[];
  };
  words: {
    say(key: string, ...values: (string | number)[]): string;
    language(): string;
    site(site: string): string;
    list(names: string[]): string;
    number(value: number): string;
    count(key: string, value: number): string;
    apart(name: string): string;
    fill(template: string, values: Record<string, string | number | null | undefined>): string;
    when(due: number, now: number): string;
    day(at: number): string;
    due(step: { due: string | null; done?: boolean }, now: number): string;
    ago(then: number, now: number): string;
    days(since: string | null, now: number): number | null;
    uuid(): string;
  };
  saying: {
    current<T extends { from: string }>(timeline: T[] | undefined, now: number): T | null;
    fromSnapshot(
      guarded: Guarded, words: Record<string, Words>, question: string, now: number, judged?: Decided,
    ): SnapshotSaying | null;
    ofUse(use: Use, answer: Decided & { match: Match }, details: Details): Saying | null;
    completed(saying: Saying, verdict: FreshVerdict | { failure: string }): Saying;
    plain(headline: string, reason: string): Saying;
  };
  warning: {
    open(saying: Saying, choose: (choice: string) => void, elsewhere: () => void): { complete(fresh: Saying): void; close(choice: string): void };
  };
  /** `at`: what it must not lie over. */
  hint: { show(saying: Saying, at?: DOMRect | null): void };
  proof: { look(field: Element, use: Use, whom: string, tell: Hands["tell"]): Promise<void>; close(): void };
  canary: {
    /** What the page says of the map that it is read by; null on a kind of page that has no canary. */
    listen(map: SiteMap, url: string): CanaryLook | null;
    /** Listen once, when the page of somebody tracked has come to rest, and say what came of it. */
    look(map: SiteMap, index: Index, hands: { tell: Hands["tell"]; url: string }): void;
  };
  /** Look, when the page has come to rest, at what it tells of what somebody tracked did, and say so once. */
  noticing: { look(map: SiteMap, index: Index, hands: { tell: Hands["tell"]; url: string }): void };
  chip: { show(person: { id: string; name: string; stage: string; day: number | null }, pressed: () => void): void; hide(): void };
  asking: {
    prepare(whom: string): Promise<unknown>;
    ask(asking: Asking, hands: Hands): Promise<void>;
    /** What is asked already comes up again, where the page does not show it. */
    again(): void;
    answered(message: { id: string; choice: string }): void;
    hint(use: Use, answer: Answer, hands: Pick<Hands, "tell" | "quiet" | "at">): Promise<void>;
    missed(use: Use, hands: Pick<Hands, "tell" | "quiet" | "at">): void;
  };
  marking: {
    whose(map: SiteMap, index: Index, url: string): { marks: string[]; whom: string | null };
    mark(map: SiteMap, index: Index, hands: { tell: Hands["tell"]; url: string }): Promise<void>;
    end(tell: Hands["tell"]): void;
  };
}

/** What a page says of its map: the kind of page, and the canaries that should be on it and are not. */
interface CanaryLook { site: string; page: string; version: string; missing: string[] }

/** One thing to tell the service; its body carries an id of ours, so that told twice it is one thing. */
interface Letter { method: string; path: string; body: { at: string; [name: string]: unknown } }

/** A question that stands, as `question:<id>` in storage.session; `apart`: in a window of ours. `verdict:<id>` is its FreshVerdict. */
interface Question { tab: number; frame: number; document: string | undefined; asking: Asking; apart: boolean }

/** What is kept in storage.local beside `index:<site>`, `map:<site>` and `person:<id>`. */
interface Kept {
  [person: `person:${string}`]: Guarded | undefined;
  meta?: Meta; words?: Record<string, Words>;
  /** The tag of the site maps that the service sent last, and the places at which they are broken. */
  maps?: string; broken?: string[];
  /** Why the service did not answer last; whether its disk is full; what waits to be told to it; when that happened which it refused, and until when that is said. */
  trouble?: string; full?: boolean; queue?: Letter[]; lost?: { at: string, until: number };
  /** Kinds of pages that are not recognised, as `site:kind`, by the version of the map. */
  silent?: Record<string, string>;
  /** What pages told of people, and what was said in notifications, so that neither is done twice. */
  noticed?: string[]; told?: { keys: string[]; day: string };
  /** What the user chose in this browser; `parted`: to be connected no longer. */
  pause?: Pause | null; quiet?: boolean; notify?: boolean; parted?: boolean;
  /** Words that the user stands by in notes. */
  vouched?: string[];
  /** A mark of this profile, and whether it was welcomed. */
  profile?: string; welcomed?: boolean;
}

interface Window { navigation?: EventTarget }
