import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig, type UserWorkspaceConfig } from "vitest/config";
import { SlowestFirst } from "./packages/test-kit/src/slowest-first.js";

// Helpers that tests share and no package ships; TypeScript finds them through tsconfig.base.json.
const testKit = fileURLToPath(new URL("packages/test-kit/src", import.meta.url));

/** Test files that replace modules, or load them again. */
const isolated = "**/*.isolated.test.{ts,js}";

/** Tests run on the sources of the packages: nothing has to be compiled first, nothing can be stale. */
export const project = {
  ssr: { resolve: { conditions: ["@grantbook/source"] } },
  resolve: {
    conditions: ["@grantbook/source"],
    alias: [{ find: /^@grantbook\/test-kit\/(.*)$/, replacement: `${testKit}/$1.ts` }],
  },
  test: {
    include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.ts", "scripts/**/*.test.js"],
    // A busy machine is no failure: what is waited for may take long, and ends as soon as it is there. No test has a
    // limit of its own but the proofs that a variable makes long.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    setupFiles: ["packages/test-kit/src/setup.ts"],
  },
} satisfies UserWorkspaceConfig;

export default defineConfig({
  test: {
    // One more than there are processors: a test that waits for a timer, a socket or a disk leaves one idle.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: SlowestFirst },
    globalSetup: ["packages/test-kit/src/run-folder.ts", "packages/test-kit/src/postgres/global-setup.ts"],
    projects: [
      // A process loads the modules once, for all files that it runs: to load them takes longer than most tests.
      {
        ...project,
        test: { ...project.test, name: "shared", isolate: false, exclude: [...configDefaults.exclude, isolated] },
      },
      { ...project, test: { ...project.test, name: "isolated", include: [isolated] } },
    ],
  },
});
