// Keeps the SQL engines in their registry: no other source of a published package names one.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readSources } from "./sources.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const store = "packages/server/src/store/";

/** Every engine has a folder with its entry for the registry. */
const engines = readdirSync(join(root, store)).filter((name) => existsSync(join(root, store, name, "engine.ts")));

/** The registry, and the folder of each engine. */
const rooms = [`${store}engine.ts`, ...engines.map((engine) => `${store}${engine}/`)];

/** Packages that users install. */
const published = [
  "packages/server",
  "packages/client",
  "packages/testing",
  "packages/contract",
  "apps/reference-server",
];

/** @param {string} file that is only there for tests */
const isOfTests = (file) => /\.test(-d)?\.ts$|-fixture\.ts$|\/(stress|generated)\//.test(file);

const sources = readSources(root, [".ts"]).filter(
  ({ file }) => published.some((folder) => file.startsWith(`${folder}/src/`)) && !isOfTests(file),
);

/** @param {string} text */
const linesThatName = (text) =>
  text.split("\n").flatMap((line, index) => (new RegExp(engines.join("|"), "i").test(line) ? [index + 1] : []));

describe("a SQL engine", () => {
  test("has a folder of its own", () => {
    expect(engines).toEqual(["postgres", "sqlite"]);
    expect(sources.length).toBeGreaterThan(150);
  });

  test("is named by its folder and the registry only", () => {
    const named = sources
      .filter(({ file }) => !rooms.some((room) => file.startsWith(room)))
      .flatMap(({ file, text }) => linesThatName(text).map((line) => `${file}:${line}`));
    expect(named).toEqual([]);
  });

  test("is noticed in code and in comments", () => {
    expect(linesThatName('a\nopenSqliteStore(":memory:")\n// as PostgreSQL does')).toEqual([2, 3]);
  });
});
