/**
 * @typedef {import("./normal/normalized.js").NormalizedDescription} Description
 * @typedef {import("./normal/normalized.js").Place} Place
 */

/** HTTP methods of the operations of a path. */
export const methods = ["get", "put", "post", "delete", "patch", "options", "head", "trace"];

/**
 * Tells whether a path leads to an operation.
 * @param {string[]} path
 */
export const isOperation = (path) => path[0] === "paths" && path.length === 3 && methods.includes(path[2] ?? "");

/**
 * Describes a location for readers: the operation, then the part of it.
 * @param {string[]} path from the root of the description
 * @param {Description} description that the path leads through
 * @param {any} [last] value at the end of the path, where the description no longer has it
 */
export function describeLocation(path, description, last) {
  if (path[0] !== "paths" || path.length < 2) return path.length === 0 ? "the description" : path.join(" / ");
  const inOperation = isOperation(path.slice(0, 3));
  const words = [inOperation ? `${path[2]?.toUpperCase()} ${path[1]}` : path[1]];
  let field = "";
  /** @type {Place | undefined} */
  let place = description.root;
  path.forEach((key, index) => {
    place = place && description.child(place, key);
    if (index < (inOperation ? 3 : 2)) return;
    const value = index === path.length - 1 ? (last ?? place?.value) : place?.value;
    field += fieldWord(path[index - 1] ?? "", key);
    words.push(...partWords(path[index - 1] ?? "", key, value));
  });
  if (field !== "") words.push(`\`${field.replace(/^\./, "")}\``);
  return words.join(", ");
}

/** @param {string} before @param {string} key */
function fieldWord(before, key) {
  if (before === "properties") return `.${key}`;
  if (key === "items") return "[]";
  return /^(?:anyOf|oneOf|allOf)$/.test(before) ? `(${before} ${key})` : "";
}

/** @param {string} before @param {string} key @param {any} value @returns {string[]} */
function partWords(before, key, value) {
  if (before === "parameters") return [`${value?.in ?? "parameter"} \`${value?.name ?? key}\``];
  if (before === "responses") return [`response ${key}`];
  if (before === "headers") return [`header \`${key}\``];
  if (before === "content" && key !== "application/json") return [key];
  return key === "requestBody" ? ["request"] : [];
}

/**
 * Follows a path from the root.
 * @param {Description} description @param {string[]} path
 * @returns {Place | undefined}
 */
export function placeAt(description, path) {
  /** @type {Place | undefined} */
  let place = description.root;
  for (const key of path) place = place && description.child(place, key);
  return place;
}
