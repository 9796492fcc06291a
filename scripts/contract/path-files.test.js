import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { expect, test } from "vitest";
import { requireNamedPaths } from "./path-files.js";

test("a file of a path that openapi.yaml does not name is refused", () => {
  const folder = newFolder();
  cpSync(fileURLToPath(new URL("../../openapi", import.meta.url)), folder, { recursive: true });
  requireNamedPaths(folder);
  writeFileSync(join(folder, "paths/emojis.yaml"), "get: {}\n");
  expect(() => requireNamedPaths(folder)).toThrow("openapi.yaml does not name paths/emojis.yaml under paths");
});
