import { randomBytes } from "node:crypto";
import { createReadStream, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { type Key, keyFits, type Store } from "@grantbook/server";
import type { DatabaseAddress } from "../settings/readers.js";
import type { DatabaseSettings } from "../settings/server.js";
import { UsageError } from "../usage-error.js";
import { KeyFile } from "./key-file.js";

/** A database that is open, with the key that fits it. */
export interface Database {
  readonly store: Store;
  readonly key: Key;
  /** None where the key is forgotten together with the data. */
  readonly keyFile: KeyFile | undefined;
  /** Everything as it is at one moment, as the bytes of a SQLite file. None where another tool makes backups. */
  readonly snapshot: (() => Promise<Readable>) | undefined;
  /** What is damaged in a SQLite database, in a line each. None where the engine has tools of its own for that. */
  readonly damages: (() => Promise<readonly string[]>) | undefined;
  /** Connections to the database, where there are several. */
  readonly connections: (() => Connections) | undefined;
}

/** How many connections to the database there are, and how many requests wait for one. */
export interface Connections {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
}

/**
 * Opens the database of the settings; a SQLite file is made when it is not there. Throws an `OpenDatabaseError`, or a
 * {@link UsageError} when the key does not fit.
 */
export async function openDatabase(
  settings: DatabaseSettings & { readonly "database-connections"?: number },
): Promise<Database> {
  const { database: address, "database-connections": connections } = settings;
  const keyFile = isForgotten(address) ? undefined : new KeyFile(settings["key-file"]);
  const opened = await openStore(address, connections);
  const { store } = opened;
  try {
    const key = keyFile?.keys ?? randomBytes(32);
    await (keyFile ? keyFile.requireFit(store) : keyFits(store, key));
    return { key, keyFile, ...opened };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Whether the data is forgotten at the end. */
export function isForgotten(address: DatabaseAddress): boolean {
  return address.engine === "sqlite" && address.file === ":memory:";
}

/** Each engine is loaded when it is used. */
async function openStore(
  address: DatabaseAddress,
  connections: number | undefined,
): Promise<Pick<Database, "store" | "snapshot" | "damages" | "connections">> {
  if (address.engine === "postgres") {
    const { openPostgresStore } = await import("@grantbook/server/postgres");
    const store = await openPostgresStore(address.url, connections === undefined ? {} : { connections });
    return { store, snapshot: undefined, damages: undefined, connections: () => store.connections };
  }
  const { openSqliteStore } = await import("@grantbook/server/sqlite");
  const store = await openSqliteStore(address.file);
  return {
    store,
    connections: undefined,
    damages: store.damages,
    snapshot: isForgotten(address) ? undefined : () => snapshotOf(store, address.file),
  };
}

/** A copy beside the database, which is gone as soon as it is open. */
async function snapshotOf(store: { backup(file: string): Promise<void> }, file: string): Promise<Readable> {
  const copy = `${file}.snapshot-${randomBytes(4).toString("hex")}`;
  try {
    await store.backup(copy);
    return createReadStream("", { fd: await open(copy) });
  } finally {
    rmSync(copy, { force: true });
  }
}
