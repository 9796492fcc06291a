import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

test("the first look of the README is the file that runs here, and prints a token", async () => {
  expect(read("../../../README.md")).toContain(`\`\`\`ts\n${read("first-look.ts")}\`\`\`\n`);
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  await import("./first-look.js");
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^ghp_[0-9A-Za-z]{36}$/));
});
