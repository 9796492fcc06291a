import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ReviewError } from "./review-error.js";

/**
 * Compares two generated files.
 * @param {string} before @param {string} after
 * @returns {string[]} lines that begin with `-` (removed), `+` (added) or `@` (heading)
 */
export function compareTexts(before, after) {
  if (before === after) return [];
  const folder = mkdtempSync(join(tmpdir(), "grantbook-review-"));
  try {
    writeFileSync(join(folder, "before"), before);
    writeFileSync(join(folder, "after"), after);
    const options = ["--no-index", "--unified=0", "--no-color", "--no-ext-diff"];
    const { status, stdout } = spawnSync("git", ["diff", ...options, "before", "after"], {
      cwd: folder,
      encoding: "utf8",
    });
    if (status !== 0 && status !== 1) throw new ReviewError("git diff could not compare the generated files.");
    return hunks(stdout, after.split("\n"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Lists the lines that differ, each run of them under the name of the type that it is in.
 * @param {string} diff @param {string[]} lines of the new file
 */
function hunks(diff, lines) {
  const [, ...found] = diff.split(/^(?=@@)/m);
  let last = "";
  return found.flatMap((hunk) => {
    const [heading = "", ...changed] = hunk.trimEnd().split("\n");
    const number = Number(/\+(\d+)/.exec(heading)?.[1]);
    const inside =
      lines
        .slice(0, number)
        .findLast((line) => /^ {4}\S.*\{$/.test(line))
        ?.trim() ?? "";
    const name = inside === last || inside === "" ? [] : [`@ ${inside.replace(/: \{$/, "")}`];
    last = inside;
    return [...name, ...changed.map((line) => line.slice(0, 1) + line.slice(1).trim())];
  });
}
