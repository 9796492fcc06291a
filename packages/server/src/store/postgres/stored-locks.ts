import { type DatabaseLocks, databaseLocks } from "../database-locks.js";
import type { Driver, Statement } from "../driver.js";
import { insertMetadata, selectMetadata, writeMetadata } from "../statements/metadata.js";
import { UnsuitableDatabaseError } from "./errors.js";

/** Name of the metadata that says how all processes of a database keep transactions apart. */
const metadataName = "database-locks";

/** What the stored locks are read with. */
type LocksReader = Pick<Driver, "dialect" | "run">;

/** Reads the locks that the processes of a database use; `undefined` before the first of them has started. */
async function storedLocks({ dialect, run }: LocksReader): Promise<string | undefined> {
  const tables: Statement<[], { name: string }> = { name: "tables", sql: dialect.listTables };
  const isThere = (await run(tables)).some(({ name }) => name === "properties");
  return isThere ? (await run(selectMetadata, metadataName))[0]?.value : undefined;
}

/**
 * Chooses the locks for a process: those of the other processes of its database, or `suggested` for the first. Throws
 * an {@link UnsuitableDatabaseError} when others are `wanted`.
 */
export async function chooseLocks(
  driver: Driver,
  wanted: DatabaseLocks | undefined,
  suggested: DatabaseLocks,
): Promise<DatabaseLocks> {
  const { chosen, conflict } = await compareLocks(driver, wanted, suggested);
  if (conflict) throw errorOf(conflict);
  return chosen;
}

/** Compares the locks that a process would use with those of the others, as {@link chooseLocks} does. */
export async function compareLocks(
  reader: LocksReader,
  wanted: DatabaseLocks | undefined,
  suggested: DatabaseLocks,
): Promise<{ readonly chosen: DatabaseLocks; readonly conflict: Conflict | undefined }> {
  const stored = await storedLocks(reader);
  const chosen = databaseLocks.find((kind) => kind === stored) ?? suggested;
  return { chosen, conflict: conflictOf(stored, wanted ?? chosen) };
}

/** Stores the locks of the first process. Throws an {@link UnsuitableDatabaseError} when another one was faster. */
export async function storeLocks(driver: Driver, locks: DatabaseLocks): Promise<void> {
  if ((await storedLocks(driver)) === undefined) await driver.run(insertMetadata, metadataName, locks);
  const conflict = conflictOf(await storedLocks(driver), locks);
  if (conflict) throw errorOf(conflict);
}

/** Changes the locks for the processes that start from now on. */
export async function replaceLocks(driver: Driver, locks: DatabaseLocks): Promise<void> {
  await driver.run(writeMetadata, metadataName, locks);
}

/** Difference between the locks of a process and those of the others, and how to mend it. */
interface Conflict {
  readonly message: string;
  readonly advice: string;
}

function conflictOf(stored: string | undefined, locks: DatabaseLocks): Conflict | undefined {
  if (stored === undefined || stored === locks) return undefined;
  return {
    message: `its processes use ${stored} locks, and this one ${locks}`,
    advice: `leave out --database-locks, or stop them all and run grantbook migrate --database-locks ${locks}`,
  };
}

function errorOf({ message, advice }: Conflict): UnsuitableDatabaseError {
  return new UnsuitableDatabaseError(`${message}; ${advice}`);
}
