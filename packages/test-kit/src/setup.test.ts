import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newFolder } from "./temporary-folder.js";

test("a shell reads no file of the user, whatever started the tests", () => {
  const home = newFolder();
  writeFileSync(join(home, ".bashrc"), "echo noise\n");
  const env = { ...process.env, HOME: home };
  expect(execFileSync("bash", ["-c", "echo done"], { env, encoding: "utf8" })).toBe("done\n");
  expect(process.env).not.toHaveProperty("BASH_ENV");
});
