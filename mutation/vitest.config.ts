// The tests that a mutation run is judged by: those of the package with the faults.
import { defineConfig } from "vitest/config";
import root from "../vitest.config.ts";

const tests = process.env.MUTATION_TESTS ?? "";

export default defineConfig({
  ...root,
  test: { ...root.test, include: [`${tests}/**/*.test.{ts,js}`], maxWorkers: 1 },
});
