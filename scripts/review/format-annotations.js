import { problemsOf, whereOf } from "./report.js";

const levels = { major: "warning", minor: "notice", patch: "notice" };

/**
 * Formats a report as workflow commands: GitHub Actions shows them as notes at the lines.
 * @param {import("./report.js").Report} report
 */
export function asAnnotations(report) {
  const { lint = [], changes = [] } = report;
  const notes = [
    ...lint.map(({ severity, rule, message, file, line }) =>
      command(severity === "error" ? "error" : "warning", { file, line, title: rule }, message),
    ),
    ...changes.map((change) =>
      command(
        levels[change.rating],
        { file: change.file, line: change.line, title: `${change.rating} change: ${change.rule}` },
        `${whereOf(change)}: ${change.what}`,
      ),
    ),
    ...problemsOf(report).map((problem) => command("error", { title: "Review of the API description" }, problem)),
  ];
  return notes.join("");
}

/** @param {string} name @param {Record<string, string | number>} properties @param {string} message */
function command(name, properties, message) {
  const list = Object.entries(properties).map(
    ([key, value]) => `${key}=${encode(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`,
  );
  return `::${name} ${list.join(",")}::${encode(message)}\n`;
}

/** @param {string} text */
const encode = (text) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
