import pg from "pg";
import { type Store, StoreUnavailableError } from "../../domain/store.js";
import type { DatabaseLocks } from "../database-locks.js";
import { type MigrateOptions, type Migration, migrate, type TableMode } from "../migrate.js";
import { OpenDatabaseError } from "../open-database-error.js";
import { openStore } from "../sql-store.js";
import { parseAddress } from "./address.js";
import { PostgresDriver } from "./driver.js";
import { refusalOf } from "./errors.js";
import { passwordInFile } from "./pgpass.js";
import { chooseLocks, replaceLocks, storeLocks } from "./stored-locks.js";

export type { DatabaseLocks } from "../database-locks.js";
export { type Migration, MissingTablesError, type TableMode } from "../migrate.js";
export { OpenDatabaseError } from "../open-database-error.js";

/** How a store uses PostgreSQL. */
export interface PostgresOptions {
  /** Connections of this process at the same time; 10 by default. More work than that waits in line. */
  readonly maxConnections?: number;
  /**
   * Milliseconds that a connection, or the answer to a statement, is waited for; 5000 by default. What was asked for
   * after that is answered with a `StoreUnavailableError`.
   */
  readonly timeoutMs?: number;
  /** What opening may do to the tables; `create` by default. */
  readonly tables?: TableMode;
  /**
   * How transactions that exclude each other are kept apart. By default as the first process of the database does it;
   * other locks are refused. For the first one the default is `advisory`, and `serializable` where the database says
   * that it is CockroachDB or YugabyteDB.
   */
  readonly locks?: DatabaseLocks | undefined;
}

/** A store over a pool of connections. */
export interface PostgresStore extends Store {
  /** The connections there are, those of them without work, and the requests that wait for one. */
  readonly connections: { readonly open: number; readonly idle: number; readonly waiting: number };
}

/**
 * Opens a store in a PostgreSQL database, version 15 and newer, and brings its tables up to date. Any number of
 * processes may use one database, with the same key. The tables are in the first schema of the `search_path`.
 *
 * The address is `postgres://user:password@host:port/database`, with libpq's parameters behind a `?`. Missing parts
 * come from PGHOST, PGUSER and so on; a password from PGPASSWORD, or else the file that PGPASSFILE names.
 * Throws an {@link OpenDatabaseError}.
 */
export async function openPostgresStore(url: string, options: PostgresOptions = {}): Promise<PostgresStore> {
  return withDriver(url, options, async (driver) => {
    const store = await openStore(driver, options.tables);
    if (options.tables !== "require") await storeLocks(driver, driver.locks);
    return {
      ...store,
      get connections() {
        return driver.connections;
      },
    };
  });
}

/**
 * Brings the tables of a database up to date, as {@link openPostgresStore} does, and says from where to where. With
 * `locks`, changes those of all processes that start later; none may run meanwhile.
 */
export async function migratePostgres(url: string, options: PostgresOptions & MigrateOptions = {}): Promise<Migration> {
  const { locks, onProgress } = options;
  return withDriver(url, { ...options, changesLocks: locks !== undefined }, async (driver) => {
    const migration = await migrate(driver, "create", undefined, onProgress);
    if (locks === undefined) await storeLocks(driver, driver.locks);
    else await replaceLocks(driver, locks);
    await driver.close();
    return migration;
  });
}

async function withDriver<T>(
  url: string,
  { maxConnections = 10, timeoutMs = 5000, locks, changesLocks = false }: PostgresOptions & { changesLocks?: boolean },
  work: (driver: PostgresDriver) => Promise<T>,
): Promise<T> {
  let place = "";
  let driver: PostgresDriver | undefined;
  try {
    const connection = parseAddress(url);
    // Not connected: it knows what the address and the environment say together.
    const { host, port, database = "", user = "", password } = new pg.Client(connection);
    place = ` ${host}:${port}/${database}`;
    const found = password ? undefined : passwordInFile({ host, port, database, user });
    const options = {
      connection: found === undefined ? connection : { ...connection, password: found },
      maxConnections,
      timeoutMs,
    };
    driver = new PostgresDriver({ ...options, locks });
    await driver.connect();
    const chosen = changesLocks ? driver.locks : await chooseLocks(driver, locks, driver.locks);
    if (chosen !== driver.locks) {
      await driver.close();
      driver = new PostgresDriver({ ...options, locks: chosen });
      await driver.connect();
    }
    return await work(driver);
  } catch (error) {
    await driver?.close();
    const cause = refusalOf(error) ?? error;
    throw new OpenDatabaseError(`cannot open the PostgreSQL database${place}: ${reasonOf(cause)}`, { cause });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof StoreUnavailableError) return reasonOf(error.cause);
  // A name with several addresses has an error for each of them.
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
