// The shapes of the picture of time: each kind has its own, so that it is read without colour. Drawn around 0,0.

const NS = "http://www.w3.org/2000/svg";

/** @type {(tag: string, attributes?: Record<string, string | number | null>, ...children: (Node | string)[]) => SVGElement} */
export const svg = (tag, attributes = {}, ...children) => {
  const element = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, String(value));
  element.append(...children);
  return /** @type {SVGElement} */ (element);
};

/** The outline of each kind, and what is drawn upon it. */
/** @type {Record<string, [outline: string, detail?: string]>} */
const PATHS = {
  applied: ["M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z"],
  interview: ["M-6-6h12v12h-12z"],
  thank_you: ["M-7-5h14v10h-14z", "M-7-5L0 1L7-5"],
  follow_up: ["M-5-6.5L7 0L-5 6.5z"],
  message: ["M-6.5-6h13v9h-6l-4 4v-4h-3z"],
  comment: ["M-6.5-6h13v9h-6l-4 4v-4h-3z", "M-4-3h8M-4 0h5"],
  call: ["M0-7L7 0L0 7L-7 0z"],
  connect: ["M-2.2-6.5h4.4v4.3h4.3v4.4h-4.3v4.3h-4.4v-4.3h-4.3v-4.4h4.3z"],
  they_wrote: ["M-7-5.5h14L0 6.5z"],
  they_connected: ["M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z", "M-4 0h8M0-4v8"],
  offer: ["M0-8L2.2-2.8L7.6-2.5L3.5 1.1L4.8 6.5L0 3.5L-4.8 6.5L-3.5 1.1L-7.6-2.5L-2.2-2.8z"],
  accepted: ["M-7.5 0a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0z", "M-3.5 0L-1 3L4-3"],
  rejected: ["M-7.5 0a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0z", "M-3-3L3 3M3-3L-3 3"],
  withdrawn: ["M-7.5 0a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0z", "M-3.5 0h7"],
};

/** Filled for what happened, an outline for what is to come. */
/** @type {(kind: string, planned: boolean, late?: boolean) => SVGElement} */
export const shape = (kind, planned, late = false) => {
  const [outline, detail] = PATHS[kind];
  return svg("g", { class: `shape${planned ? " planned" : ""}${late ? " late" : ""}` },
    svg("path", { class: "outline", d: outline }), ...(detail ? [svg("path", { class: "drawn", d: detail })] : []));
};

/** The pattern of the day for thanks: known by its stripes. One for all pictures of the page. */
export const stripes = () =>
  svg("svg", { class: "defs", width: 0, height: 0, "aria-hidden": "true" },
    svg("defs", {}, svg("pattern", { id: "stripes", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      svg("rect", { class: "stripe", width: 2, height: 5 }))));

/** @type {(kind: "thanks" | "ladder", length: number) => SVGElement} a window that is open for a while, from 0 on */
export const bar = (kind, length) =>
  kind === "thanks"
    ? svg("rect", { class: "thanks", x: 0, y: -12, width: length, height: 24, fill: "url(#stripes)" })
    : svg("path", { class: "ladder", d: `M0.5-4v8M0.5 0H${length}M${length}-4v8` });
