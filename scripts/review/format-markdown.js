// Markdown of the report for GitHub: the job summary and the comment. Parts of it are text of the author of a change,
// who may be a stranger; none of it becomes markup, a link, a mention or a reference.
import { count, exitCodeOf, problemsOf, summaryOf, tallyOf, versionLine, whereOf } from "./report.js";
import { rulesGuide } from "./rules.js";

const maxChanges = 100;
const maxLines = 80;

/**
 * Formats a report as Markdown. Very long parts are cut, with a note.
 * @param {import("./report.js").Report} report
 * @param {string} [source] URL of the files of the head, without a slash at the end; without it there are no links
 */
export function asMarkdown(report, source) {
  const { base, newer, lint = [], changes = [], version, generated, scores } = report;
  const verdict = ["✅ Passed", "❌ Not passed", "❌ Could not run"][exitCodeOf(report)];
  const findings = lint.map(({ rule, message, file, line }) => [
    linkTo(file, line, source),
    inline(message),
    inline(`\`${rule}\``),
  ]);
  const cells = (/** @type {import("./changes.js").Change} */ change) => [
    ratingCell(change, source),
    inline(whereOf(change)),
    inline(change.what),
    linkTo(change.file, change.line, source),
  ];
  const wording = changes.filter(({ rating }) => rating === "patch");
  const others = changes.filter(({ rating }) => rating !== "patch");
  const heads = ["Rating", "Where", "What", "Source"];
  const parts = [
    `## API description: ${verdict}`,
    inline(summaryOf(report)),
    problemsOf(report)
      .map((problem) => `- ${inline(problem)}`)
      .join("\n"),
    findings.length > 0 && `### Lint\n\n${table(["Where", "Finding", "Rule"], findings)}`,
    report.changes && `### Changes: ${tallyOf(changes)}`,
    others.length > 0 && table(heads, others.map(cells)),
    wording.length > 0 &&
      details(`Wording and examples: ${count(wording.length, "change")}`, table(heads, wording.map(cells))),
    version && `### Version\n\n${inline(versionLine(version))}`,
    generated &&
      (generated.length === 0 ? "Generated types: no change." : details("Generated types", fenced(generated))),
    scores && details("Score", table(["", "Before", "After"], scores.map(scoreCells))),
    inline(
      `Compared with \`${base.slice(0, 7)}\`${newer ? ` (${newer})` : ""}. \`docs/reviewing.md\` explains the report.`,
    ),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/**
 * URL of the files in a workflow of GitHub; nothing elsewhere.
 * @param {NodeJS.ProcessEnv} environment
 */
export function sourceIn({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit }) {
  return server && repository && commit ? `${server}/${repository}/blob/${commit}` : undefined;
}

/** Rating, with a link to its rule. @param {import("./changes.js").Change} change @param {string | undefined} source */
const ratingCell = ({ rating, rule }, source) =>
  source ? `[${rating}](${source}/${rulesGuide}#${rule})` : `${rating} (${rule})`;

/** @param {string} file @param {number} line @param {string | undefined} source */
function linkTo(file, line, source) {
  const text = inline(`\`${file}:${line}\``);
  // The file comes from the report, and so from the author of the change.
  const isPlain = /^openapi\/[\w./{}-]+\.yaml$/.test(file) && !file.includes("..");
  return source && isPlain ? `[${text}](${source}/${encodeURI(file)}#L${Math.trunc(line)})` : text;
}

/** @param {string} summary @param {string} content */
const details = (summary, content) => `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`;

/** @param {import("./score.js").Score} score */
const scoreCells = ({ name, before, after }) => [inline(name), String(before), String(after)];

/** @param {string[]} heads @param {string[][]} rows */
function table(heads, rows) {
  const shown = rows.slice(0, maxChanges).map((cells) => `| ${cells.join(" | ")} |`);
  const rest = rows.length > maxChanges ? `\n\n${rows.length - maxChanges} more are shown by \`npm run review\`.` : "";
  return [`| ${heads.join(" | ")} |`, `|${" --- |".repeat(heads.length)}`, ...shown].join("\n") + rest;
}

/** @param {import("./type-diff.js").FileDiff[]} files */
function fenced(files) {
  const lines = files.flatMap(({ name, lines }) => [`@ ${name}`, ...lines]);
  const rest = lines.length > maxLines ? [`@ ${lines.length - maxLines} more lines are shown by npm run review`] : [];
  const shown = [...lines.slice(0, maxLines), ...rest].map((line) => line.replaceAll(/\s/g, " ").slice(0, 300));
  const ticks = shown.join("\n").match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...ticks.map((run) => run.length + 1)));
  return `${fence}diff\n${shown.join("\n")}\n${fence}`;
}

/**
 * Text in which backticks mark code, and no other sign has a meaning.
 * @param {string} text
 */
function inline(text) {
  const parts = text.replaceAll(/\s+/g, " ").split(/(`[^`]*`)/);
  return parts.map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : literal(part))).join("");
}

/** @param {string} text has no backtick in it */
const code = (text) => (text.trim() === "" ? literal(text) : `\`${text.replaceAll("|", "\\|")}\``);

/**
 * Escapes every sign of Markdown. GitHub searches the rendered text for mentions, references and URLs, so a zero-width
 * space breaks those.
 * @param {string} text
 */
const literal = (text) =>
  text.replaceAll(/[\\`*_[\]<>|~&]/g, "\\$&").replaceAll(/[@#]|:(?=\/\/)|www(?=\.)/gi, "$&\u200b");
