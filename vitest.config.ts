import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { SlowestFirst } from "./packages/test-kit/src/slowest-first.js";

// Helpers that tests share and no package ships; TypeScript finds them through tsconfig.base.json.
const testKit = fileURLToPath(new URL("packages/test-kit/src", import.meta.url));

// Tests run on the sources of the packages: nothing has to be compiled first, nothing can be stale.
export default defineConfig({
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
    // One more than there are processors: a test that waits for a timer, a socket or a disk leaves one idle.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: SlowestFirst },
    setupFiles: ["packages/test-kit/src/quick-passwords.ts"],
    globalSetup: ["packages/test-kit/src/run-folder.ts", "packages/test-kit/src/postgres/global-setup.ts"],
  },
});
