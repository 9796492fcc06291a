import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "../contract/bundle.js";
import { operationRows } from "../contract/operation-table.js";
import { types } from "../contract/types.js";
import { entry } from "./description.js";
import { ReviewError } from "./review-error.js";

/** @typedef {{ name: string, lines: string[] }} FileDiff lines begin with `-` (removed), `+` (added), `@` (heading) */

/**
 * Compares the generated types and operation tables of two descriptions, without comments. The scripts of the work tree
 * generate both sides, so that only the description makes a difference.
 * @param {string} baseFolder @param {string} headFolder
 * @returns {Promise<FileDiff[]>} files that did not change are left out
 */
export async function diffGenerated(baseFolder, headFolder) {
  const before = await generate(baseFolder, "the base");
  const after = await generate(headFolder, "the work tree");
  return Object.keys(after)
    .map((name) => ({ name, lines: compareTexts(before[name] ?? "", after[name] ?? "") }))
    .filter(({ lines }) => lines.length > 0);
}

/** @param {string} folder @param {string} side @returns {Promise<Record<string, string>>} */
async function generate(folder, side) {
  try {
    const description = withComponentsSorted(bundle(join(folder, entry)));
    return {
      "types.ts": (await types(description)).replaceAll(/^ *\/\*\*.*?\*\/\n/gms, ""),
      "operations.ts": operationRows(description).map(onePropertyALine).join("\n"),
    };
  } catch (error) {
    throw new ReviewError(
      `No types could be generated from the description of ${side}:\n${/** @type {Error} */ (error).message}`,
    );
  }
}

/**
 * A row of the table, without what the types show already.
 * @param {{ call: { id: string }, rest: { parameters: object, body: unknown } }} row
 */
function onePropertyALine({ call: { id, ...call }, rest: { parameters: _, body: __, ...rest } }) {
  const properties = Object.entries({ ...call, ...rest }).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return [`    ${JSON.stringify(id)}: {`, ...properties].join("\n");
}

/**
 * Sorts the components: they are bundled in the order of their first use, and a moved one is no difference.
 * @param {any} description
 */
function withComponentsSorted(description) {
  const components = Object.entries(description.components ?? {}).map(([kind, named]) => [
    kind,
    Object.fromEntries(Object.entries(named).toSorted(([left], [right]) => (left < right ? -1 : 1))),
  ]);
  return { ...description, components: Object.fromEntries(components) };
}

/** @param {string} before @param {string} after */
function compareTexts(before, after) {
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
