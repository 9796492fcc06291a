import { closeSync, openSync } from "node:fs";
import type { DatabaseSyncInstance as Database, StatementSyncInstance } from "@photostructure/sqlite";
import { Mutex } from "../../concurrency/mutex.js";
import { StoreUnavailableError } from "../../domain/store.js";
import type { Dialect, Driver, QueryFn, Statement, Value } from "../driver.js";
import { FileIdentity } from "./file-identity.js";
import { checkPages } from "./integrity.js";
import { loadSqlite } from "./library.js";

/** Words of the engine. */
export const dialect: Dialect = {
  id: "INTEGER PRIMARY KEY AUTOINCREMENT",
  integer: "INTEGER",
  text: "TEXT",
  tableOptions: "STRICT",
  listTables: "SELECT name FROM sqlite_schema WHERE type = 'table'",
  // After each row. These are the columns that triggers need.
  trigger(name, event, table, statements) {
    const row = event === "INSERT" ? "NEW" : "OLD";
    const rows = `(SELECT ${row}.user_id AS user_id, ${row}.application_id AS application_id)`;
    return [`CREATE TRIGGER ${name} AFTER ${event} ON ${table} BEGIN ${statements(rows).join("; ")}; END`];
  },
  truncate: (tables) => [...tables.map((table) => `DELETE FROM ${table}`), "DELETE FROM sqlite_sequence"],
};

/** Opens a file, or `:memory:`, for this process only. */
export async function openSqliteDriver(file: string): Promise<SqliteDriver> {
  const { DatabaseSync } = await loadSqlite();
  const database = new DatabaseSync(file, { timeout: 1000 });
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    // In KiB. The inner pages of a million authorizations take 3 MB of it; the usual 2 MB are read anew all the time.
    database.exec("PRAGMA cache_size = -16384");
    return new SqliteDriver(database, file === ":memory:" ? undefined : new FileIdentity(file));
  } catch (error) {
    database.close();
    throw error;
  }
}

interface Prepared {
  readonly statement: StatementSyncInstance;
  /** For each `?` in turn, which parameter it stands for. */
  readonly order: readonly number[];
  readonly parameters: number;
  readonly rowOf: (values: readonly unknown[]) => unknown;
}

/** Maximum lookups whose rows are cached: callers that try one name after another must not fill the memory. */
const maxCachedRows = 1000;

/** Maximum transactions that wait for the next commit; more are refused as unavailable. */
const maxPendingTransactions = 1000;

/** Transaction that waits for the next commit. */
interface PendingTransaction {
  readonly work: (run: QueryFn) => Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Driver for SQLite, on the one connection that a file has. */
export class SqliteDriver implements Driver {
  readonly dialect = dialect;
  readonly #database: Database;
  readonly #identity: FileIdentity | undefined;
  readonly #prepared = new Map<string, Prepared>();
  /** Rows of statements that are cached, until anything changes: no other process can change them. */
  readonly #rowCache = new Map<string, readonly unknown[]>();
  /** Transactions for the next commit. */
  #pending: PendingTransaction[] = [];
  /** Commits under way or to come, and the statements behind them. */
  readonly #mutex = new Mutex();
  #tick: Promise<void> | undefined;
  #isClosed = false;

  constructor(database: Database, identity: FileIdentity | undefined) {
    this.#database = database;
    this.#identity = identity;
  }

  readonly run: QueryFn = async (statement, ...parameters) => {
    const key = statement.isCacheable && this.#mutex.pending === 0 ? `${statement.name}\0${parameters.join("\0")}` : "";
    const cached = key && this.#rowCache.get(key);
    if (cached) return cached as never;
    if (!statement.isImmediate && !isWrite(statement)) await this.#nextTick();
    // On the one connection, a statement in between would belong to another transaction.
    if (this.#mutex.pending > 0) return this.#mutex.runExclusive(async () => this.#execute(statement, parameters));
    const rows = this.#execute(statement, parameters);
    if (key && statement.isCacheable?.(rows, parameters)) this.#cacheRows(key, rows);
    return rows;
  };

  /**
   * Commits concurrent transactions together, each in a savepoint of its own: syncing the disk takes most of the time,
   * and one sync is enough for all of them. Results resolve only after COMMIT.
   */
  transaction<T>(_userId: number | null, work: (run: QueryFn) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#pending.length === maxPendingTransactions) {
        return reject(new StoreUnavailableError(new Error(`more than ${maxPendingTransactions} transactions wait`)));
      }
      // Every waiting transaction is rejected by the batch itself.
      if (this.#pending.length === 0) this.#mutex.runExclusive(() => this.#commitBatch()).catch(() => undefined);
      this.#pending.push({ work, resolve: resolve as (result: unknown) => void, reject });
    });
  }

  async #commitBatch(): Promise<void> {
    // By then every request that has arrived has added its transaction.
    await new Promise((resolve) => setImmediate(resolve));
    const group = this.#pending;
    this.#pending = [];
    try {
      this.#exec("BEGIN IMMEDIATE");
      const ends: (() => void)[] = [];
      for (const waiting of group) ends.push(await this.#inSavepoint(waiting));
      this.#identity?.requireUnchanged();
      this.#exec("COMMIT");
      for (const end of ends) end();
    } catch (error) {
      for (const { reject } of group) reject(error);
      // After some errors, such as a full disk, SQLite has rolled back already.
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
    }
  }

  /** Returns the function that settles one transaction. Throws when the whole batch has failed. */
  async #inSavepoint({ work, resolve, reject }: PendingTransaction): Promise<() => void> {
    let over = false;
    this.#exec("SAVEPOINT one");
    try {
      const result = await work(async (statement, ...parameters) => {
        if (over) throw new Error(`The statement ${statement.name} came after the end of its transaction.`);
        return this.#execute(statement, parameters);
      });
      this.#exec("RELEASE one");
      return () => resolve(result);
    } catch (error) {
      if (!this.#database.isTransaction) throw error;
      this.#exec("ROLLBACK TO one; RELEASE one");
      return () => reject(error);
    } finally {
      over = true;
    }
  }

  migrate(work: (execute: (sql: string) => Promise<void>, run: QueryFn) => Promise<void>): Promise<void> {
    return this.transaction(null, (run) => work(async (sql) => this.#exec(sql), run));
  }

  async backup(file: string): Promise<void> {
    // SQLite takes a file that is empty; one that it makes itself would be open to others.
    closeSync(openSync(file, "wx", 0o600));
    await this.#mutex.runExclusive(async () => this.#database.prepare("VACUUM INTO ?").run(file));
  }

  async checkIntegrity(): Promise<readonly string[]> {
    return this.#mutex.runExclusive(async () => {
      const rows = this.#database.prepare("PRAGMA foreign_key_check").all() as Record<
        "table" | "rowid" | "parent",
        string
      >[];
      return [
        ...checkPages(this.#database),
        ...rows.map(({ table, rowid, parent }) => `row ${rowid} of ${table} refers to nothing in ${parent}`),
      ];
    });
  }

  async close(): Promise<void> {
    await this.#tick;
    await this.#mutex.whenIdle();
    this.#prepared.clear();
    this.#rowCache.clear();
    try {
      // Prepared statements cannot be ended; until they are collected they would keep the file locked.
      this.#exec("PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_schema");
    } catch {
      // On a full disk, say. Nothing is lost, and the lock ends with the process.
    } finally {
      this.#isClosed = true;
      this.#database.close();
    }
  }

  /**
   * Lookups of the same turn of the event loop are carried out at its end: under load, reading all requests first and
   * answering them after that takes half the time of going through everything for each.
   */
  #nextTick(): Promise<void> {
    this.#tick ??= new Promise((resolve) =>
      setImmediate(() => {
        this.#tick = undefined;
        resolve();
      }),
    );
    return this.#tick;
  }

  /** A request may outlive the grace period of a shutdown, which is no failure to report. */
  #requireOpen(): void {
    if (this.#isClosed) throw new StoreUnavailableError(undefined);
  }

  #exec(sql: string): void {
    this.#requireOpen();
    try {
      this.#database.exec(sql);
    } catch (error) {
      throw toStoreError(error);
    }
  }

  #execute<Parameters extends readonly Value[], Row>(
    statement: Statement<Parameters, Row>,
    parameters: Parameters,
  ): Row[] {
    this.#requireOpen();
    try {
      const { statement: prepared, order, parameters: wanted, rowOf } = this.#prepare(statement);
      if (isWrite(statement)) {
        this.#rowCache.clear();
        if (!this.#database.isTransaction) this.#identity?.requireUnchanged();
      }
      if (parameters.length !== wanted) {
        throw new Error(`The statement ${statement.name} takes ${wanted} parameters, not ${parameters.length}.`);
      }
      return prepared.all(...order.map((index) => parameters[index])).map(rowOf as (row: unknown) => Row);
    } catch (error) {
      throw toStoreError(error);
    }
  }

  #cacheRows(key: string, rows: readonly unknown[]): void {
    if (this.#rowCache.size === maxCachedRows) this.#rowCache.clear();
    this.#rowCache.set(key, rows);
  }

  #prepare({ name, sql }: { readonly name: string; readonly sql: string }): Prepared {
    let prepared = this.#prepared.get(name);
    if (!prepared) {
      const order = [...sql.matchAll(/\$(\d+)/g)].map(([, digits]) => Number(digits) - 1);
      // SQLite takes $1 for a name and would leave it out of the positions.
      const statement = this.#database.prepare(sql.replaceAll(/\$\d+/g, "?"));
      statement.setReturnArrays(true);
      prepared = {
        statement,
        order,
        parameters: Math.max(0, ...order.map((index) => index + 1)),
        rowOf: createRowMapper(statement.columns().map(({ name }) => name)),
      };
      this.#prepared.set(name, prepared);
    }
    return prepared;
  }
}

const isWrite = ({ sql }: { readonly sql: string }) => !sql.startsWith("SELECT");

/** Makes an object of the values of a row: here that takes a third less time than where SQLite is called from. */
function createRowMapper(names: readonly string[]): (values: readonly unknown[]) => Record<string, unknown> {
  const empty: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, null]));
  return (values) => {
    const row = { ...empty };
    for (let index = 0; index < names.length; index += 1) row[names[index] as string] = values[index];
    return row;
  };
}

/** SQLite's primary result codes for a database that cannot be written or read just now: busy, I/O error, full. */
const unavailable = new Set([5, 10, 13]);

function toStoreError(error: unknown): unknown {
  if (!isUnavailable(error as Error & { errcode?: number; sqliteCode?: number })) return error;
  return new StoreUnavailableError(error);
}

/** Before Node 24 the errors of a statement that gives rows have no code. */
function isUnavailable({ errcode, sqliteCode, message }: Error & { errcode?: number; sqliteCode?: number }): boolean {
  const code = errcode ?? sqliteCode;
  if (code !== undefined) return unavailable.has(code & 0xff);
  return /database is locked|disk I\/O error|database or disk is full/.test(message);
}
