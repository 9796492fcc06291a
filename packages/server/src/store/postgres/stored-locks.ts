import { type DatabaseLocks, databaseLocks } from "../database-locks.js";
import type { Driver, Statement } from "../driver.js";
import { insertMetadata, selectMetadata, writeMetadata } from "../statements/metadata.js";
import { UnsuitableDatabaseError } from "./errors.js";

/** Name of the metadata that says how all processes of a database keep transactions apart. */
const metadataName = "database-locks";

/** Reads the locks that the processes of a database use; `undefined` before the first of them has started. */
async function storedLocks({ dialect, run }: Driver): Promise<string | undefined> {
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
  const stored = await storedLocks(driver);
  const known = databaseLocks.find((kind) => kind === stored);
  const chosen = known ?? suggested;
  requireSame(stored, wanted ?? chosen);
  return chosen;
}

/** Stores the locks of the first process. Throws an {@link UnsuitableDatabaseError} when another one was faster. */
export async function storeLocks(driver: Driver, locks: DatabaseLocks): Promise<void> {
  if ((await storedLocks(driver)) === undefined) await driver.run(insertMetadata, metadataName, locks);
  requireSame(await storedLocks(driver), locks);
}

/** Changes the locks for the processes that start from now on. */
export async function replaceLocks(driver: Driver, locks: DatabaseLocks): Promise<void> {
  await driver.run(writeMetadata, metadataName, locks);
}

function requireSame(stored: string | undefined, locks: DatabaseLocks): void {
  if (stored === undefined || stored === locks) return;
  throw new UnsuitableDatabaseError(
    `its processes use ${stored} locks, and this one ${locks}; leave out --database-locks, or stop them all and run ` +
      `grantbook migrate --database-locks ${locks}`,
  );
}
