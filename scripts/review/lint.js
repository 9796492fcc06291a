import { join, relative } from "node:path";
import { CannotRun } from "./cannot-run.js";
import { entry } from "./description.js";
import { redoclyReport } from "./redocly-report.js";

/** @typedef {{ severity: "error" | "warn", rule: string, message: string, file: string, line: number }} LintFinding */

/**
 * What the lint rules find in a description.
 * @param {string} folder
 * @returns {LintFinding[]}
 */
export function lintFindings(folder) {
  const config = join(folder, "redocly.yaml");
  const { report } = redoclyReport("lint", join(folder, entry), "--config", config, "--max-problems=1000");
  if (!Array.isArray(report.problems)) throw new CannotRun("redocly lint wrote a report without problems in it.");
  return report.problems.map((/** @type {any} */ { severity, ruleId, message, location: [first] }) => ({
    severity,
    rule: ruleId,
    message,
    file: relative(folder, first.source.ref),
    line: first.start?.line ?? 1,
  }));
}
