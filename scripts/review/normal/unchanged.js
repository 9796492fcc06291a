import { isDeepStrictEqual } from "node:util";
import { addressOf } from "../description.js";

/**
 * @typedef {import("../description.js").Description} Description
 * @typedef {import("../description.js").Place} Place
 * @typedef {{ isSame: boolean, references: Place[] }} Part
 */

/**
 * Finds the paths that two descriptions write alike, with everything that they refer to. A comparison leaves them out
 * before it resolves references, which takes most of its time.
 * @param {Description} before @param {Description} after
 * @returns {Set<string>}
 */
export function unchangedPaths(before, after) {
  const paths = Object.keys(after.root.value.paths ?? {});
  // Operations take over the security of the description.
  if (!isDeepStrictEqual(before.root.value.security, after.root.value.security)) return new Set();
  /** @type {Map<string, Part>} */
  const parts = new Map();

  /** @param {Place} old @param {Place} now */
  function compare(old, now) {
    const address = addressOf(now);
    const known = parts.get(address);
    if (known) return known;
    const isSame = isDeepStrictEqual(old.value, now.value);
    const part = { isSame, references: isSame ? referencesIn(now.value, now) : [] };
    parts.set(address, part);
    return part;
  }

  /** @param {string} path */
  function isUnchanged(path) {
    const open = [{ old: placeOf(before.root, path), now: placeOf(after.root, path) }];
    const seen = new Set();
    // The list grows while it is read.
    for (const { old, now } of open) {
      const { isSame, references } = compare(old, now);
      if (!isSame) return false;
      for (const reference of references) {
        const target = after.target(reference);
        const address = addressOf(target);
        if (!seen.has(address)) open.push({ old: before.target(reference), now: target });
        seen.add(address);
      }
    }
    return true;
  }

  return new Set(paths.filter(isUnchanged));
}

/** @param {Place} root @param {string} path @returns {Place} */
const placeOf = ({ file, value }, path) => ({ file, path: ["paths", path], value: value.paths?.[path] });

/**
 * @param {any} value below a place @param {Place} place
 * @returns {Place[]} places with a `$ref`
 */
function referencesIn(value, place) {
  if (typeof value !== "object" || value === null) return [];
  const own = typeof value.$ref === "string" ? [{ ...place, value }] : [];
  return [...own, ...Object.values(value).flatMap((below) => referencesIn(below, place))];
}
