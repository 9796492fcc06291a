/**
 * @typedef {import("./normal/normalized.js").NormalizedDescription} NormalizedDescription
 * @typedef {import("./normal/normalized.js").Place} Place
 * @typedef {{ base: Place, head: Place, path: string[] }} Pair the same object in two descriptions; the path leads
 *   from the root of the head
 */

/** Objects whose keys are free names: `default` in one of them is no keyword. */
const namesInside = new Set([
  "paths",
  "parameters",
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "responses",
  "headers",
  "content",
  "variables",
  "encoding",
  "links",
  "callbacks",
  "schemas",
  "securitySchemes",
  "requestBodies",
  "pathItems",
]);

/** Keywords that hold data and no part of the description. */
const data = /^(?:x-.*|default|examples?|const|enum)$/;

/**
 * Tells whether a keyword holds data and no part of the description.
 * @param {string} keyword
 */
export const holdsData = (keyword) => data.test(keyword);

/**
 * Tells whether the keys of an object are free names.
 * @param {string} key of the object @param {unknown} value
 */
export const holdsNames = (key, value) => namesInside.has(key) && !Array.isArray(value);

/**
 * Walks through the objects that two descriptions have in common.
 * @param {NormalizedDescription} base @param {NormalizedDescription} head
 * @returns {Generator<Pair>}
 */
export function* walkBoth(base, head) {
  /** @type {Map<object, Set<object>>} */
  const seen = new Map();

  /** @param {Pair} pair @param {boolean} named @returns {Generator<Pair>} */
  function* visit(pair, named) {
    const partners = seen.get(pair.base.value) ?? new Set();
    if (partners.has(pair.head.value)) return;
    seen.set(pair.base.value, partners.add(pair.head.value));
    if (!named && !Array.isArray(pair.head.value)) yield pair;
    for (const below of pairsBelow(pair, named, base, head)) {
      const key = below.path.at(-1) ?? "";
      yield* visit(below, !named && holdsNames(key, below.head.value));
    }
  }

  yield* visit({ base: base.root, head: head.root, path: [] }, false);
}

/**
 * Lists the objects and arrays of a pair that both sides have.
 * @param {Pair} pair @param {boolean} named @param {NormalizedDescription} base @param {NormalizedDescription} head
 * @returns {Pair[]}
 */
function pairsBelow(pair, named, base, head) {
  const known = new Map(members(base, pair.base, pair.path));
  return members(head, pair.head, pair.path)
    .filter(([name, key]) => known.has(name) && (named || !holdsData(key)))
    .flatMap(([name, key]) => {
      const [before, after] = [base.child(pair.base, known.get(name) ?? ""), head.child(pair.head, key)];
      if (!before || !after || !isObject(before.value) || !isObject(after.value)) return [];
      return [{ base: before, head: after, path: [...pair.path, key] }];
    });
}

/**
 * Lists the members of an object or an array: their identity and their key.
 * @param {NormalizedDescription} description @param {Place} place @param {string[]} path
 * @returns {[string, string][]}
 */
function members(description, place, path) {
  const keys = Object.keys(place.value);
  if (path.length === 1 && path[0] === "paths") return keys.map((key) => [key.replaceAll(/\{[^}]*\}/g, "{}"), key]);
  if (!Array.isArray(place.value)) return keys.map((key) => [key, key]);
  return keys.map((key) => {
    const { in: where = "", name, url = key } = description.child(place, key)?.value ?? {};
    return [`${where} ${name ?? url}`, key];
  });
}

/** @param {unknown} value */
const isObject = (value) => typeof value === "object" && value !== null;
