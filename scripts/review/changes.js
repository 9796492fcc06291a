import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { causeOf, mergeByCause } from "./causes.js";
import { readDifferences } from "./normal/normalized.js";
import { findWithRedocly } from "./redocly-diff.js";
import { compareSecurity } from "./security.js";
import { compareValues } from "./values.js";
import { walkBoth } from "./walk-both.js";

/**
 * @typedef {import("./rules.js").Rating} Rating
 * @typedef {import("./rules.js").Rule} Rule
 *
 * @typedef {object} Change
 * @property {Rating} rating
 * @property {Rule} rule that gives the rating
 * @property {string} where operation and part of it; the first operation, when several share the changed part
 * @property {string[]} operations all operations that share it
 * @property {string} what
 * @property {string} file of the head
 * @property {number} line of the change; of the surrounding object, when something was removed
 *
 * @typedef {object} Finding difference at one position of one operation
 * @property {Rating} rating
 * @property {Rule} rule that gives the rating
 * @property {string} what
 * @property {string[]} path position in the normalized head; in the base, for something that was removed
 * @property {string[]} at position of the object that has the difference
 * @property {"added" | "removed" | "modified"} kind
 */

const order = ["major", "minor", "patch"];

/**
 * Finds every change of meaning between two descriptions, the gravest first: one change for each cause. Descriptions
 * that say the same in another way have none.
 * @param {string} baseFolder @param {string} headFolder @param {string} [entry] file; default: that of the API
 * @returns {Promise<Change[]>}
 */
export async function changesBetween(baseFolder, headFolder, entry) {
  const { base, head } = readDifferences(baseFolder, headFolder, entry);
  if (isDeepStrictEqual(base.document, head.document)) return [];
  const findings = [
    ...(await findWithRedocly(base, head, join(headFolder, "redocly.diff.yaml"))),
    ...findHere(base, head),
  ];
  return sortChanges(mergeByCause(findings.map((finding) => causeOf(finding, base, head))));
}

/**
 * Sorts changes: the gravest first, then by operation and line.
 * @param {readonly Change[]} changes
 */
export function sortChanges(changes) {
  return changes.toSorted(
    (left, right) =>
      order.indexOf(left.rating) - order.indexOf(right.rating) ||
      left.where.localeCompare(right.where, "en") ||
      left.line - right.line,
  );
}

/**
 * Finds what `redocly diff` does not compare.
 * @param {import("./normal/normalized.js").NormalizedDescription} base
 * @param {import("./normal/normalized.js").NormalizedDescription} head
 * @returns {Finding[]}
 */
function findHere(base, head) {
  return [...walkBoth(base, head)].flatMap((pair) =>
    [...compareSecurity(pair), ...compareValues(pair, base, head)].map(({ keys, ...finding }) => ({
      ...finding,
      path: [...pair.path, ...keys],
      at: pair.path,
      kind: /** @type {const} */ ("modified"),
    })),
  );
}
