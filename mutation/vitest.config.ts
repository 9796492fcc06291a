// Tests that a mutation run is judged by: those of the package with the faults. Stryker runs them in a copy of the
// repository, whose dependencies are links to those of the original. So the names of our own packages lead to the copy.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Alias } from "vite";
import { defineConfig } from "vitest/config";
import root from "../vitest.config.ts";

const copy = fileURLToPath(new URL("..", import.meta.url));
const tests = process.env.MUTATION_TESTS ?? "";

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

export default defineConfig({
  ...root,
  resolve: { ...root.resolve, alias: [root.resolve?.alias ?? [], packages.flatMap(aliasesOf)].flat() as Alias[] },
  test: { ...root.test, include: [`${tests}/**/*.test.{ts,js}`], maxWorkers: 1 },
});
