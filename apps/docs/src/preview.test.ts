import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { rebuildSteps } from "./preview.js";

const path = (folder: string) => fileURLToPath(new URL(`../../../${folder}`, import.meta.url));
const generate = ["scripts/generate-contract.js"];
const compile = ["scripts/turbo.js", "run", "build", "--filter=@grantbook/docs", "--output-logs=errors-only"];
const write = ["apps/docs/dist/main.js", "--out", "site"];

test.each([
  [["openapi"], [generate, compile, write]],
  [["apps/docs/src"], [compile, write]],
  [["apps/docs/guides"], [write]],
  [
    ["apps/docs/assets", "apps/docs/src"],
    [compile, write],
  ],
])("a change below %j needs these programs, in this order", (folders, steps) => {
  expect(rebuildSteps(["--out", "site"], new Set(folders.map(path)))).toEqual(steps);
});
