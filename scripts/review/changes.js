import { join } from "node:path";
import { addressOf, Description, entry, keysOf } from "./description.js";
import { describeLocation, operationsByAddress, placeAt } from "./locations.js";
import { rate } from "./ratings.js";
import { redoclyReport } from "./redocly-report.js";
import { ReviewError } from "./review-error.js";
import { compareSecurity } from "./security.js";
import { compareValues, isComparedHere } from "./values.js";
import { walkBoth } from "./walk-both.js";

/**
 * @typedef {import("./ratings.js").Found} Found
 * @typedef {import("./ratings.js").Rating} Rating
 * @typedef {object} Change
 * @property {Rating} rating
 * @property {string} where operation and part of it; the first operation, when several share the changed part
 * @property {number} others number of further operations that share it
 * @property {string} what
 * @property {string} file of the head
 * @property {number} line of the change; of the surrounding object, when something was removed
 */

const order = ["major", "minor", "patch"];

/**
 * Finds every change between two descriptions, the gravest first. `redocly diff` finds most of them; the values that it
 * does not compare are compared here. Nothing is found twice.
 * @param {string} baseFolder @param {string} headFolder
 * @returns {Change[]}
 */
export function changesBetween(baseFolder, headFolder) {
  const base = new Description(baseFolder);
  const head = new Description(headFolder);
  const users = operationsByAddress(head);
  const changes = [...foundByRedocly(baseFolder, headFolder, head, users), ...foundHere(base, head, users)];
  return changes.toSorted(
    (left, right) =>
      order.indexOf(left.rating) - order.indexOf(right.rating) ||
      left.where.localeCompare(right.where, "en") ||
      left.line - right.line,
  );
}

/**
 * @param {string} baseFolder @param {string} headFolder @param {Description} head
 * @param {Map<string, Set<string>>} users
 * @returns {Change[]}
 */
function foundByRedocly(baseFolder, headFolder, head, users) {
  return runDiff(baseFolder, headFolder)
    .filter((change) => !isComparedHere(change) && !(change.typeName === "Info" && change.property === "version"))
    .map((change) => {
      const path = keysOf(change.path);
      const place = placeAt(head, change.kind === "removed" ? path.slice(0, -1) : path) ?? head.root;
      const value = change.kind === "removed" ? change.base?.value : undefined;
      return {
        ...rate(change),
        where: describeLocation(path, head, value),
        others: othersThan(users.get(addressOf(place))),
        file: place.file,
        line: change.kind === "removed" ? head.line(place) : (change.revision?.line ?? head.line(place)),
      };
    });
}

/** @param {Description} base @param {Description} head @param {Map<string, Set<string>>} users @returns {Change[]} */
function foundHere(base, head, users) {
  const defaults = { base: base.root.value.security, head: head.root.value.security };
  /** @type {Change[]} */
  const changes = [];
  for (const pair of walkBoth(base, head)) {
    for (const { keys, ...finding } of [...compareSecurity(pair, defaults), ...compareValues(pair, base, head)]) {
      const changed = keys.reduce((place, key) => head.child(place, key) ?? place, pair.head);
      changes.push({
        ...finding,
        where: describeLocation(pair.path, head),
        others: othersThan(users.get(addressOf(pair.head))),
        file: changed.file,
        line: head.line(changed),
      });
    }
  }
  return changes;
}

/** @param {Set<string> | undefined} operations */
const othersThan = (operations) => Math.max((operations?.size ?? 0) - 1, 0);

/** @param {string} baseFolder @param {string} headFolder @returns {Found[]} */
function runDiff(baseFolder, headFolder) {
  const files = [join(baseFolder, entry), join(headFolder, entry)];
  const config = join(headFolder, "redocly.diff.yaml");
  const { report, stderr } = redoclyReport("diff", ...files, "--config", config, "--fail-on=none");
  // It exits with 0 after a warning about a missing preset or a reference that leads nowhere.
  if (stderr.includes("⚠")) throw new ReviewError(`redocly diff did not compare everything:\n${stderr}`);
  if (report.reportVersion !== "1")
    throw new ReviewError(
      `redocly diff wrote a report of version ${report.reportVersion}; this script reads version 1.`,
    );
  return report.changes;
}
