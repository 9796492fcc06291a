import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isAccepted } from "./accepted.js";

/**
 * @typedef {import("./run-stryker.js").Mutant} Mutant
 * @typedef {{ noticed: number, survived: number, accepted: number, commit: string }} Result of a file, at a commit
 */

const file = new URL("../results.json", import.meta.url);

/** Results of all files that were ever run, by path. @returns {Record<string, Result>} */
export const readResults = () => JSON.parse(readFileSync(file, "utf8"));

/** Commit of the sources as they are now. */
export const currentCommit = () => execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();

/**
 * Writes the results of the files of a run, which began at a commit, in the place of older ones.
 * @param {Mutant[]} mutants @param {string} commit
 */
export function saveResults(mutants, commit) {
  const results = readResults();
  for (const name of new Set(mutants.map(({ file }) => file))) {
    results[name] = { ...countsOf(mutants.filter(({ file }) => file === name)), commit };
  }
  const sorted = Object.fromEntries(Object.entries(results).sort(([a], [b]) => (a < b ? -1 : 1)));
  const lines = Object.entries(sorted).map(([name, result]) => `  ${JSON.stringify(name)}: ${JSON.stringify(result)}`);
  writeFileSync(file, `{\n${lines.join(",\n")}\n}\n`);
  execFileSync("npx", ["biome", "format", "--write", fileURLToPath(file)]);
}

/** Faults that do not compile, or that Stryker ignores, do not count. @param {Mutant[]} mutants */
function countsOf(mutants) {
  const noticed = mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length;
  const accepted = mutants.filter(isAccepted).length;
  const survived = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage").length - accepted;
  return { noticed, survived, accepted };
}
