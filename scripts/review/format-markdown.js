// Markdown of the report for GitHub: the job summary and the comment. Parts of it are text of the author of a change,
// who may be a stranger; none of it becomes markup, a link, a mention or a reference.
import { exitCodeOf, problemsOf, tallyOf, versionLine, whereOf } from "./report.js";

const maxChanges = 100;
const maxLines = 80;

/**
 * Formats a report as Markdown. Very long parts are cut, with a note.
 * @param {import("./report.js").Report} report
 */
export function asMarkdown(report) {
  const { base, lint = [], changes, version, generated, scores } = report;
  const verdict = ["✅ Passed", "❌ Not passed", "❌ Could not run"][exitCodeOf(report)];
  const findings = lint.map(({ rule, message, file, line }) => [`\`${file}:${line}\``, message, `\`${rule}\``]);
  const parts = [
    `## API description: ${verdict}`,
    `Compared with ${inline(`\`${base.slice(0, 7)}\``)}. \`docs/reviewing.md\` says how to read this.`,
    problemsOf(report)
      .map((problem) => `- ${inline(problem)}`)
      .join("\n"),
    findings.length > 0 && `### Lint\n\n${table(["Where", "Finding", "Rule"], findings)}`,
    changes && `### Changes: ${tallyOf(changes)}`,
    changes && changes.length > 0 && table(["Rating", "Where", "What", "Source"], changes.map(changeCells)),
    version && `### Version\n\n${inline(versionLine(version))}`,
    generated && `### Generated types\n\n${generated.length === 0 ? "No change." : fenced(generated)}`,
    scores && `### Score\n\n${table(["", "Before", "After"], scores.map(scoreCells))}`,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** @param {import("./changes.js").Change} change */
const changeCells = (change) => [change.rating, whereOf(change), change.what, `\`${change.file}:${change.line}\``];

/** @param {import("./score.js").Score} score */
const scoreCells = ({ name, before, after }) => [name, String(before), String(after)];

/** @param {string[]} heads @param {string[][]} rows */
function table(heads, rows) {
  const shown = rows.slice(0, maxChanges).map((cells) => `| ${cells.map(inline).join(" | ")} |`);
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
