// Whether a value has the shape that a JSON schema says: as much of the standard as the schema of the site maps uses.
import { SCHEMA } from "./mapschema.js";

/** @typedef {Record<string, any>} Json */

/** The first place, if any. @type {(places: Iterable<string | null>) => string | null} */
export const first = (places) => {
  for (const place of places) if (place !== null) return place;
  return null;
};

/** @type {(schema: Json, value: any, place: string) => string | null} */
const ofObject = ({ properties = {}, patternProperties = {}, required = [], additionalProperties, propertyNames = {}, maxProperties = Infinity }, value, place) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return place;
  const names = Object.keys(value);
  if (names.length > maxProperties || required.some((/** @type {string} */ name) => !Object.hasOwn(value, name))) return place;
  return first(names.map((name) => {
    const like = Object.keys(patternProperties).find((pattern) => new RegExp(pattern, "u").test(name));
    const schema = Object.hasOwn(properties, name) ? properties[name] : like ? patternProperties[like] : additionalProperties;
    const within = `${place}.${name}`;
    return schema ? fault({ type: "string", ...propertyNames }, name, within) ?? fault(schema, value[name], within) : within;
  }));
};

/** @type {(schema: Json, value: any, place: string) => string | null} */
const ofArray = ({ items, minItems = 0, maxItems = Infinity }, value, place) => {
  if (!Array.isArray(value) || value.length < minItems || value.length > maxItems) return place;
  return first(value.map((one, at) => fault(items, one, `${place}.${at}`)));
};

/** @type {(schema: Json, value: any, place: string) => string | null} */
const ofString = ({ minLength = 0, maxLength = Infinity, pattern = "" }, value, place) =>
  typeof value === "string" && value.length >= minLength && value.length <= maxLength && new RegExp(pattern, "u").test(value) ? null : place;

/** Where a value is not what the schema says, such as `linkedin.control.3.match`; null if it is. */
/** @type {(schema: Json, value: any, place: string) => string | null} */
export const fault = (schema, value, place) => {
  if (schema.$ref) return fault(/** @type {Json} */ (SCHEMA.$defs)[schema.$ref.split("/").at(-1)], value, place);
  if (schema.anyOf) return schema.anyOf.some((/** @type {Json} */ one) => fault(one, value, place) === null) ? null : place;
  if (schema.enum || "const" in schema) return (schema.enum ?? [schema.const]).includes(value) ? null : place;
  if (schema.type === "object") return ofObject(schema, value, place);
  if (schema.type === "array") return ofArray(schema, value, place);
  if (schema.type === "string") return ofString(schema, value, place);
  return (schema.type === "null" ? value === null : typeof value === schema.type) ? null : place;
};
