// Reads a saved report. It may come from the pull request of a stranger, so every part is validated; anything that is
// not a report, or too long, is rejected.
import { rules } from "./rules.js";

/** @typedef {import("./report.js").Report} Report */

const maxLength = 1_000_000;

/**
 * @param {string} text
 * @returns {Report}
 * @throws {Error} when it is not a report
 */
export function parseReport(text) {
  if (text.length > maxLength) throw new Error("The saved report is too long to be one.");
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error("The saved report is no JSON.");
  }
  if (!report(value)) throw new Error("The saved report does not have the form of one.");
  return /** @type {Report} */ (value);
}

/** @typedef {(value: unknown) => boolean} Check */

/** @type {Check} */
const text = (value) => typeof value === "string" && value.length <= 20_000;

/** @type {Check} */
const number = (value) => typeof value === "number" && Number.isFinite(value);

/** @type {Check} */
const version = (value) => typeof value === "string" && /^\d{1,9}\.\d{1,9}\.\d{1,9}$/.test(value);

/** @param {string[]} words @returns {Check} */
const oneOf =
  (...words) =>
  (value) =>
    typeof value === "string" && words.includes(value);

/** @param {Check} check @returns {Check} */
const optional = (check) => (value) => value === undefined || check(value);

/** @param {Check} check @returns {Check} */
const list = (check) => (value) => Array.isArray(value) && value.length <= 5000 && value.every(check);

/** @param {Record<string, Check>} checks @returns {Check} */
const object = (checks) => (value) => {
  if (typeof value !== "object" || value === null) return false;
  const fields = /** @type {Record<string, unknown>} */ (value);
  return (
    Object.keys(fields).every((key) => Object.hasOwn(checks, key)) &&
    Object.entries(checks).every(([key, check]) => check(fields[key]))
  );
};

const place = { file: text, line: number };

const report = object({
  base: text,
  newer: optional(text),
  failure: optional(text),
  lint: optional(list(object({ ...place, severity: oneOf("error", "warn"), rule: text, message: text }))),
  changes: optional(
    list(
      object({
        ...place,
        rating: oneOf("major", "minor", "patch"),
        rule: oneOf(...Object.keys(rules)),
        where: text,
        operations: list(text),
        what: text,
      }),
    ),
  ),
  version: optional(
    object({
      before: version,
      next: version,
      needed: version,
      changesets: list(text),
      enough: (value) => typeof value === "boolean",
    }),
  ),
  generated: optional(list(object({ name: text, lines: list(text) }))),
  scores: optional(list(object({ name: text, before: number, after: number }))),
});
