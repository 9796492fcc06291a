import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runCommand } from "./command.js";
import { readManifest } from "./manifest.js";

let folder: string;

beforeEach(() => {
  folder = newFolder();
});

afterEach(() => {
  vi.restoreAllMocks();
});

test("the site is written to a folder, with the changes of a review", async () => {
  const log = vi.spyOn(console, "log").mockReturnValue();
  const changes = join(folder, "report.json");
  const change = { rating: "major", rule: "text", where: "info", operations: [], what: "It changes." };
  writeFileSync(changes, JSON.stringify({ base: "1", changes: [change] }));
  const site = join(folder, "site");
  await runCommand(["--out", site, "--changes", changes]);
  expect(log.mock.calls).toEqual([[`docs written to ${site}`]]);
  expect(readManifest(site)).toContain("guides/getting-started.html");
  expect(readFileSync(join(site, "changes.html"), "utf8")).toContain("It changes.");
});

test("help names every flag", async () => {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await runCommand(["--help"]);
  const [[text] = []] = write.mock.calls;
  expect(text).toMatch(/^Usage: npm run docs -- \[FLAG\]\.\.\.\n/);
  for (const flag of ["--out DIR", "--changes FILE", "--watch", "--port NUMBER"])
    expect(text).toContain(`\n  ${flag} `);
});

test.each([
  [["--port", "65536"], "--port: 65536 is not a port"],
  [["--port", "x1"], "--port: x1 is not a port"],
  [["--port", "1x"], "--port: 1x is not a port"],
  [["--port", "000001"], "--port: 000001 is not a port"],
  [["--port", ""], "--port:  is not a port"],
  [["--none"], "Unknown option '--none'"],
  [["more"], "Unexpected argument 'more'"],
  [["--changes", "/none/report.json"], "/none/report.json"],
])("%j is refused before anything is written", async (args, problem) => {
  await expect(runCommand(["--out", folder, ...args])).rejects.toThrow(problem);
  expect(readManifest(folder)).toBeUndefined();
});

test("the last port is one", async () => {
  await expect(runCommand(["--port", "65535", "--changes", "/none"])).rejects.toThrow("/none");
});
