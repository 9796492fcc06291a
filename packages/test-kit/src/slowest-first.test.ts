import { expect, test } from "vitest";
import { rankOf } from "./slowest-first.js";

test("the attacks begin first, and quick tests last, in the order that vitest gives them", () => {
  const files = [
    "/r/packages/server/src/a.test.ts",
    "/r/scripts/review/page.test.js",
    "/r/apps/docs/src/browser/search.test.ts",
    "/r/packages/client/src/b.test.ts",
    "/r/packages/contract-tests/src/c.test.ts",
    "/r/scripts/packages/runtimes.test.js",
    "/r/scripts/packages/packages.test.js",
    "/r/scripts/attack/attack.test.js",
    "/r/scripts/review/generated/generated.test.js",
  ];
  expect(files.toSorted((a, b) => rankOf(a) - rankOf(b))).toEqual([
    "/r/scripts/attack/attack.test.js",
    "/r/scripts/packages/packages.test.js",
    "/r/scripts/review/page.test.js",
    "/r/scripts/review/generated/generated.test.js",
    "/r/scripts/packages/runtimes.test.js",
    "/r/apps/docs/src/browser/search.test.ts",
    "/r/packages/contract-tests/src/c.test.ts",
    "/r/packages/server/src/a.test.ts",
    "/r/packages/client/src/b.test.ts",
  ]);
});
