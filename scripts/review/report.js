import { asBump } from "./version-numbers.js";

/**
 * @typedef {object} Report result of a review. A part is missing when it, or one before it, failed.
 * @property {string} base commit that was compared with
 * @property {string} [newer] how far the given revision is ahead of the base
 * @property {import("./lint.js").LintFinding[]} [lint]
 * @property {import("./changes.js").Change[]} [changes] the gravest first
 * @property {import("./version.js").Version} [version]
 * @property {import("./type-diff.js").FileDiff[]} [generated]
 * @property {import("./score.js").Score[]} [scores]
 * @property {string} [failure] why parts are missing
 */

/**
 * Lists why a description does not pass its review; empty when it does.
 * @param {Report} report
 * @returns {string[]}
 */
export function problemsOf({ lint = [], changes = [], version, failure }) {
  const problems = failure === undefined ? [] : [failure];
  const errors = lint.filter(({ severity }) => severity === "error").length;
  if (errors > 0) problems.push(`The lint found ${count(errors, "error")}.`);
  const gravest = changes[0];
  if (gravest && version && !version.enough) {
    problems.push(
      `The changes need version ${version.needed}, and the next release is ${version.next}. ` +
        `Run \`npx changeset\` and choose ${asBump(version.before, gravest.rating)}.`,
    );
  }
  return problems;
}

/**
 * Summary of a review in two sentences: what the changes mean to clients, and which version they need.
 * @param {Report} report
 */
export function summaryOf({ changes, version, failure }) {
  if (failure !== undefined || !changes || !version) return "The review could not run to its end.";
  const [first] = changes;
  if (!first) return "Nothing changes for clients.";
  const major = changes.filter(({ rating }) => rating === "major");
  const minor = changes.filter(({ rating }) => rating === "minor");
  const meaning =
    major.length > 0
      ? `${count(major.length, "change")} ${major.length === 1 ? "breaks" : "break"} clients${namesOf(major)}.`
      : minor.length > 0
        ? `Existing clients keep working; there ${minor.length === 1 ? "is" : "are"} ${count(minor.length, "addition")}${namesOf(minor).replace(" of ", " to ")}.`
        : "Clients are not affected: only wording and examples change.";
  const verdict = version.enough ? "and" : "but";
  return `${meaning} Version ${version.needed} is needed, ${verdict} the next release is ${version.next}.`;
}

/** @param {import("./changes.js").Change[]} changes */
function namesOf(changes) {
  const operations = [...new Set(changes.flatMap((change) => change.operations))];
  if (operations.length === 0) return "";
  const rest = operations.length - 2;
  if (rest <= 0) return ` of ${operations.join(" and ")}`;
  return ` of ${operations.slice(0, 2).join(", ")} and ${count(rest, "more operation")}`;
}

/**
 * Exit code of a review: 0 passed, 1 not passed, 2 could not run.
 * @param {Report} report
 */
export function exitCodeOf(report) {
  const { lint, changes, version, generated, scores, failure } = report;
  if (failure !== undefined || !lint || !changes || !version || !generated || !scores) return 2;
  return problemsOf(report).length === 0 ? 0 : 1;
}

/**
 * Describes the operations of a change.
 * @param {import("./changes.js").Change} change
 */
export function whereOf({ where, operations }) {
  const [operation = "", ...part] = where.split(", ");
  const others = operations.length - 1;
  const more = others <= 0 ? "" : ` and ${count(others, "more operation")}`;
  return [operation + more, ...part].join(", ");
}

/** @param {import("./changes.js").Change[]} changes */
export function tallyOf(changes) {
  if (changes.length === 0) return "no change";
  return ["major", "minor", "patch"]
    .map((rating) => `${changes.filter((change) => change.rating === rating).length} ${rating}`)
    .join(", ");
}

/** @param {import("./version.js").Version} version */
export function versionLine({ before, next, needed, changesets }) {
  const announced = changesets.length === 0 ? "" : ` (${changesets.join(", ")})`;
  const step = before === next ? before : `${before} to ${next}${announced}`;
  return before === needed ? step : `${step}; the changes need ${needed}`;
}

/** @param {number} number @param {string} noun */
export const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
