import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSettings } from "../options/serve-options.js";

/** Warning about a file or folder to which other users have too much access. */
export interface PermissionWarning {
  readonly message: string;
  readonly path: string;
  /** Octal, as for `chmod`. */
  readonly mode: string;
  readonly advice: string;
}

/**
 * Finds data that other users can read or write: a key or database file that is not for its owner only, and a folder of
 * these that its group or everyone can write to, where files can be replaced. Finds nothing on Windows, which has no
 * such modes.
 */
export function permissionWarnings({ database, "key-file": key }: DatabaseSettings): readonly PermissionWarning[] {
  if (process.platform === "win32" || database.isInMemory) return [];
  const files = [key, ...(database.file !== undefined ? [database.file] : [])];
  const warnings = [
    check(key, 0o077, "other users can access the key file", "600"),
    ...(database.file !== undefined
      ? [check(database.file, 0o077, "other users can access the database file", "600")]
      : []),
    ...[...new Set(files.map(dirname))].map((folder) =>
      check(folder, 0o022, "other users can replace files in the data folder", "go-w"),
    ),
  ];
  return warnings.filter((warning) => warning !== undefined);
}

function check(path: string, forbidden: number, message: string, recommended: string): PermissionWarning | undefined {
  const mode = (statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o777;
  if ((mode & forbidden) === 0) return undefined;
  return { message, path, mode: mode.toString(8).padStart(4, "0"), advice: `chmod ${recommended} ${path}` };
}
