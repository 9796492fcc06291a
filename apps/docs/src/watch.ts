import { watch as watchFolder } from "node:fs";

/** Calls a function on every change below a folder, until it is closed. */
export type WatchFolder = (
  folder: string,
  options: { readonly recursive: true },
  onChange: () => void,
) => { close(): void };

/** Milliseconds of quiet that end a change: an editor may write a file in several steps. */
export const quietMs = 100;

/**
 * Calls `rebuild` with the folders in which something changed, one call at a time; what changes meanwhile is in the next
 * call. Gives a function that ends it. `watch` is Node's own; a test may bring another.
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
