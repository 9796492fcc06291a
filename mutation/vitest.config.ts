// Tests that a mutation run is judged by: those of the package with the faults, and the contract tests. Stryker runs
// them in a copy of the repository, whose dependencies are links to those of the original. So the names of our own
// packages lead to the copy.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Alias, Plugin } from "vite";
import { defineConfig } from "vitest/config";
import root, { project } from "../vitest.config.ts";
import { NearestFirst } from "./src/nearest-first.js";
import { warmThreads } from "./src/warm-threads.js";

const copy = fileURLToPath(new URL("..", import.meta.url));
const tests = process.env.MUTATION_TESTS ?? "";

/** Tests of another package that show what a package does; of server and client, the quick part of the contract. */
const contract: Readonly<Record<string, readonly string[]>> = {
  "packages/server": ["behaviour/*", "flows/matrix", "matrix"],
  "packages/client": ["client/*"],
};

/** Exports of a package that have a source, as aliases. */
function aliasesOf(file: string) {
  const { name, exports = {} } = JSON.parse(readFileSync(file, "utf8"));
  return Object.entries<{ "@grantbook/source"?: string }>(exports).flatMap(([path, { "@grantbook/source": source }]) =>
    source === undefined
      ? []
      : [{ find: new RegExp(`^${join(name, path)}$`), replacement: join(dirname(file), source) }],
  );
}

const packages = ["packages", "apps"]
  .flatMap((folder) => readdirSync(join(copy, folder)).map((name) => join(copy, folder, name, "package.json")))
  .filter((file) => existsSync(file));

/** Puts the pool in the place of the one that Stryker asks for. */
const warmPool: Plugin = {
  name: "warm-pool",
  configureVitest({ project }) {
    Object.assign(project.config, { pool: warmThreads.name, poolRunner: warmThreads });
  },
};

export default defineConfig({
  ...project,
  plugins: [warmPool],
  resolve: { ...project.resolve, alias: [project.resolve.alias, packages.flatMap(aliasesOf)].flat() as Alias[] },
  test: {
    ...project.test,
    globalSetup: root.test?.globalSetup,
    include: [
      `${tests}/**/*.test.{ts,js}`,
      ...(contract[tests] ?? []).map((name) => `packages/contract-tests/src/${name}.test.ts`),
    ],
    // A browser, the whole site of the docs, or a review of the whole description takes too long for thousands of runs.
    exclude: [
      "**/node_modules/**",
      "apps/docs/src/browser/**",
      "apps/docs/src/whole-site/**",
      "scripts/review/whole-review/**",
    ],
    maxWorkers: 1,
    // Stryker knows the tests of a fault: to follow all imports from every test would take longer than to run them.
    forceRerunTriggers: ["**/*"],
    sequence: { sequencer: NearestFirst },
    // Shorter than in the suite, whose limits are for a busy machine: some faults make a test wait for ever.
    testTimeout: 15_000,
    expect: { poll: { timeout: 5_000 } },
    setupFiles: [...project.test.setupFiles, fileURLToPath(new URL("src/warm-setup.js", import.meta.url))],
  },
});
