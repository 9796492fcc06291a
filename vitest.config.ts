import { defineConfig } from "vitest/config";

// Tests run on the sources of the packages: nothing has to be compiled first, nothing can be stale.
export default defineConfig({
  ssr: { resolve: { conditions: ["@grantbook/source"] } },
  resolve: { conditions: ["@grantbook/source"] },
  test: {
    include: ["packages/*/src/**/*.test.ts", "apps/*/src/**/*.test.ts", "scripts/**/*.test.js"],
    globalSetup: "packages/server/src/testing/postgres/global-setup.ts",
  },
});
