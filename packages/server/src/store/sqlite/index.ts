import { closeSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Store } from "../../domain/store.js";
import { type MigrateOptions, type Migration, MissingTablesError, migrate, type TableMode } from "../migrate.js";
import { OpenDatabaseError } from "../open-database-error.js";
import { openStore } from "../sql-store.js";
import { openSqliteDriver, type SqliteDriver } from "./driver.js";

export { type Migration, MissingTablesError, type TableMode } from "../migrate.js";
export { OpenDatabaseError } from "../open-database-error.js";

/** A store that can be copied while it is in use. */
export interface SqliteStore extends Store {
  /**
   * Copies everything into a file, which is made for its owner alone and must not be there: a database as it is at one
   * moment. The process does nothing else meanwhile, for about 5 ms a megabyte.
   */
  backup(file: string): Promise<void>;
  /** Reads everything, and says in a line each what is damaged. Nothing else is done meanwhile. */
  checkIntegrity(): Promise<readonly string[]>;
}

/** How a store uses SQLite. */
export interface SqliteOptions {
  /** What opening may do to the tables; `create` by default, which makes the file as well. */
  readonly tables?: TableMode;
}

/**
 * Opens a store in a SQLite file or in memory (`:memory:`). Every acknowledged write is on disk. The file belongs to
 * this process alone until the store is closed. Throws an {@link OpenDatabaseError}, whose cause is a
 * {@link MissingTablesError} when the file is missing or empty and must not be filled.
 */
export async function openSqliteStore(file: string, { tables = "create" }: SqliteOptions = {}): Promise<SqliteStore> {
  return withDriver(file, tables, async (driver) => ({
    ...(await openStore(driver, tables)),
    backup: (target) => driver.backup(target),
    checkIntegrity: () => driver.checkIntegrity(),
  }));
}

/** Brings the tables of a file up to date, as {@link openSqliteStore} does, and says from where to where. */
export async function migrateSqlite(file: string, { onProgress }: MigrateOptions = {}): Promise<Migration> {
  return withDriver(file, "create", async (driver) => {
    const migration = await migrate(driver, "create", undefined, onProgress);
    await driver.close();
    return migration;
  });
}

async function withDriver<T>(file: string, tables: TableMode, work: (driver: SqliteDriver) => Promise<T>): Promise<T> {
  let driver: SqliteDriver | undefined;
  try {
    if (file !== ":memory:") prepareFile(file, tables);
    driver = await openSqliteDriver(file);
    return await work(driver);
  } catch (error) {
    await driver?.close();
    throw new OpenDatabaseError(`cannot open the SQLite database ${file}: ${reasonOf(error)}`, { cause: error });
  }
}

/**
 * Makes a missing file, for its owner alone; SQLite gives its other files the same mode. An existing file is not
 * opened: closing it would release all locks of this process on it. Where nothing may be made, SQLite must not see an
 * empty file either: it would write to it.
 */
function prepareFile(file: string, tables: TableMode): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (tables !== "create" && (!found || (found.isFile() && found.size === 0))) throw new MissingTablesError(0);
  if (found) return;
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
