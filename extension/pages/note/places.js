// Places of findings count code points, a text field counts UTF-16 units.

/** @type {(text: string, points: number) => number} */
export const unitsAt = (text, points) => {
  let units = 0;
  for (let left = points; left > 0 && units < text.length; left--) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
};

/** @type {(text: string) => number} */
export const lengthOf = (text) => [...text].length;

/** The text with what a finding is about replaced by what it suggests. */
/** @type {(text: string, finding: { start: number, end: number, suggestion: string }) => string} */
export const applied = (text, { start, end, suggestion }) =>
  text.slice(0, unitsAt(text, start)) + suggestion + text.slice(unitsAt(text, end));
