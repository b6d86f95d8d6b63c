// Moving through the picture by key: one stop for Tab, then the arrows along a line and from line to line.

const STEPS = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity });
const LINES = /** @type {Record<string, number>} */ ({ ArrowUp: -1, ArrowDown: 1 });

/** @type {(line: Element) => SVGElement[]} the points of a line from left to right */
const pointsOf = (line) =>
  /** @type {SVGElement[]} */ ([...line.querySelectorAll(".point")]).sort((a, b) => Number(a.dataset.x) - Number(b.dataset.x));

/** @type {(points: SVGElement[], x: number) => SVGElement | undefined} */
const nearest = (points, x) => [...points].sort((a, b) => Math.abs(Number(a.dataset.x) - x) - Math.abs(Number(b.dataset.x) - x))[0];

/** @type {(plot: Element, at: SVGElement, key: string) => SVGElement | undefined} where a key leads from a point */
const next = (plot, at, key) => {
  const lines = [...plot.querySelectorAll(".line")].map(pointsOf).filter((points) => points.length);
  const here = lines.findIndex((points) => points.includes(at));
  if (key in LINES) {
    const line = lines[here + LINES[key]];
    return line && nearest(line, Number(at.dataset.x));
  }
  const place = lines[here].indexOf(at) + STEPS[key];
  return lines[here][Math.min(Math.max(place, 0), lines[here].length - 1)];
};

/** The point at which Tab enters. */
/** @type {(plot: HTMLElement) => void} */
export const enter = (plot) => plot.querySelector(".rows .point")?.setAttribute("tabindex", "0");

/** Make the points of a plot reachable; `caption` says the one at hand. */
/** @type {(plot: HTMLElement, caption: HTMLElement) => void} */
export const rove = (plot, caption) => {
  /** @type {(event: { target: EventTarget | null }) => void} */
  const show = ({ target }) => {
    const point = target instanceof Element ? target.closest(".point") : null;
    if (point) caption.textContent = point.getAttribute("aria-label");
  };
  plot.addEventListener("pointerover", show);
  plot.addEventListener("focusin", show);
  plot.addEventListener("keydown", (event) => {
    const at = /** @type {SVGElement | null} */ (event.target instanceof Element ? event.target.closest(".point") : null);
    if (!at || !(event.key in STEPS || event.key in LINES)) return;
    event.preventDefault();
    const to = next(plot, at, event.key);
    if (!to) return;
    at.setAttribute("tabindex", "-1");
    to.setAttribute("tabindex", "0");
    to.focus();
    show({ target: to }); // a window in the background gets no focus event
  });
};
