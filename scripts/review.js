// Reports what a change of the description means: lint findings, changes with their ratings, whether the version fits,
// the difference of the generated types, and the score.
// Usage: node scripts/review.js [<base>] [--format=text|markdown|github-actions] [--save <file>] [--from <file>]
//   <base>  a git revision to compare the work tree with; default: where it left origin/main, or main
//   --save  also writes the report to a file; --from prints such a file instead of comparing
// Exit status: 0 passed, 1 not passed, 2 could not run.
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { baseOf, extract, rootOf } from "./review/base.js";
import { changesBetween } from "./review/changes.js";
import { asAnnotations } from "./review/format-annotations.js";
import { asMarkdown } from "./review/format-markdown.js";
import { asText } from "./review/format-text.js";
import { lintFindings } from "./review/lint.js";
import { exitCodeOf } from "./review/report.js";
import { ReviewError } from "./review/review-error.js";
import { parseReport } from "./review/saved-report.js";
import { scoresOf } from "./review/score.js";
import { versionOf } from "./review/version.js";

/** @typedef {import("./review/report.js").Report} Report */

/** @type {Record<string, (report: Report) => string>} */
const formats = {
  text: asText,
  markdown: asMarkdown,
  "github-actions": (report) => asAnnotations(report) + asText(report),
};

/**
 * @param {string | undefined} name of the revision
 * @returns {Promise<Report>}
 */
async function review(name) {
  /** @type {Report} */
  const report = { base: name ?? "" };
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "grantbook-review-")));
  try {
    const root = rootOf(process.cwd());
    report.base = baseOf(root, name);
    extract(root, report.base, folder);
    report.lint = lintFindings(root);
    report.changes = changesBetween(folder, root);
    report.version = versionOf(folder, root, report.changes[0]?.rating);
    // Imported late: it loads the TypeScript compiler, which takes as long as everything else.
    const { diffGenerated } = await import("./review/type-diff.js");
    report.generated = await diffGenerated(folder, root);
    report.scores = scoresOf(folder, root);
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    report.failure = (error instanceof ReviewError ? message : `Unexpected error: ${message}`).trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
  return report;
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: "string", default: "text" }, save: { type: "string" }, from: { type: "string" } },
  });
  const format = formats[values.format];
  if (!format) throw new Error(`There is no format ${values.format}. There are ${Object.keys(formats).join(", ")}.`);
  if (positionals.length > 1) throw new Error(`One revision can be compared with, not ${positionals.length}.`);
  return { ...values, format, base: positionals[0] };
}

try {
  const { base, format, from, save } = readArguments();
  const report = from === undefined ? await review(base) : parseReport(readFileSync(from, "utf8"));
  if (save !== undefined) writeFileSync(save, JSON.stringify(report));
  process.stdout.write(format(report));
  process.exitCode = exitCodeOf(report);
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 2;
}
