import { asBump } from "./version-numbers.js";

/**
 * @typedef {object} Report what a review found
 * @property {string} base the commit that was compared with
 * @property {import("./lint.js").LintFinding[]} [lint] missing when it did not run
 * @property {Comparison} [comparison] missing when it could not be made
 * @property {string} [failure] why it could not be made
 *
 * @typedef {object} Comparison
 * @property {import("./changes.js").Change[]} changes
 * @property {import("./version.js").Version} version
 * @property {import("./generated.js").FileEffect[]} generated
 * @property {import("./score.js").Score[]} scores
 */

/**
 * Why a description does not pass its review; empty when it does.
 * @param {Report} report
 * @returns {string[]}
 */
export function problemsOf({ lint = [], comparison, failure }) {
  if (failure !== undefined) return [`The review could not run. ${failure}`];
  const errors = lint.filter(({ severity }) => severity === "error").length;
  const problems = errors === 0 ? [] : [`The lint found ${count(errors, "error")}.`];
  const gravest = comparison?.changes[0];
  if (gravest && !comparison.version.enough) {
    const { before, needed, next } = comparison.version;
    problems.push(
      `The changes need version ${needed}, and the next release is ${next}. ` +
        `Run \`npx changeset\` and choose ${asBump(before, gravest.rating)}.`,
    );
  }
  return problems;
}

/**
 * 0 for a review that passed, 1 for one that did not, 2 for one that could not run.
 * @param {Report} report
 */
export function exitCodeOf(report) {
  if (report.failure !== undefined || report.comparison === undefined) return 2;
  return problemsOf(report).length === 0 ? 0 : 1;
}

/**
 * The operations that a change is about, in words.
 * @param {import("./changes.js").Change} change
 */
export function whereOf({ where, others }) {
  const [operation = "", ...part] = where.split(", ");
  const more = others === 0 ? "" : ` and ${count(others, "more operation")}`;
  return [operation + more, ...part].join(", ");
}

/** @param {Comparison} comparison */
export function tallyOf({ changes }) {
  if (changes.length === 0) return "no change";
  return ["major", "minor", "patch"]
    .map((rating) => `${changes.filter((change) => change.rating === rating).length} ${rating}`)
    .join(", ");
}

/** @param {Comparison} comparison */
export function versionLine({ changes, version: { before, next, needed, changesets } }) {
  const announced = changesets.length === 0 ? "" : ` (${changesets.join(", ")})`;
  const step = before === next ? before : `${before} to ${next}${announced}`;
  return changes.length === 0 ? step : `${step}; the changes need ${needed}`;
}

/** @param {number} number @param {string} noun */
export const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
