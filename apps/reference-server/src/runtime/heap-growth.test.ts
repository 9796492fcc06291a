import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { heapGrowthFlag } from "./heap-growth.js";

test("this version of V8 has the flag: it ignores those that it does not know", () => {
  const [name = ""] = heapGrowthFlag.split("=");
  expect(execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" })).toContain(`  ${name} (`);
});
