import { count, exitCodeOf, problemsOf, tallyOf, versionLine, whereOf } from "./report.js";

/**
 * The report for a terminal.
 * @param {import("./report.js").Report} report
 */
export function asText(report) {
  const { base, comparison } = report;
  const lines = [
    `Compared with ${base === "" ? "nothing" : base.slice(0, 7)}`,
    "",
    ...lintLines(report),
    ...(comparison ? comparisonLines(comparison) : []),
    "",
    ...verdictLines(report),
  ];
  return `${lines.join("\n")}\n`;
}

/** @param {import("./report.js").Report} report */
function lintLines({ lint }) {
  if (lint === undefined) return ["Lint: did not run"];
  const findings = lint.map(({ rule, message, file, line }) => `  ${file}:${line}  ${message} (${rule})`);
  return [`Lint: ${lint.length === 0 ? "no finding" : count(lint.length, "finding")}`, ...findings];
}

/** @param {import("./report.js").Comparison} comparison */
function comparisonLines(comparison) {
  const { changes, generated, scores } = comparison;
  return [
    "",
    `Changes: ${tallyOf(comparison)}`,
    ...changes.flatMap((change) => [
      `  ${change.rating}  ${whereOf(change)}`,
      `         ${change.what}`,
      `         ${change.file}:${change.line}`,
    ]),
    "",
    `Version: ${versionLine(comparison)}`,
    "",
    `Generated types: ${generated.length === 0 ? "no change" : ""}`.trim(),
    ...generated.flatMap(({ name, lines }) => [`  ${name}`, ...lines.map((line) => `    ${line}`)]),
    "",
    `Score: ${scores.map(({ name, before, after }) => `${name} ${before}${before === after ? "" : ` to ${after}`}`).join(", ")}`,
  ];
}

/** @param {import("./report.js").Report} report */
function verdictLines(report) {
  const heading = ["Passed.", "Not passed.", "Could not run."][exitCodeOf(report)];
  return [heading, ...problemsOf(report).map((problem) => `- ${problem}`)];
}
