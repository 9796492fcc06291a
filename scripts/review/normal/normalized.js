import { Description } from "../description.js";
import { ReviewError } from "../review-error.js";
import { align, prune } from "./align.js";
import { normalizeDocument } from "./document.js";
import { originOf, originOfKey } from "./origins.js";
import { unchangedPaths } from "./unchanged.js";

/** @typedef {{ path: string[], value: any, parent?: any }} Place position in the normalized document, from its root */

/** Normalized description. It knows where each of its values is written. */
export class NormalizedDescription {
  #description;
  #document;

  /** @param {Description} description @param {any} document */
  constructor(description, document) {
    this.#description = description;
    this.#document = document;
  }

  get document() {
    return this.#document;
  }

  /** @returns {Place} */
  get root() {
    return { path: [], value: this.#document };
  }

  /**
   * Returns the place below a place, with a reference followed.
   * @param {Place} place @param {string} key
   * @returns {Place | undefined}
   */
  child({ path, value }, key) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    const [, name] = /^#\/components\/schemas\/(.+)$/.exec(value[key]?.$ref ?? "") ?? [];
    const followed = name === undefined ? value[key] : this.#document.components.schemas[name];
    return { path: [...path, key], value: followed, parent: value };
  }

  /**
   * Origin of a place.
   * @param {Place} place
   * @returns {import("./origins.js").Origin}
   */
  origin({ path, value, parent }) {
    const key = path.at(-1);
    const known = parent && key !== undefined ? originOfKey(parent, key) : originOf(value);
    return known ?? { file: this.#description.root.file, path, refs: [] };
  }

  /**
   * Line of a place in its file, counted from 1.
   * @param {{ file: string, path: string[] }} origin
   */
  line(origin) {
    return this.#description.line({ ...origin, value: undefined });
  }

  /** @param {string} address of a value in the files */
  has(address) {
    return this.#description.has(address);
  }
}

/**
 * Reads two descriptions, and leaves only what differs in meaning.
 * @param {string} baseFolder @param {string} headFolder @param {string} [entry] default: that of the API
 * @returns {{ base: NormalizedDescription, head: NormalizedDescription }}
 */
export function readDifferences(baseFolder, headFolder, entry) {
  const [before, after] = [new Description(baseFolder, entry), new Description(headFolder, entry)];
  for (const { root } of [before, after]) {
    if (typeof root.value !== "object" || root.value === null)
      throw new ReviewError(`${root.file} has no description.`);
  }
  const omitted = unchangedPaths(before, after);
  const [base, head] = prune(...align(normalizeDocument(before, omitted), normalizeDocument(after, omitted)));
  return { base: new NormalizedDescription(before, base), head: new NormalizedDescription(after, head) };
}
