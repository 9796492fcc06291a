import { inject } from "vitest";
import type { Store } from "../../server/src/domain/store.js";
import type { DatabaseLocks } from "../../server/src/store/database-locks.js";
import type { Driver } from "../../server/src/store/driver.js";
import { parseAddress } from "../../server/src/store/postgres/address.js";
import { PostgresDriver } from "../../server/src/store/postgres/driver.js";
import { openPostgresStore } from "../../server/src/store/postgres/index.js";
import { openStore } from "../../server/src/store/sql-store.js";
import { openSqliteDriver } from "../../server/src/store/sqlite/driver.js";
import { openSqliteStore } from "../../server/src/store/sqlite/index.js";
import { atFileEnd } from "./file-ends.js";
import { createSchema } from "./postgres/schema.js";
import { type EngineName, wantedEngines } from "./wanted-engines.js";

/** An empty database for one test. */
export interface TestDatabase {
  /** Opens a store in it, for the test to close. Where databases are shared, any number of them have the same one. */
  open(): Promise<Store>;
  /** Gives it up. No store is to be open in it. */
  remove(): Promise<void>;
}

/** A database engine that tests are run with. */
export interface Engine {
  readonly name: string;
  /** Why it cannot be had here: its tests are skipped then. */
  readonly missing: string | undefined;
  /** Several processes can use a database. */
  readonly isShared: boolean;
  /** Transactions that exclude each other wait for each other; without locks they may run again instead. */
  readonly hasLocks: boolean;
  create(): Promise<TestDatabase>;
  /** The driver over a database without tables, for the test to close. */
  openDriver(): Promise<Driver>;
}

/** PostgreSQL of the run, found or started by {@link ./postgres/global-setup.ts}. */
const postgres = inject("postgres");

/**
 * Milliseconds that a statement may take, and that transactions in each other's way are repeated: the five seconds of
 * a server are soon over on a busy machine.
 */
const timeoutMs = 60_000;

/** Databases that tests of this file have released: to make one takes longer than most tests. */
const idleSqlite: TestDatabase[] = [];

const all: Readonly<Record<EngineName, Engine>> = {
  sqlite: {
    name: "SQLite",
    missing: undefined,
    isShared: false,
    hasLocks: true,
    create: async () => idleSqlite.pop() ?? createSqliteDatabase(),
    openDriver: () => openSqliteDriver(":memory:"),
  },
  postgres: postgresEngine("PostgreSQL", "advisory"),
  serializable: postgresEngine("PostgreSQL without advisory locks", "serializable"),
};

function postgresEngine(title: string, locks: DatabaseLocks): Engine {
  const idle: TestDatabase[] = [];
  return {
    name: "missing" in postgres ? `${title}, which is missing (${postgres.missing})` : title,
    missing: "missing" in postgres ? postgres.missing : undefined,
    isShared: true,
    hasLocks: locks === "advisory",
    create: async () => idle.pop() ?? createPostgresDatabase(locks, idle),
    async openDriver() {
      const { url, close } = await createSchema(postgresUrl());
      await close();
      const connection = parseAddress(url);
      const driver = new PostgresDriver({ connection, maxConnections: 2, timeoutMs, locks });
      await driver.connect();
      return driver;
    },
  };
}

/** A database in memory, whose first store stays open for the next test. Any other store has a database of its own. */
async function createSqliteDatabase(): Promise<TestDatabase> {
  const driver = await openSqliteDriver(":memory:");
  const first = await openStore(driver);
  atFileEnd(async () => {
    idleSqlite.length = 0;
    await first.close();
  });
  let isTaken = false;
  const database = {
    async open() {
      if (isTaken) return openSqliteStore(":memory:");
      isTaken = true;
      return { ...first, close: async () => undefined };
    },
    async remove() {
      await first.clear();
      await driver.run({ name: "empty-properties", sql: "DELETE FROM properties" });
      isTaken = false;
      idleSqlite.push(database);
    },
  };
  return database;
}

/**
 * A schema whose first store stays open, with the connections it has, for the next test: a new one takes longer than
 * most tests. `idle` has those that tests of this file have released.
 */
async function createPostgresDatabase(locks: DatabaseLocks, idle: TestDatabase[]): Promise<TestDatabase> {
  const { url, empty, close } = await createSchema(postgresUrl());
  const first = await openPostgresStore(url, { locks, timeoutMs });
  atFileEnd(async () => {
    idle.length = 0;
    await first.close();
    await close();
  });
  let isTaken = false;
  const database = {
    async open() {
      if (isTaken) return openPostgresStore(url, { locks, timeoutMs });
      isTaken = true;
      return { ...first, close: async () => undefined };
    },
    async remove() {
      await empty();
      isTaken = false;
      idle.push(database);
    },
  };
  return database;
}

/** The engines to run every test of the store, and of what stands on it, with. */
export const engines: readonly Engine[] = wantedEngines().map((name) => all[name]);

/** The engines for tests of transactions: where PostgreSQL is wanted, also without its advisory locks. */
export const engineVariants: readonly Engine[] =
  wantedEngines().includes("postgres") && !wantedEngines().includes("serializable")
    ? [...engines, all.serializable]
    : engines;

/** Address of a database of the PostgreSQL that this run has, as the superuser. Throws where there is none. */
export function postgresUrl(): string {
  if ("missing" in postgres) throw new Error(`There is no PostgreSQL: ${postgres.missing}.`);
  return postgres.url;
}
