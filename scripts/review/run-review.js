import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { baseOf, extract, rootOf } from "./base.js";
import { changesBetween, sortChanges } from "./changes.js";
import { lintFindings } from "./lint.js";
import { ReviewError } from "./review-error.js";
import { scoresOf } from "./score.js";
import { versionOf } from "./version.js";

/** @typedef {import("./report.js").Report} Report */

/**
 * Reviews the description of the work tree. The parts run at the same time; a part that fails is missing in the report.
 * @param {string} folder in the work tree
 * @param {string | undefined} revision to compare with; default: where the work left origin/main, or main
 * @returns {Promise<Report>}
 */
export async function runReview(folder, revision) {
  /** @type {Report} */
  const report = { base: "" };
  const baseFolder = realpathSync(mkdtempSync(join(tmpdir(), "grantbook-review-")));
  try {
    const root = rootOf(folder);
    Object.assign(report, baseOf(root, revision));
    extract(root, report.base, baseFolder);
    await compare(report, baseFolder, root);
  } catch (error) {
    report.failure ??= messageOf(error);
  } finally {
    rmSync(baseFolder, { recursive: true });
  }
  return report;
}

/** @param {Report} report @param {string} base @param {string} head */
async function compare(report, base, head) {
  const [lint, changes, types, scores] = await Promise.allSettled([
    lintFindings(head),
    changesBetween(base, head),
    // Loaded here: the TypeScript compiler starts while Redocly runs in processes of its own.
    import("./type-diff.js").then(({ diffGenerated }) => diffGenerated(base, head)),
    scoresOf(base, head),
  ]);
  const failed = [lint, changes, types, scores].find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") report.failure = messageOf(failed.reason);
  if (lint.status === "fulfilled") report.lint = lint.value;
  if (types.status === "fulfilled") report.generated = types.value.files;
  if (scores.status === "fulfilled") report.scores = scores.value;
  if (changes.status === "rejected") return;
  const lost = types.status === "fulfilled" ? types.value.lost(changes.value) : [];
  report.changes = sortChanges([...changes.value, ...lost]);
  report.version = versionOf(base, head, report.changes[0]?.rating);
}

/** @param {unknown} error */
function messageOf(error) {
  const { message } = /** @type {Error} */ (error);
  return (error instanceof ReviewError ? message : `Unexpected error: ${message}`).trim();
}
