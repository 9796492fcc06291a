import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import type { Store } from "../../domain/store.js";
import { type Migration, migrate } from "../migrations.js";
import { OpenDatabaseError } from "../open-database-error.js";
import { openStore } from "../sql-store.js";
import { openSqliteDriver, type SqliteDriver } from "./driver.js";

export type { Migration } from "../migrations.js";
export { OpenDatabaseError } from "../open-database-error.js";

/** A store that can be copied while it is in use. */
export interface SqliteStore extends Store {
  /**
   * Copies everything into a file, which is made for its owner alone and must not be there: a database as it is at one
   * moment. The process does nothing else meanwhile, for about 5 ms a megabyte.
   */
  backup(file: string): Promise<void>;
  /** Reads everything, and says in a line each what is damaged. Nothing else is done meanwhile. */
  damages(): Promise<readonly string[]>;
}

/**
 * Opens a store in a SQLite file, which is made when it is not there, or in memory (`:memory:`). Every acknowledged
 * write is on disk. The file belongs to this process alone until the store is closed.
 * Throws an {@link OpenDatabaseError}.
 */
export async function openSqliteStore(file: string): Promise<SqliteStore> {
  return withDriver(file, async (driver) => ({
    ...(await openStore(driver)),
    backup: (target) => driver.backup(target),
    damages: () => driver.damages(),
  }));
}

/** Brings the tables of a file up to date, as {@link openSqliteStore} does, and says from where to where. */
export async function migrateSqlite(file: string): Promise<Migration> {
  return withDriver(file, async (driver) => {
    const migration = await migrate(driver);
    await driver.close();
    return migration;
  });
}

async function withDriver<T>(file: string, work: (driver: SqliteDriver) => Promise<T>): Promise<T> {
  let driver: SqliteDriver | undefined;
  try {
    if (file !== ":memory:") makeFile(file);
    driver = await openSqliteDriver(file);
    return await work(driver);
  } catch (error) {
    await driver?.close();
    throw new OpenDatabaseError(`cannot open the SQLite database ${file}: ${reasonOf(error)}`, { cause: error });
  }
}

/**
 * Makes the file for its owner alone; SQLite gives the files beside it the same mode. One that is there is not even
 * opened: closing it would let go of all locks that this process has on it.
 */
function makeFile(file: string): void {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, "wx", 0o600));
}

function reasonOf(error: unknown): string {
  const message = String((error instanceof Error && (error.cause ?? error)) || error).replace(/^\w*Error: /, "");
  if (/locked|busy/i.test(message)) {
    return "another process uses it. One process owns a SQLite file; for several processes use PostgreSQL";
  }
  return message;
}
