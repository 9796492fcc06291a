import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";
import { isLoadTime } from "./load-time.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const runner = fileURLToPath(import.meta.resolve("@stryker-mutator/vitest-runner"));

/**
 * @typedef {object} Mutant
 * @property {string} file
 * @property {number} line
 * @property {string} code line that it is in
 * @property {string} original
 * @property {string} replacement
 * @property {string} status `Killed`, `Timeout`, `Survived`, `NoCoverage`, and others that do not count
 */

/**
 * Plants every fault that Stryker knows into sources, one at a time, in a copy of the repository, and runs the
 * tests of their package that reach the place, on SQLite: one engine costs a fraction of the time. Only a path of
 * PostgreSQL's own sources is run on PostgreSQL; other paths leave them out.
 * @param {string[]} paths folders or files of one package, from the root of the repository
 * @param {{ concurrency: number }} options
 * @returns {Promise<Mutant[]>}
 */
export async function runStryker(paths, { concurrency }) {
  process.chdir(root);
  process.env.ENGINES ??= isOfPostgres(paths[0] ?? "") ? "postgres" : "sqlite";
  process.env.MUTATION_TESTS ??= testsOf(paths[0] ?? "");
  const stryker = new Stryker({
    mutate: paths.flatMap(patternsOf),
    testRunner: "vitest",
    plugins: [runner],
    vitest: { configFile: "mutation/vitest.config.ts" },
    coverageAnalysis: "perTest",
    ignoreStatic: true,
    concurrency,
    reporters: ["progress-append-only"],
    logLevel: "warn",
    tempDirName: join(tmpdir(), `grantbook-mutation-${process.pid}`),
    ignorePatterns: ["interop", "!interop/*.json", "apps/docs/site", ".turbo", "coverage"],
    timeoutMS: 20_000,
    // A busy machine is no failure.
    dryRunTimeoutMinutes: 60,
    allowEmpty: true,
  });
  // Read before: the run works on a copy, and the files may change meanwhile.
  const texts = new Map(sourcesOf(paths).map((file) => [file, readFileSync(file, "utf8")]));
  const results = await stryker.runMutationTest();
  return results.map(({ fileName, location, replacement = "", ...result }) => {
    const file = relative(root, fileName);
    const text = texts.get(file) ?? "";
    const isLeftOut = result.status !== "NoCoverage" && isLoadTime(file, text, location);
    const status = isLeftOut ? "Ignored" : result.status;
    const { line } = location.start;
    const code = (text.split("\n")[line - 1] ?? "").trim();
    return { file, line, code, original: textAt(text, location), replacement, status };
  });
}

/**
 * @param {string} text
 * @param {{ start: { line: number, column: number }, end: { line: number, column: number } }} location lines from 1,
 *   columns from 1
 */
function textAt(text, { start, end }) {
  const lines = text.split("\n").slice(start.line - 1, end.line);
  lines.push((lines.pop() ?? "").slice(0, end.column - 1));
  lines[0] = (lines[0] ?? "").slice(start.column - 1);
  return lines.join("\n");
}

/** Files of paths, from the root of the repository. @param {string[]} paths */
const sourcesOf = (paths) =>
  execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...paths], { encoding: "utf8" })
    .split("\n")
    .filter(Boolean);

/** Folder of the tests of a path: the package, or the part of the scripts. @param {string} path */
const testsOf = (path) => path.split("/").slice(0, 2).join("/");

/** @param {string} path */
const isOfPostgres = (path) => path.includes("/postgres");

/** @param {string} path */
function patternsOf(path) {
  if (/\.[jt]sx?$/.test(path)) return [path];
  const noSource = ["**/*.{test,test-d}.*", "**/*fixture*", "**/generated/**"];
  if (!isOfPostgres(path)) noSource.push("**/postgres/**");
  return [`${path}/**/*.{ts,tsx,js}`, ...noSource.map((pattern) => `!${path}/${pattern}`)];
}
