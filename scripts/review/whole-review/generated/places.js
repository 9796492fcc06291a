// Places in a bundled description at which a random edit can be made.
import { methods } from "../../locations.js";

/** @typedef {{ parent: any, key: string, value: any }} Slot */

/**
 * Lists the values of an object that is reached through no data, with the names of its maps.
 * @param {any} document
 * @param {(value: any, path: string[]) => boolean} isWanted
 * @returns {Slot[]}
 */
export function slots(document, isWanted) {
  /** @type {Slot[]} */
  const found = [];
  /** @param {any} value @param {string[]} path */
  const visit = (value, path) => {
    for (const key of Object.keys(value)) {
      const below = value[key];
      if (typeof below !== "object" || below === null || isData(key, path)) continue;
      if (isWanted(below, [...path, key])) found.push({ parent: value, key, value: below });
      visit(below, [...path, key]);
    }
  };
  visit(document, []);
  return found;
}

/** @param {string} key @param {string[]} path */
function isData(key, path) {
  const isName = ["properties", "headers", "schemas", "parameters", "responses"].includes(path.at(-1) ?? "");
  return !isName && /^(?:x-.*|default|examples?|const|enum|required|tags|info)$/.test(key);
}

/** Tells whether a path leads to a schema. @param {string[]} path */
export function isSchema(path) {
  const [before = "", key = ""] = path.slice(-2);
  return (
    key === "schema" ||
    key === "items" ||
    ["properties", "allOf", "anyOf", "oneOf"].includes(before) ||
    (before === "schemas" && path.length === 3)
  );
}

/**
 * Lists the operations of a description.
 * @param {any} document
 * @returns {{ path: string, method: string, item: any, operation: any }[]}
 */
export function operations(document) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => ({ path, method, item, operation: item[method] })),
  );
}

/**
 * Follows a reference within the document.
 * @param {any} document @param {string} reference
 */
export function target(document, reference) {
  const keys = reference.slice(2).split("/");
  return keys.reduce((value, key) => value?.[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
}
