// When a review runs again. That the command does so is a test of the whole review.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { folderWith } from "./files-fixture.js";
import { watchReview } from "./watch.js";

/** @type {string} */
let folder;
/** @type {(() => void)[]} */
const stops = [];
beforeEach(() => {
  folder = folderWith({ "openapi/paths/a.yaml": "", ".changeset/a.md": "", "other/a.yaml": "" });
  spawnSync("git", ["init", "--quiet"], { cwd: folder });
  vi.spyOn(console, "log").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.restoreAllMocks();
});

/** @param {string} file */
const change = (file) => writeFileSync(join(folder, file), String(Math.random()));

/** Reviews that ran, each of which ends when its function is called. */
function watching() {
  /** @type {{ resolve: () => void, reject: (error: Error) => void }[]} */
  const reviews = [];
  const review = () =>
    /** @type {Promise<void>} */ (new Promise((resolve, reject) => void reviews.push({ resolve, reject })));
  stops.push(watchReview(folder, review));
  /** @param {number} count */
  const ran = (count) => vi.waitFor(() => expect(reviews).toHaveLength(count), { timeout: 60_000, interval: 5 });
  return { reviews, ran };
}

test.each(["openapi/paths/a.yaml", ".changeset/a.md"])("after a change of %s", async (file) => {
  const { ran } = watching();
  expect(console.log).toHaveBeenCalledWith("Watching openapi/ and .changeset/ …");
  change(file);
  await ran(1);
});

test("not without a change, and not after one elsewhere", async () => {
  const { reviews, ran } = watching();
  change("other/a.yaml");
  expect(reviews).toHaveLength(0);
  change("openapi/paths/a.yaml");
  await ran(1);
  reviews[0]?.resolve();
});

test("one at a time: what changes meanwhile is reviewed after it, once", async () => {
  const { reviews, ran } = watching();
  change("openapi/paths/a.yaml");
  await ran(1);
  const other = watching();
  change("openapi/paths/a.yaml");
  change(".changeset/a.md");
  // It waited for the end of the same changes.
  await other.ran(1);
  expect(reviews).toHaveLength(1);
  reviews[0]?.resolve();
  await ran(2);
  reviews[1]?.resolve();
  change("openapi/paths/a.yaml");
  await ran(3);
});

test("also after one that failed, which is printed", async () => {
  const { reviews, ran } = watching();
  change("openapi/paths/a.yaml");
  await ran(1);
  reviews[0]?.reject(new Error("No disk."));
  await vi.waitFor(() => expect(console.error).toHaveBeenCalledWith("No disk."));
  change("openapi/paths/a.yaml");
  await ran(2);
});

test("not after the watch was stopped", async () => {
  const { reviews } = watching();
  stops.pop()?.();
  const other = watching();
  change("openapi/paths/a.yaml");
  await other.ran(1);
  expect(reviews).toHaveLength(0);
});

test("a folder that is not there is not watched; outside of a repository nothing is", async () => {
  folder = folderWith({ "openapi/a.yaml": "" });
  expect(() => watching()).toThrow("is not in a git repository");
  spawnSync("git", ["init", "--quiet"], { cwd: folder });
  mkdirSync(join(folder, "below"));
  const { ran } = watching();
  change("openapi/a.yaml");
  await ran(1);
});
