import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addFlows, baseOf, extract, rootOf } from "./base.js";
import { changesBetween, sortChanges } from "./changes.js";
import { flowsEntry } from "./description.js";
import { lintFindings } from "./lint.js";
import { ReviewError } from "./review-error.js";
import { scoresOf } from "./score.js";
import { versionOf } from "./version.js";

/** @typedef {import("./report.js").Report} Report */

/**
 * Reviews the descriptions of the work tree, that of the API and that of the sign-in flows. The parts run at the same
 * time; a part that fails is missing in the report.
 * @param {string} folder in the work tree
 * @param {string | undefined} revision to compare with; default: where the work left origin/main, or main
 * @param {{ isWhole?: boolean }} [options] `isWhole` is false for changes and types alone, without lint and scores
 * @returns {Promise<Report>}
 */
export async function runReview(folder, revision, { isWhole = true } = {}) {
  /** @type {Report} */
  const report = { base: "" };
  const baseFolder = realpathSync(mkdtempSync(join(tmpdir(), "grantbook-review-")));
  try {
    const root = rootOf(folder);
    Object.assign(report, baseOf(root, revision));
    extract(root, report.base, baseFolder);
    addFlows(baseFolder, root);
    await compare(report, baseFolder, root, isWhole);
  } catch (error) {
    report.failure ??= messageOf(error);
  } finally {
    rmSync(baseFolder, { recursive: true });
  }
  return report;
}

/** @param {Report} report @param {string} base @param {string} head @param {boolean} isWhole */
async function compare(report, base, head, isWhole) {
  const [lint, changes, types, scores] = await Promise.allSettled([
    isWhole ? lintFindings(head) : undefined,
    Promise.all([changesBetween(base, head), changesBetween(base, head, flowsEntry)]).then((lists) => lists.flat()),
    // Loaded here: the TypeScript compiler starts while Redocly runs in processes of its own.
    import("./type-diff.js").then(({ diffGenerated }) => diffGenerated(base, head)),
    isWhole ? scoresOf(base, head) : undefined,
  ]);
  const failed = [lint, changes, types, scores].find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") report.failure = messageOf(failed.reason);
  if (lint.status === "fulfilled" && lint.value) report.lint = lint.value;
  if (types.status === "fulfilled") report.generated = types.value.files;
  if (scores.status === "fulfilled" && scores.value) report.scores = scores.value;
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
