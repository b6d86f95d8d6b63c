// The one global of the classic scripts, and the site maps with what is read by them. Each script adds its part.

/** A site, as `poise.sites` lists it. `asked`: the browser is asked for its `origins` once its user wants it guarded. */
interface SiteListed { site: string; name: string; origins: string[]; asked: boolean; request: { action: string; to: string }[] }

/** A site map as shipped: made from server/poise/sites/maps, where its words are explained. */
interface SiteMap extends SiteListed {
  version: string; hosts: string[]; reserved: string[];
  identity: { kind: IdentityKind; from: string[]; url: string | null }[];
  page: PageShape[];
  control: ControlShape[];
  sign: SignShape[];
  labels: Record<string, Record<string, string[]>>;
}

type IdentityKind = "person" | "company" | "profile";
type TargetSource = "href" | "marks" | "card" | "page" | "address" | "label" | "attempt";

interface PageShape {
  kind: string; from: string[]; card: string[]; name: string[]; headline: string[]; company: string[]; canary: Record<string, string[]>;
  is_company: string[]; is_person: string[]; data: string[];
}

interface Shape {
  id: string; target: TargetSource[]; page: string[]; match: string[]; unless: string[]; within: string[]; card: string[]; name: string | null;
}

interface ControlShape extends Shape {
  action: string; gate: "first" | "last" | "only"; text: string | null; mention: string | null; sends: "click" | "enter";
}

/** What is only looked at: it tells what somebody did. */
interface SignShape extends Shape { tells: "they_connected" }

/** The page that is read. */
interface Here { url: string; document: Document }

interface Identity { site: string; kind: IdentityKind; url: string; ids: string[] }

/** What a control would do, and to whom. `target` is null where that is not known; `belongs_to` the attempt that opened it. */
interface Intent {
  control: string; action: string; gate: "first" | "last" | "only"; element: Element | null; label: string | null;
  target: Target | null; fallback: Target | null; why: Doubt | null; belongs_to: "attempt" | null;
  with_note: boolean; sends_on: "click" | "enter"; hidden: boolean; editor: Element | null; mentions: Target[];
}

/** Why a target is not certain: a name and nothing more; several people; another name than the page's; nothing at all. */
type Doubt = "name-only" | "several" | "other-name" | "unknown";

interface About { kind: IdentityKind; name: string | null; url: string; ids: string[]; headline: string | null; company: string | null }
interface PageReading { kind: string | null; about: About | null; missing: string[] }

interface WebAddress { host: string; segments: string[]; query: Map<string, string[]> }
interface Form { host: string | null; segments: RegExp[]; rest: boolean; query: [string, RegExp][] }

/** A label that was recognised, and the name in it. */
interface Said { name: string | null }
/** `beginning`: the templates by the first letter of what they may fit, as far as they were asked for. */
interface LabelGroup {
  exact: Set<string>; around: { before: string; after: string; named: boolean }[]; beginning: Map<string, LabelGroup["around"]>;
}
interface Heard { seen: string; low: string }

interface Pattern { css: string; group: LabelGroup | null; last: boolean; holds: string | null }

/** A shape of a prepared map: its patterns taken apart once. */
type Prepared<T extends Shape> = Omit<T, "match" | "unless" | "within" | "card" | "name"> & {
  match: Pattern[]; css: string; unless: Pattern[]; within: Pattern[]; card: Pattern[]; name: Pattern | null;
  sources: TargetSource[]; leftover: TargetSource[];
};
type Control = Prepared<ControlShape>;
type Sign = Prepared<SignShape>;

/** A sign that was seen, and whose it is. */
interface Seen { sign: string; tells: "they_connected"; element: Element; target: Target | null }

interface PreparedPage {
  kind: string | null; controls: Control[]; css: string; signs: Sign[]; card: string[];
  name: (Pattern[] | "title")[]; headline: (Pattern[] | "title")[]; company: (Pattern[] | "title")[]; canaries: [string, Pattern[]][];
  isCompany: (Pattern[] | "title")[]; isPerson: (Pattern[] | "title")[]; data: RegExp[];
}

interface PreparedMap { map: SiteMap; page: (kind: string | null) => PreparedPage }

/** One page under one map; everything in it is found when it is asked for. */
interface PageView {
  map: SiteMap; document: Document; url: string; shape: PreparedPage; identity: Identity | null;
  readonly card: Element | null; readonly name: string | null; readonly ids: string[];
}

interface Poise {
  sites: SiteListed[];
  access: {
    isOn(url: string, site: string): boolean;
    seen(): Promise<string[]>;
    withheld(): Promise<string[]>;
  };
  labels: {
    clean(text: string): string;
    /** The form in which labels are compared. */
    normalise(text: string): string;
    /** The form in which names are compared, here and in the service: titles after a comma and nicknames in brackets set aside. */
    folded(name: string): string; foldedCompany(name: string): string;
    sameName(one: string, other: string): boolean;
    titleName(title: string): string;
    group(texts: string[]): LabelGroup;
    hear(text: string): Heard | null;
    read(group: LabelGroup, heard: Heard): Said | null;
  };
  address: { parse(text: string): WebAddress | null; absolute(link: string, pageUrl: string): string };
  forms: {
    /** A pattern of elements: selector, group of labels, "last", what it holds. */
    PATTERN: RegExp;
    isMark(text: string): boolean;
    /** Whether it is one of LinkedIn's ids, in which the member number stands. */
    isCode(text: string): boolean;
    compile(text: string): Form;
    compileText(text: string, flags?: string): RegExp;
    compileHosts(hosts: string[]): RegExp;
    match(form: Form, address: WebAddress, hosts: RegExp): Record<string, string> | null;
    canonical(kind: string, text: string): string | null;
    number(kind: string, text: string): string | null;
  };
  identity: {
    identify(maps: SiteMap[], url: string): Identity | null;
    at(map: SiteMap, address: WebAddress): Identity | null;
    /** The kind of page at an address. */
    kindOf(map: SiteMap, address: WebAddress): string | null;
    /** The ids in a text of any length; `marks` reads an attribute. */
    idsIn(map: SiteMap, text: string): string[];
    marks(map: SiteMap, text: string): string[];
    idsBy(map: SiteMap, mark: RegExp, text: string): string[];
    tells(mark: string): "number" | "address";
    /** The name of the site at `url` as maps are called, whether there is such a map or not. */
    siteOf(url: string): string | null;
  };
  tree: {
    isElement(node: Node): node is Element;
    elements(root: ParentNode): Iterable<Element>;
    ancestors(element: Element): Iterable<Element>;
    /** The nearest element around this one that the first pattern fits; failing that, the next pattern. */
    closest(element: Element, patterns: Pick<Pattern, "css" | "holds">[]): Element | null;
    hidden(element: Element): boolean;
    disabled(element: Element): boolean;
    editable(element: Element): boolean;
    text(element: Element): string;
    labels(element: Element): Generator<string, undefined>;
    /** What is written in an editor, its paragraphs as lines. */
    written(editor: Element): string;
  };
  sitemap: { prepare(map: SiteMap): PreparedMap };
  hearing: {
    /** What an element says if it is what the pattern means; null if it is not. What was found stands until `forget`. */
    says(pattern: Pattern, element: Element): Said | null;
    forget(): void;
  };
  page: {
    view(map: SiteMap, document: Document, url: string): PageView;
    read(view: PageView): PageReading;
    marks(map: SiteMap, element: Element): string[];
    target(view: PageView): Target | null;
  };
  target: { aim(view: PageView, control: Control | Sign, element: Element, name: string | null): { target: Target | null; why: Doubt | null } };
  intent: {
    /** Take a map apart ahead of its first use; the other functions do it by themselves. */
    prepare(map: SiteMap): SiteMap;
    /** The control on an event's path (innermost element first), and what a use of it would do. */
    at(map: SiteMap, path: Iterable<Element>, page: Here): Intent | null;
    /** What the text being written in `element` would come to when it is sent. */
    written(map: SiteMap, element: Element, page: Here): Intent | null;
    /** The control that the page's address itself is: opening it is the click. */
    address(map: SiteMap, url: string): Intent | null;
    /** Every control of the page in document order. */
    all(map: SiteMap, root: Document, url: string): Intent[];
    page(map: SiteMap, document: Document, url: string): PageReading;
    /** What the page tells of what others did, in document order. */
    signs(map: SiteMap, document: Document, url: string): Seen[];
    /** The text of the composer that an intent belongs to; null if there is none. */
    text(intent: Intent): string | null;
  };
}

declare var poise: Poise;
