import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import { rootOf } from "./base.js";

/** Milliseconds without events that end a change: an editor may write a file in several steps. */
const quietMs = 100;

/**
 * Runs a review again after each change of the description or of a changeset, one at a time.
 * @param {string} folder in the work tree @param {() => Promise<void>} review
 * @returns {() => void} stops watching
 */
export function watchReview(folder, review) {
  const root = rootOf(folder);
  let isChanged = false;
  let isRunning = false;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  async function run() {
    if (isRunning || !isChanged) return;
    isChanged = false;
    isRunning = true;
    await review().catch((error) => console.error(error.message));
    isRunning = false;
    await run();
  }

  const folders = ["openapi", ".changeset"].map((name) => join(root, name)).filter((path) => existsSync(path));
  const watchers = folders.map((path) =>
    watch(path, { recursive: true }, () => {
      isChanged = true;
      clearTimeout(timer);
      timer = setTimeout(run, quietMs);
    }),
  );
  console.log("Watching openapi/ and .changeset/ …");
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
