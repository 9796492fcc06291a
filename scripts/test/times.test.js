import { expect, test } from "vitest";
import { timeTable } from "./times.js";

test("the table says where the time went, the slowest first", () => {
  const parts = [
    { name: "checks", seconds: 12.34 },
    { name: "tests", seconds: 301 },
  ];
  const checks = [
    { name: "code lint", seconds: 2.04 },
    { name: "build", seconds: 31 },
  ];
  const results = [
    { name: "/r/packages/server/src/a.test.ts", startTime: 1000, endTime: 3500 },
    { name: "/r/packages/server/src/http/b.test.ts", startTime: 1000, endTime: 2000 },
    { name: "/r/scripts/quick.test.js", startTime: 0, endTime: 10 },
    { name: "/r/apps/docs/src/c.test.ts", startTime: 0, endTime: 9000 },
  ];
  expect(timeTable("/r", { parts, checks, results })).toBe(
    [
      "seconds  parts, one after the other",
      "  301.0  tests",
      "   12.3  checks",
      "seconds  checks, two at a time",
      "   31.0  build",
      "    2.0  code lint",
      "seconds  packages, the sum of files that run at the same time",
      "    9.0  apps/docs",
      "    3.5  packages/server",
      "seconds  slowest files",
      "    9.0  apps/docs/src/c.test.ts",
      "    2.5  packages/server/src/a.test.ts",
      "    1.0  packages/server/src/http/b.test.ts",
      "    0.0  scripts/quick.test.js",
    ].join("\n"),
  );
});
