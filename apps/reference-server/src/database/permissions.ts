import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSettings } from "../options/serve-options.js";

/** A file or a folder that others can do more with than they should. */
export interface PermissionWarning {
  readonly message: string;
  readonly path: string;
  /** As `chmod` writes it. */
  readonly mode: string;
  readonly advice: string;
}

/**
 * Finds what others can read or write of the data: a key or a database file that is not for its owner alone, and a
 * folder of them that everyone can write to, where files can be replaced. Windows has no such modes.
 */
export function permissionWarnings({ database, "key-file": key }: DatabaseSettings): readonly PermissionWarning[] {
  if (process.platform === "win32" || database.isInMemory) return [];
  const files = [key, ...(database.file !== undefined ? [database.file] : [])];
  const warnings = [
    check(key, 0o077, "others than the owner can use the key file", "600"),
    ...(database.file !== undefined
      ? [check(database.file, 0o077, "others than the owner can use the database file", "600")]
      : []),
    ...[...new Set(files.map(dirname))].map((folder) =>
      check(folder, 0o002, "everyone can replace files in the data folder", "700"),
    ),
  ];
  return warnings.filter((warning) => warning !== undefined);
}

function check(path: string, forbidden: number, message: string, wanted: string): PermissionWarning | undefined {
  const mode = (statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o777;
  if ((mode & forbidden) === 0) return undefined;
  return { message, path, mode: mode.toString(8).padStart(4, "0"), advice: `chmod ${wanted} ${path}` };
}
