import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { entry, flowsEntry } from "./description.js";
import { redoclyReport } from "./redocly-report.js";
import { ReviewError } from "./review-error.js";

/** @typedef {{ severity: "error" | "warn", rule: string, message: string, file: string, line: number }} LintFinding */

/**
 * Runs the lint rules on the description of the API, on the workflows that use it, and on that of the flows.
 * @param {string} folder
 * @returns {Promise<LintFinding[]>}
 */
export async function lintFindings(folder) {
  const workflows = join(folder, "openapi/workflows");
  const names = existsSync(workflows) ? readdirSync(workflows) : [];
  const files = [join(folder, entry), join(folder, flowsEntry), ...names.map((name) => join(workflows, name))];
  const options = ["--config", join(folder, "redocly.yaml"), "--max-problems=1000"];
  const { report, others } = await redoclyReport("lint", ...files, ...options);
  if (others.length + 1 !== files.length) throw new ReviewError("redocly lint did not report about every file.");
  const findings = [report, ...others].flatMap(({ problems }) => {
    if (!Array.isArray(problems)) throw new ReviewError("redocly lint wrote a report without problems in it.");
    return problems.map(({ severity, ruleId, message, location: [first] }) => ({
      severity,
      rule: ruleId,
      message,
      file: relative(folder, first.source.ref),
      line: first.start?.line ?? 1,
    }));
  });
  return mergeByPlace(findings);
}

/**
 * Merges the findings of one line: several rules often notice one mistake.
 * @param {LintFinding[]} findings
 * @returns {LintFinding[]}
 */
export function mergeByPlace(findings) {
  /** @type {Map<string, LintFinding[]>} */
  const places = new Map();
  for (const finding of findings) {
    const place = `${finding.file}:${finding.line}`;
    places.set(place, [...(places.get(place) ?? []), finding]);
  }
  return [...places.values()].map((group) => ({
    .../** @type {LintFinding} */ (group[0]),
    severity: group.some(({ severity }) => severity === "error") ? "error" : "warn",
    rule: [...new Set(group.map(({ rule }) => rule))].join(", "),
    message: [...new Set(group.map(({ message }) => message))].join(" "),
  }));
}
