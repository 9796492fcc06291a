import type { DatabaseSyncInstance } from "@photostructure/sqlite";

/** Returns what the check of the whole file finds, in a line each; nothing where all is well. */
export function checkPages(database: DatabaseSyncInstance): string[] {
  const rows = database.prepare("PRAGMA integrity_check").all() as { readonly integrity_check: string }[];
  // A row may have several lines, after one that names the database.
  const lines = rows.flatMap(({ integrity_check: text }) => text.split("\n"));
  return lines.filter((line) => line !== "ok" && !line.startsWith("*** "));
}
