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
  type TableMode,
} from "@grantbook/server/engine";
import type { DatabaseSettings } from "../options/serve-options.js";
import { UsageError } from "../usage-error.js";
import { KeyFile, requireKeyOf } from "./key-file.js";

/** A database that is open, with the key that fits it. */
export interface Database {
  readonly store: Store;
  readonly key: Key;
  /** None where the key is forgotten together with the data. */
  readonly keyFile: KeyFile | undefined;
  /** Everything as it is at one moment, as the bytes of a file. None where another tool makes backups. */
  readonly snapshot: (() => Promise<Readable>) | undefined;
  /** Lists what is damaged, in a line each. None where the engine has tools of its own for that. */
  readonly damages: (() => Promise<readonly string[]>) | undefined;
  /** Connections to the database, where there are several. */
  readonly connections: (() => ConnectionCounts) | undefined;
}

/**
 * What a database is opened for. `serve` makes the database and the key when both are missing, `change` makes a missing
 * key of a database that never had one, and `read` makes nothing.
 */
export type Purpose = "serve" | "change" | "read";

/**
 * Opens the database of the settings with its key. The key is made last, when nothing else can refuse. Throws an
 * `OpenDatabaseError`, or a {@link UsageError} when key and database do not fit.
 */
export async function openDatabase(
  settings: DatabaseSettings & { readonly "database-connections"?: number },
  purpose: Purpose,
): Promise<Database> {
  const { database: address, "database-connections": connections, "key-file": keyPath } = settings;
  // Looked at before the database: a key that cannot be read refuses before anything is made.
  const present = address.isInMemory ? undefined : KeyFile.open(keyPath);
  const opened = await openStore(address, connections, tablesFor(purpose, address, present !== undefined)).catch(
    (error) => {
      throw explained(error, address, purpose, keyPath);
    },
  );
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

/** Stands for the key of a database that never had one and is only read. */
function noKey(): never {
  throw new Error("A database that is only read has no key.");
}

/**
 * An empty file where a key is was a database once, or is to be restored: it is not filled. A missing file is
 * made, also for a key that was there before.
 */
function tablesFor(purpose: Purpose, address: DatabaseLocation, hasKey: boolean): TableMode {
  if (purpose !== "serve") return "require";
  const isEmptied = hasKey && address.file !== undefined && existsSync(address.file);
  return isEmptied ? "upgrade" : "create";
}

/** An error of opening, with what to do about missing tables. */
function explained(error: unknown, address: DatabaseLocation, purpose: Purpose, keyPath: string): unknown {
  if (!(error instanceof OpenDatabaseError && error.cause instanceof MissingTablesError)) return error;
  if (purpose !== "serve" || address.file === undefined) {
    return new UsageError(`${error.message}; grantbook serve or grantbook migrate brings the tables up to date`);
  }
  return new UsageError(
    `${error.message}, but its key file ${keyPath} is there: restore a backup into ${address.file}, or move the key ` +
      "file away for a new database",
  );
}

async function openStore(
  address: DatabaseLocation,
  connections: number | undefined,
  tables: TableMode,
): Promise<Pick<Database, "store" | "snapshot" | "damages" | "connections">> {
  const opened = await address.open({ tables, maxConnections: connections });
  const { backup } = opened;
  const { file } = address;
  return {
    store: opened.store,
    connections: opened.connections,
    damages: opened.checkIntegrity,
    snapshot: backup && file !== undefined ? () => snapshotOf(backup, file) : undefined,
  };
}

/** A copy beside the database, which is gone as soon as it is open. */
async function snapshotOf(backup: NonNullable<OpenedDatabase["backup"]>, file: string): Promise<Readable> {
  const copy = `${file}.snapshot-${randomBytes(4).toString("hex")}`;
  try {
    await backup(copy);
    return createReadStream("", { fd: await open(copy) });
  } finally {
    rmSync(copy, { force: true });
  }
}
