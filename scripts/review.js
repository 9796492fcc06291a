// Reports what a change of the description means to clients: a summary, lint findings, changes with their ratings,
// whether the version fits, the difference of the generated types, and the score.
// Usage: node scripts/review.js [<base>] [--format=text|markdown|github-actions] [--save <file>] [--from <file>]
//                               [--watch]
//   <base>   a git revision; the work tree is compared with where it left that one. Default: origin/main, or main
//   --save   also writes the report to a file; --from prints such a file instead of comparing
//   --watch  reviews again whenever the description or a changeset changes
// Exit status: 0 passed, 1 not passed, 2 could not run.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { asAnnotations } from "./review/format-annotations.js";
import { asMarkdown, sourceIn } from "./review/format-markdown.js";
import { asText } from "./review/format-text.js";
import { exitCodeOf } from "./review/report.js";
import { runReview } from "./review/run-review.js";
import { parseReport } from "./review/saved-report.js";
import { watchReview } from "./review/watch.js";

/** @typedef {import("./review/report.js").Report} Report */

/** @type {Record<string, (report: Report) => string>} */
const formats = {
  text: (report) => asText(report, process.stdout.columns),
  markdown: (report) => asMarkdown(report, sourceIn(process.env)),
  "github-actions": (report) => asAnnotations(report) + asText(report),
};

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: "string", default: "text" },
      save: { type: "string" },
      from: { type: "string" },
      watch: { type: "boolean", default: false },
    },
  });
  const format = formats[values.format];
  if (!format) throw new Error(`There is no format ${values.format}. There are ${Object.keys(formats).join(", ")}.`);
  if (positionals.length > 1) throw new Error(`One revision can be compared with, not ${positionals.length}.`);
  return { ...values, format, base: positionals[0] };
}

/** @param {ReturnType<typeof readArguments>} options */
async function review({ base, format, from, save }) {
  const report = from === undefined ? await runReview(process.cwd(), base) : parseReport(readFileSync(from, "utf8"));
  if (save !== undefined) writeFileSync(save, JSON.stringify(report));
  process.stdout.write(format(report));
  process.exitCode = exitCodeOf(report);
}

try {
  const options = readArguments();
  await review(options);
  if (options.watch) watchReview(process.cwd(), () => review(options));
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 2;
}
