import { chmodSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atFileEnd } from "./file-ends.js";

/** Makes a new folder, and removes it after the last test of the file. Its path has no links. */
export function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "grantbook-")));
  atFileEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Makes a new folder in `parent` the temporary folder of this process, and of those that it starts. Other users may
 * pass through it: PgBouncer has its own.
 */
export function useTemporaryFolder(parent: string): string {
  const folder = mkdtempSync(join(parent, "temporary-"));
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  return folder;
}

/** Removes a folder, and returns the names of what was left in it, in order. */
export function removeLeftovers(folder: string): string[] {
  const names = readdirSync(folder).sort();
  rmSync(folder, { recursive: true });
  return names;
}
