import { type Stats, statSync } from "node:fs";
import { StoreUnavailableError } from "../../domain/store.js";

/**
 * Identity of the database file that is open, and of its write-ahead log, by device and inode. SQLite goes on to write
 * into files that were removed or replaced, and everything stored there is lost. One check costs about 5 µs (two calls
 * of stat); a synced commit takes a hundred times as long.
 */
export class FileIdentity {
  readonly #file: string;
  readonly #seen = new Map<string, Stats>();

  /** Remembers the file, which must be there. */
  constructor(file: string) {
    this.#file = file;
    this.requireUnchanged();
  }

  /** Throws a `StoreUnavailableError` when a file was removed or replaced since it was first seen. */
  requireUnchanged(): void {
    this.#requireUnchanged(this.#file);
    this.#requireUnchanged(`${this.#file}-wal`);
  }

  #requireUnchanged(path: string): void {
    const seen = this.#seen.get(path);
    const current = statSync(path, { throwIfNoEntry: false });
    if (!seen) {
      if (current) this.#seen.set(path, current);
    } else if (current?.ino !== seen.ino || current.dev !== seen.dev) {
      throw new StoreUnavailableError(
        new Error(
          `the database file ${path} was ${current ? "replaced" : "removed"} while it was in use; ` +
            "put it back, or stop the server, restore a backup and start again",
        ),
      );
    }
  }
}
