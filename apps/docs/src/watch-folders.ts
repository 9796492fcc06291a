import { watch as watchFolder } from "node:fs";

/** Calls a function on every change below a folder, until it is closed. */
export type WatchFolder = (
  folder: string,
  options: { readonly recursive: true },
  onChange: () => void,
) => { close(): void };

/** Milliseconds without events that end a change: an editor may write a file in several steps. */
export const quietMs = 100;

/**
 * Watches folders, and calls `rebuild` with those that changed, one call at a time. A change during a call leads to the
 * next one. Returns a function that stops watching. `watch` is Node's own; a test may bring another.
 */
export function watchFolders(
  folders: readonly string[],
  rebuild: (changed: ReadonlySet<string>) => Promise<void>,
  watch: WatchFolder = watchFolder,
): () => void {
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running = false;

  async function run(): Promise<void> {
    if (running || changed.size === 0) return;
    running = true;
    const now = changed;
    changed = new Set();
    await rebuild(now);
    running = false;
    await run();
  }

  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, () => {
      changed.add(folder);
      clearTimeout(timer);
      timer = setTimeout(run, quietMs);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
