import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { operationTable } from "../contract/operation-table.js";
import { types } from "../contract/types.js";
import { redoclyInBackground } from "../redocly.js";
import { entry } from "./description.js";
import { lostByConsumers } from "./lost-types.js";
import { align } from "./normal/align.js";
import { ReviewError } from "./review-error.js";

/**
 * @typedef {import("./changes.js").Change} Change
 * @typedef {{ name: string, lines: string[] }} FileDiff lines begin with `-` (removed), `+` (added), `@` (heading)
 * @typedef {object} TypeDiff
 * @property {FileDiff[]} files files that did not change are left out
 * @property {(changes: readonly Change[]) => Change[]} lost code of consumers that no longer compiles, where no change
 *   among the given ones is the reason
 */

/**
 * Compares the generated types and operation tables of two descriptions, without comments. The scripts of the work
 * tree generate both sides, so that only the description makes a difference; neither does the order.
 * @param {string} baseFolder @param {string} headFolder
 * @returns {Promise<TypeDiff>}
 */
export async function diffGenerated(baseFolder, headFolder) {
  const documents = await Promise.all([bundle(baseFolder, "the base"), bundle(headFolder, "the work tree")]);
  const [base, head] = align(documents[0], documents[1]).map((document) => sorted(document));
  const before = await generate(base, "the base");
  const after = await generate(head, "the work tree");
  const files = Object.keys(after)
    .map((name) => ({ name, lines: compareTexts(before[name] ?? "", after[name] ?? "") }))
    .filter(({ lines }) => lines.length > 0);
  const haveTypesChanged = before["types.ts"] !== after["types.ts"];
  return {
    files,
    lost: (changes) => (haveTypesChanged ? lostByConsumers(base, before, head, after, headFolder, changes) : []),
  };
}

/** @param {string} folder @param {string} side */
async function bundle(folder, side) {
  const target = mkdtempSync(join(tmpdir(), "grantbook-bundle-"));
  try {
    const file = join(target, "openapi.json");
    const { status, stderr } = await redoclyInBackground("bundle", join(folder, entry), "--output", file);
    if (status !== 0) throw new ReviewError(`The description of ${side} could not be bundled:\n${stderr}`);
    return JSON.parse(readFileSync(file, "utf8"));
  } finally {
    rmSync(target, { recursive: true });
  }
}

/** @param {any} description @param {string} side @returns {Promise<Record<string, string>>} */
async function generate(description, side) {
  try {
    return {
      "types.ts": (await types(description)).replaceAll(/^ *\/\*\*.*?\*\/\n/gms, ""),
      "operations.ts": operationTable(description).replaceAll(/^ {2}(".*?"): (\{.*\}),$/gm, onePropertyALine),
    };
  } catch (error) {
    throw new ReviewError(
      `No types could be generated from the description of ${side}:\n${/** @type {Error} */ (error).message}`,
    );
  }
}

/** @param {string} _ @param {string} name @param {string} row */
function onePropertyALine(_, name, row) {
  const [spread = "", rest = "{}"] = /^\{ (\.\.\.\S+), (.*)\}$/.exec(row)?.slice(1) ?? ["", row.slice(1, -1)];
  const properties = Object.entries(JSON.parse(`{${rest}}`)).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return [`    ${name}: {`, spread, ...properties].join("\n");
}

/**
 * Sorts the keys of all objects, and the lists without an order: a moved key is no difference.
 * @param {any} value @returns {any}
 */
function sorted(value, key = "") {
  if (Array.isArray(value)) {
    const items = value.map((item) => sorted(item));
    return ["required", "enum", "tags", "type"].includes(key) ? items.toSorted() : items;
  }
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value).toSorted();
  return Object.fromEntries(keys.map((name) => [name, sorted(value[name], name)]));
}

/** @param {string} before @param {string} after */
function compareTexts(before, after) {
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
