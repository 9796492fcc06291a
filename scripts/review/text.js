import { exitCodeOf, problemsOf, tallyOf, versionLine, whereOf } from "./report.js";

/**
 * The report for a terminal.
 * @param {import("./report.js").Report} report
 */
export function asText(report) {
  const { base, lint, comparison } = report;
  const findings = lint.map(({ rule, message, file, line }) => `  ${file}:${line}  ${message} (${rule})`);
  const lines = [
    `Compared with ${base.slice(0, 7)}`,
    "",
    lint.length === 0 ? "Lint: no finding" : "Lint",
    ...findings,
    ...(comparison ? comparisonLines(comparison) : []),
    "",
    ...verdictLines(report),
  ];
  return `${lines.join("\n")}\n`;
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
    `Generated types: ${generated.length === 0 ? "no change" : generated.map(({ name }) => name).join(", ")}`,
    ...generated.flatMap(({ lines }) => lines.map((line) => `  ${line}`)),
    "",
    `Score: ${scores.map(({ name, before, after }) => `${name} ${before}${before === after ? "" : ` to ${after}`}`).join(", ")}`,
  ];
}

/** @param {import("./report.js").Report} report */
function verdictLines(report) {
  const heading = ["Passed.", "Not passed.", "Could not run."][exitCodeOf(report)];
  return [heading, ...problemsOf(report).map((problem) => `- ${problem}`)];
}
