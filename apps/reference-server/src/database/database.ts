import { randomBytes } from "node:crypto";
import { createReadStream, existsSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { type Key, keyFits, type Store } from "@grantbook/server";
import {
  type ConnectionCounts,
  type DatabaseLocation,
  MissingTablesError,
  OpenDatabaseError,
  type OpenedDatabase,
  type OpenOptions,
  type TableMode,
} from "@grantbook/server/engine";
import type { DatabaseSettings } from "../options/serve-options.js";
import { UsageError } from "../usage-error.js";
import { KeyFile, requireKeyOf } from "./key-file.js";

/** Copy of a database, as the bytes of a file. */
export interface Snapshot {
  readonly content: Readable;
  readonly bytes: number;
}

/** Open database with its key. */
export interface Database {
  readonly store: Store;
  readonly key: Key;
  /** Absent for a database in memory. */
  readonly keyFile: KeyFile | undefined;
  /** Copies the database as of one moment. Absent where the engine has its own tool. */
  readonly snapshot: (() => Promise<Snapshot>) | undefined;
  /** Lists damage, a line each. Absent where the engine has its own tool. */
  readonly checkIntegrity: (() => Promise<readonly string[]>) | undefined;
  /** Counts the connections to the database. Absent for an engine without a pool. */
  readonly connections: (() => ConnectionCounts) | undefined;
}

/**
 * Purpose of opening a database. `serve` creates the database and the key when both are missing, `change` creates the
 * missing key of a database that never had one, and `read` creates nothing.
 */
export type Purpose = "serve" | "change" | "read";

/**
 * Opens a database with its key. The key is created last, when nothing else can fail. Throws an `OpenDatabaseError`, or
 * a {@link UsageError} when the key does not fit the database.
 */
export async function openDatabase(
  settings: DatabaseSettings & { readonly "database-connections"?: number },
  purpose: Purpose,
): Promise<Database> {
  const { database: address, "database-connections": connections, "database-locks": locks } = settings;
  const { "key-file": keyPath } = settings;
  // Read before the database, so that an unreadable key fails before anything is created.
  const present = address.isInMemory ? undefined : KeyFile.open(keyPath);
  const tables = tablesFor(purpose, address, present !== undefined);
  const opened = await openStore(address, { tables, maxConnections: connections, locks }).catch((error) => {
    throw explained(error, address, purpose, keyPath);
  });
  const { store } = opened;
  try {
    if (address.isInMemory) {
      const key = randomBytes(32);
      await keyFits(store, key);
      return { key, keyFile: undefined, ...opened };
    }
    const keyFile = await requireKeyOf(store, keyPath, present, purpose !== "read");
    return { key: keyFile?.keys ?? noKey, keyFile, ...opened };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Key provider of a database that never had a key and is only read. */
function noKey(): never {
  throw new Error("A database that is only read has no key.");
}

/**
 * Chooses whether missing tables are created. An empty file whose key exists was a database once, or is to be restored:
 * it gets no tables. A missing file is created, with or without a key.
 */
function tablesFor(purpose: Purpose, address: DatabaseLocation, hasKey: boolean): TableMode {
  if (purpose !== "serve") return "require";
  const isEmptied = hasKey && address.file !== undefined && existsSync(address.file);
  return isEmptied ? "upgrade" : "create";
}

/** Adds to an error of opening what to do about missing tables. */
function explained(error: unknown, address: DatabaseLocation, purpose: Purpose, keyPath: string): unknown {
  if (!(error instanceof OpenDatabaseError && error.cause instanceof MissingTablesError)) return error;
  if (purpose !== "serve" || address.file === undefined) {
    return new UsageError(`${error.message}; grantbook serve or grantbook migrate brings the tables up to date`);
  }
  return new UsageError(
    `${error.message}, but its key file ${keyPath} exists: restore a backup into ${address.file}, or move the key ` +
      "file away for a new database",
  );
}

async function openStore(
  address: DatabaseLocation,
  options: OpenOptions,
): Promise<Pick<Database, "store" | "snapshot" | "checkIntegrity" | "connections">> {
  const opened = await address.open(options);
  const { backup } = opened;
  const { file } = address;
  return {
    store: opened.store,
    connections: opened.connections,
    checkIntegrity: opened.checkIntegrity,
    snapshot: backup && file !== undefined ? () => snapshotOf(backup, file) : undefined,
  };
}

/** Copies the database to a file next to it, which is deleted as soon as it is open. */
async function snapshotOf(backup: NonNullable<OpenedDatabase["backup"]>, file: string): Promise<Snapshot> {
  const copy = `${file}.snapshot-${randomBytes(4).toString("hex")}`;
  try {
    await backup(copy);
    const handle = await open(copy);
    return { content: createReadStream("", { fd: handle }), bytes: (await handle.stat()).size };
  } finally {
    rmSync(copy, { force: true });
  }
}
