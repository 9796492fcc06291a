// Schemas for tests of the normalization: those that must not be changed, and those that are written at a place.
import { originOfKey, withOrigin } from "./origins.js";

/** Freezes a value with all values inside. @template T @param {T} value @returns {T} */
export function freeze(value) {
  if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}

/**
 * Frozen copy of a value that is written in a file, at a path of it.
 * @param {any} value @param {string[]} [path]
 * @returns {any}
 */
export function located(value, path = []) {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, located(inner, [...path, key])]);
  const copy = Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
  return Object.freeze(withOrigin(copy, { file: "schema.yaml", path, refs: [] }));
}

/** Path where the value of a key is written. @param {any} parent @param {string} key */
export const placeOf = (parent, key) => originOfKey(parent, key)?.path.join("/");
