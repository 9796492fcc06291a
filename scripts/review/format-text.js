import { count, exitCodeOf, problemsOf, summaryOf, tallyOf, versionLine, whereOf } from "./report.js";
import { rulesGuide } from "./rules.js";

/** @typedef {import("./report.js").Report} Report */

/**
 * Formats a report for a terminal.
 * @param {Report} report @param {number} [columns] of the terminal; default: lines are not broken
 */
export function asText(report, columns = Infinity) {
  const { base, newer, lint, changes, version, generated, scores } = report;
  const parts = [
    [summaryOf(report)],
    [`Compared with ${base === "" ? "nothing" : base.slice(0, 7)}${newer ? ` (${newer})` : ""}`],
    lint && lintLines(lint),
    changes && changeLines(changes),
    version && [`Version: ${versionLine(version)}`],
    generated && generatedLines(generated),
    scores && [`Score: ${scores.map(scoreWords).join(", ")}`],
    [
      ["Passed.", "Not passed.", "Could not run."][exitCodeOf(report)],
      ...problemsOf(report).map((problem) => `- ${problem}`),
    ],
  ];
  const text = parts.flatMap((lines) => (lines ? [lines.join("\n")] : [])).join("\n\n");
  const lines = text.split("\n").flatMap((line) => wrapped(line, columns));
  return `${lines.join("\n")}\n`;
}

/**
 * Breaks a line at spaces; what follows stands two columns further in.
 * @param {string} line @param {number} columns @param {number} [indent] of what follows
 * @returns {string[]}
 */
function wrapped(line, columns, indent = line.search(/\S/) + 2) {
  const end = line.length > columns ? line.lastIndexOf(" ", columns) : -1;
  if (end <= indent) return [line];
  return [line.slice(0, end).trimEnd(), ...wrapped(" ".repeat(indent) + line.slice(end).trimStart(), columns, indent)];
}

/** @param {NonNullable<Report["lint"]>} findings */
function lintLines(findings) {
  const lines = findings.map(({ rule, message, file, line }) => `  ${file}:${line}  ${message} (${rule})`);
  return [`Lint: ${findings.length === 0 ? "no finding" : count(findings.length, "finding")}`, ...lines];
}

/** @param {NonNullable<Report["changes"]>} changes */
function changeLines(changes) {
  const lines = changes.flatMap((change) => [
    `  ${change.rating}  ${whereOf(change)}`,
    `         ${change.what}`,
    `         ${change.file}:${change.line}  ${change.rule}`,
  ]);
  const rules = changes.length > 0 ? [`  Why a rule rates so: ${rulesGuide}#RULE`] : [];
  return [`Changes: ${tallyOf(changes)}`, ...lines, ...rules];
}

/** @param {NonNullable<Report["generated"]>} files */
function generatedLines(files) {
  if (files.length === 0) return ["Generated types: no change"];
  return [
    "Generated types:",
    ...files.flatMap(({ name, lines }) => [`  ${name}`, ...lines.map((line) => `    ${line}`)]),
  ];
}

/** @param {import("./score.js").Score} score */
const scoreWords = ({ name, before, after }) => `${name} ${before}${before === after ? "" : ` to ${after}`}`;
