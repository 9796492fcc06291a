import type { Store } from "../domain/store.js";
import type { DatabaseLocks } from "./database-locks.js";
import type { Inspection } from "./inspection.js";
import type { MigrateOptions, Migration, TableMode } from "./migrate.js";

/** SQL database engine, with what it can do. Its driver is loaded when a database is opened. */
export interface DatabaseEngine {
  /** Name in sentences. */
  readonly title: string;
  /** Forms of the addresses of its databases, for messages. */
  readonly addressForms: readonly string[];
  /** The same for help, with a word where one does not speak for itself. */
  readonly addressHelp: readonly string[];
  /** Several processes can use one database at the same time. */
  readonly isShared: boolean;
  /** Commands of the engine's own, where this software does not make backups or check the integrity. */
  readonly ownTools?: { readonly backup: string; readonly integrityCheck: string };
  /** Returns the database at an address, or `undefined` when the address is another engine's. Opens nothing. */
  locate(address: string): DatabaseLocation | undefined;
}

/** Database at an address. */
export interface DatabaseLocation {
  readonly engine: DatabaseEngine;
  /** File that has the data, on this machine; `undefined` where there is none. */
  readonly file: string | undefined;
  /** The data is lost when the database is closed. */
  readonly isInMemory: boolean;
  /** Opens a store. Throws an `OpenDatabaseError`. */
  open(options: OpenOptions): Promise<OpenedDatabase>;
  /**
   * Reads what can be said of the database, and changes nothing. `connections` are those that a server will open,
   * `locks` those that its settings name.
   */
  inspect(connections: number, locks?: DatabaseLocks): Promise<Inspection>;
  /** Brings the tables up to date. Throws an `OpenDatabaseError`. */
  migrate(options?: Pick<OpenOptions, "locks"> & MigrateOptions): Promise<Migration>;
}

/** How a database is opened. */
export interface OpenOptions {
  /** What opening may do to the tables; `create` by default. */
  readonly tables?: TableMode;
  /** Connections of this process at the same time, for an engine with a pool of them. */
  readonly maxConnections?: number | undefined;
  /** How transactions are kept apart, for an engine that several processes share; by default what suits it. */
  readonly locks?: DatabaseLocks | undefined;
}

/** Open store, with the capabilities that only some engines have. */
export interface OpenedDatabase {
  readonly store: Store;
  /** Copies everything into a new file, for its owner alone. */
  readonly backup?: (file: string) => Promise<void>;
  /** Reads everything, and returns a line for each damage. */
  readonly checkIntegrity?: () => Promise<readonly string[]>;
  /** Counts the connections there are, those of them without work, and the requests that wait for one. */
  readonly connections?: () => ConnectionCounts;
}

/** Connections of a pool, and requests that wait for one. */
export interface ConnectionCounts {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
}
