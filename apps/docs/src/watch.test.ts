import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchFolders } from "./watch.js";

let folder: string;
let guides: string;
let assets: string;
let stop: () => void = () => undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "grantbook-docs-"));
  guides = join(folder, "guides");
  assets = join(folder, "assets");
  for (const name of [guides, assets]) mkdirSync(name);
});

afterEach(() => {
  stop();
  rmSync(folder, { recursive: true });
});

test("what changes in quick succession is built once, with the folders it is in", async () => {
  const rebuild = vi.fn(async () => undefined);
  stop = watchFolders([guides, assets], rebuild);
  writeFileSync(join(guides, "one.md"), "1");
  writeFileSync(join(guides, "two.md"), "2");
  writeFileSync(join(assets, "page.js"), "3");
  await expect.poll(() => rebuild.mock.calls).toEqual([[new Set([guides, assets])]]);
});

test("what changes while the site is built is built afterwards", async () => {
  let finish = () => {};
  const rebuild = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  stop = watchFolders([guides, assets], rebuild);
  writeFileSync(join(guides, "one.md"), "1");
  await expect.poll(() => rebuild.mock.calls).toEqual([[new Set([guides])]]);
  writeFileSync(join(assets, "page.js"), "2");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(rebuild).toHaveBeenCalledTimes(1);
  finish();
  await expect.poll(() => rebuild.mock.calls).toEqual([[new Set([guides])], [new Set([assets])]]);
});
