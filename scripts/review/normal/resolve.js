// Resolution of every reference of a description, schemas included, with the origin of each value.
import { addressOf } from "../description.js";
import { withOrigin } from "./origins.js";

/**
 * @typedef {import("../description.js").Description} Description
 * @typedef {import("../description.js").Place} Place
 * @typedef {import("./origins.js").Origin} Origin
 * @typedef {Readonly<Record<string, any>>} Components schemas that contain themselves, by name
 */

/**
 * Resolves a place of a description. A schema that contains itself is a component, and a reference to it stays.
 * @param {Description} description @param {Place} place @param {Record<string, any>} components filled here
 */
export function resolveAll(description, place, components) {
  /**
   * @param {Place} at @param {Origin["refs"]} refs @param {readonly string[]} open targets that are being resolved
   * @returns {any}
   */
  function resolve(at, refs, open) {
    const { value, file, path } = at;
    if (typeof value !== "object" || value === null) return value;
    if (typeof value.$ref === "string") return resolveRef(at, refs, open);
    const entries = Object.keys(value).map((key) => {
      const below = { file, path: [...path, key], value: value[key] };
      return [key, resolve(below, refs, open)];
    });
    const copy = Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
    return withOrigin(copy, { file, path, refs });
  }

  /** @param {Place} at @param {Origin["refs"]} refs @param {readonly string[]} open */
  function resolveRef(at, refs, open) {
    const { $ref, ...siblings } = at.value;
    const target = description.target(at);
    const address = addressOf(target);
    const crossing = { file: at.file, path: [...at.path, "$ref"], target: address };
    const isSchema = isSchemaPath(at.path, at.file, target);
    if (open.includes(address)) {
      const name = address.replaceAll(/[^\w.-]/g, "_");
      if (!(name in components)) {
        components[name] = undefined;
        components[name] = resolve(target, [], [address]);
      }
      return withOrigin({ $ref: `#/components/schemas/${name}` }, { file: at.file, path: at.path, refs });
    }
    const resolved = resolve(target, [...refs, crossing], [...open, address]);
    if (Object.keys(siblings).length === 0) return resolved;
    const own = resolve({ ...at, value: siblings }, refs, open);
    if (isSchema)
      return withOrigin({ ...own, allOf: [resolved, ...(own.allOf ?? [])] }, { file: at.file, path: at.path, refs });
    return withOrigin({ ...resolved, ...own }, { file: at.file, path: at.path, refs });
  }

  return resolve(place, [], []);
}

/**
 * Tells whether a reference stands for a schema: in a schema, the words next to it are rules of their own.
 * @param {readonly string[]} path @param {string} file @param {Place} target
 */
function isSchemaPath(path, file, { file: targetFile, path: targetPath }) {
  const keys =
    /^(?:schema|schemas|properties|items|allOf|anyOf|oneOf|not|additionalProperties|patternProperties|\$defs)$/;
  return (
    [file, targetFile].some((name) => name.includes("/schemas/")) ||
    [...path, ...targetPath].some((key) => keys.test(key))
  );
}
