import { isDeepStrictEqual } from "node:util";
import { operationTable } from "../contract/operation-table.js";
import { types } from "../contract/types.js";
import { bundled } from "./bundled.js";
import { entry, flowsEntry } from "./description.js";
import { lostByConsumers } from "./lost-types.js";
import { align } from "./normal/align.js";
import { ReviewError } from "./review-error.js";
import { compareTexts } from "./text-diff.js";

/** Entry files of the descriptions that types are generated from. */
const entries = [entry, flowsEntry];

/**
 * @typedef {import("./changes.js").Change} Change
 * @typedef {{ name: string, lines: string[] }} FileDiff lines begin with `-` (removed), `+` (added), `@` (heading)
 * @typedef {object} TypeDiff
 * @property {FileDiff[]} files files that did not change are left out
 * @property {(changes: readonly Change[]) => Change[]} lost code of consumers that no longer compiles, where no change
 *   among the given ones is the reason
 */

/**
 * Compares the generated types and operation tables of two folders, without comments. The scripts of the work tree
 * generate both sides, so that only the descriptions make a difference; neither does the order.
 * @param {string} baseFolder @param {string} headFolder
 * @returns {Promise<TypeDiff>}
 */
export async function diffGenerated(baseFolder, headFolder) {
  const diffs = await Promise.all(
    entries.map(async (file) => {
      const before = await bundled(baseFolder, file, "the base");
      return diffBundled(before, await bundled(headFolder, file, "the work tree"), headFolder, file);
    }),
  );
  return {
    files: diffs.flatMap(({ files }) => files),
    lost: (changes) => diffs.flatMap(({ lost }) => lost(changes)),
  };
}

/**
 * @param {any} baseDocument @param {any} headDocument @param {string} headFolder @param {string} file entry of both
 * @returns {Promise<TypeDiff>}
 */
async function diffBundled(baseDocument, headDocument, headFolder, file) {
  const [base, head] = align(baseDocument, headDocument).map((document) => sorted(document));
  if (isDeepStrictEqual(base, head)) return { files: [], lost: () => [] };
  const before = await generate(base, file, "the base");
  const after = await generate(head, file, "the work tree");
  const files = Object.keys(after)
    .map((name) => ({ name, lines: compareTexts(before[name] ?? "", after[name] ?? "") }))
    .filter(({ lines }) => lines.length > 0);
  const [oldTypes = "", newTypes = ""] = [before, after].map((generated) => generated[typesOf(file)]);
  const sides = { base, oldTypes, head, newTypes };
  return { files, lost: (changes) => (oldTypes === newTypes ? [] : lostByConsumers(sides, headFolder, file, changes)) };
}

/** @param {string} file entry of a description */
const typesOf = (file) => (file === flowsEntry ? "flow-types.ts" : "types.ts");

/** @param {any} description @param {string} file @param {string} side @returns {Promise<Record<string, string>>} */
async function generate(description, file, side) {
  try {
    const generated = { [typesOf(file)]: (await types(description)).replaceAll(/^ *\/\*\*.*?\*\/\n/gms, "") };
    // The flows have no table of operations.
    if (file === flowsEntry) return generated;
    return {
      ...generated,
      "operations.ts": operationTable(description).replaceAll(/^ {2}(".*?"): (\{.*\}),$/gm, onePropertyALine),
    };
  } catch (error) {
    throw new ReviewError(
      `No types could be generated from the description of ${side}:\n${/** @type {Error} */ (error).message}`,
    );
  }
}

/** @param {string} _ @param {string} name @param {string} row */
function onePropertyALine(_, name, row) {
  const properties = Object.entries(JSON.parse(row)).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return [`    ${name}: {`, ...properties].join("\n");
}

/**
 * Sorts the keys of all objects, and the lists without an order: a moved key is no difference.
 * @param {any} value @returns {any}
 */
function sorted(value, key = "") {
  if (Array.isArray(value)) {
    const items = value.map((item) => sorted(item));
    return ["required", "enum", "tags", "type"].includes(key) ? items.toSorted() : items;
  }
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value).toSorted();
  return Object.fromEntries(keys.map((name) => [name, sorted(value[name], name)]));
}
