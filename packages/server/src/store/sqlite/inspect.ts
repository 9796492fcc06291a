import { copyFileSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { type Finding, type Inspection, inspectTables, withoutTables } from "../inspection.js";
import { dialect } from "./driver.js";
import { checkPages } from "./integrity.js";
import { loadSqlite } from "./library.js";

/**
 * Inspects a file that no server has open, and changes nothing: reads it as immutable. After a kill, reads a copy, in
 * which SQLite completes what is in the log next to the file.
 */
export async function inspectSqlite(file: string): Promise<Inspection> {
  if (sizeOf(file) === 0) return withoutTables(`there is no database ${file} yet`);
  if (sizeOf(`${file}-wal`) === 0) return inspect(`${pathToFileURL(file).href}?immutable=1`);
  const folder = mkdtempSync(join(tmpdir(), "grantbook-doctor-"));
  try {
    const copy = join(folder, basename(file));
    for (const end of ["", "-wal"]) copyFileSync(file + end, copy + end);
    return await inspect(pathToFileURL(copy).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inspect(address: string): Promise<Inspection> {
  const { DatabaseSync } = await loadSqlite();
  const isImmutable = address.endsWith("?immutable=1");
  const database = new DatabaseSync(new URL(address), { readOnly: isImmutable });
  try {
    const damage = damageIn(database);
    const integrity: Finding =
      damage.length === 0
        ? { subject: "integrity", level: "ok", message: "the whole file was read, without damage" }
        : {
            subject: "integrity",
            level: "problem",
            message: `the file is damaged: ${damage[0]}`,
            advice: "restore a backup, and look at the disk",
          };
    if (damage.length > 0) return { findings: [integrity], keyCheckValue: undefined };
    const tables = await inspectTables(
      async (sql) => database.prepare(sql).all() as Record<string, unknown>[],
      dialect.listTables,
    );
    return { ...tables, findings: [integrity, ...tables.findings] };
  } finally {
    database.close();
  }
}

function damageIn(database: DatabaseSyncInstance): readonly string[] {
  try {
    return checkPages(database);
  } catch (error) {
    return [(error as Error).message];
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
