import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { isAlias, isMap, isScalar, isSeq } from "yaml";
import { ReviewError } from "./review-error.js";
import { parseYaml } from "./yaml.js";

/** @typedef {{ file: string, path: string[], value: any }} Place value of the description and where it is written */

/** Entry file of the API's description; it refers to the others. */
export const entry = "openapi/openapi.yaml";

/** Entry file of the description of the sign-in flows. */
export const flowsEntry = "openapi/flows.yaml";

/** Description spread over files. It follows references and knows the line of every value. */
export class Description {
  #folder;
  #entry;
  /** @type {Map<string, import("./yaml.js").Yaml>} */
  #files = new Map();

  /** @param {string} folder that files are relative to @param {string} [entryFile] default: that of the API */
  constructor(folder, entryFile = entry) {
    this.#folder = folder;
    this.#entry = entryFile;
  }

  /** @returns {Place} */
  get root() {
    return { file: this.#entry, path: [], value: this.#file(this.#entry).value };
  }

  /**
   * Returns the place below a place, with a reference followed.
   * @param {Place} place @param {string | number} key
   * @returns {Place | undefined}
   */
  child({ file, path, value }, key) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    return this.#follow({ file, path: [...path, String(key)], value: value[key] });
  }

  /**
   * Returns the value at a place with all references followed. Not for schemas, which may contain themselves.
   * @param {Place | undefined} place
   * @returns {any}
   */
  plain(place) {
    if (place === undefined || typeof place.value !== "object" || place.value === null) return place?.value;
    const entries = Object.keys(place.value).map((key) => [key, this.plain(this.child(place, key))]);
    return Array.isArray(place.value) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
  }

  /**
   * Returns the line that a place begins in, counted from 1; the line of its key, where it has one.
   * @param {Place} place
   */
  line({ file, path }) {
    const { document, lines } = this.#file(file);
    /** @type {any} */
    let node = document.contents;
    let offset = 0;
    for (const key of path) {
      if (isAlias(node)) node = node.resolve(document);
      const pair = isMap(node)
        ? node.items.find(({ key: name }) => isScalar(name) && String(name.value) === key)
        : null;
      const item = isSeq(node) ? node.items[Number(key)] : pair?.value;
      if (!item) break;
      offset = /** @type {any} */ (pair?.key ?? item).range[0];
      node = item;
    }
    return lines.linePos(offset).line;
  }

  /**
   * Returns the place that the `$ref` of a place leads to; it may be another `$ref`.
   * @param {Place} place
   * @returns {Place}
   * @throws {ReviewError} when there is nothing
   */
  target(place) {
    const reference = String(place.value.$ref);
    const [file = "", pointer = ""] = reference.split("#");
    const target = file === "" ? place.file : posix.join(posix.dirname(place.file), file);
    const path = keysOf(decodeURIComponent(pointer));
    const value = valueAt(this.#file(target).value, path);
    if (value === undefined) throw new ReviewError(`${place.file}: there is nothing at ${reference}.`);
    return { file: target, path, value };
  }

  /**
   * Tells whether there is a value at an address such as `openapi/components/headers.yaml#/link`.
   * @param {string} address
   */
  has(address) {
    const [file = "", pointer = ""] = address.split("#");
    try {
      return valueAt(this.#file(file).value, keysOf(pointer)) !== undefined;
    } catch {
      return false;
    }
  }

  /** @param {Place} place @returns {Place} */
  #follow(place) {
    const seen = new Set();
    let found = place;
    while (typeof found.value?.$ref === "string") {
      const target = this.target(found);
      if (seen.has(addressOf(target))) throw new ReviewError(`${place.file}: ${found.value.$ref} refers to itself.`);
      seen.add(addressOf(target));
      found = target;
    }
    return found;
  }

  /** @param {string} name */
  #file(name) {
    const known = this.#files.get(name);
    if (known) return known;
    const file = parseYaml(name, this.#read(name));
    this.#files.set(name, file);
    return file;
  }

  /** @param {string} name */
  #read(name) {
    try {
      return readFileSync(join(this.#folder, name), "utf8");
    } catch {
      throw new ReviewError(`${name} could not be read.`);
    }
  }
}

/**
 * Returns the value below another one, and nothing for a key that it only inherits.
 * @param {any} value @param {readonly string[]} path
 * @returns {any}
 */
function valueAt(value, path) {
  return path.reduce((inside, key) => (Object.hasOwn(inside ?? {}, key) ? inside[key] : undefined), value);
}

/**
 * Formats a place as file and JSON pointer.
 * @param {{ file: string, path: string[] }} place
 */
export function addressOf({ file, path }) {
  return `${file}#/${path.map((key) => key.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;
}

/**
 * Splits a JSON pointer, with or without `#`, into its keys.
 * @param {string} pointer
 */
export function keysOf(pointer) {
  return pointer
    .split("/")
    .slice(1)
    .filter((key) => key !== "")
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
