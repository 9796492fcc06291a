import type { Driver, QueryFn, Statement } from "./driver.js";
import { migrations } from "./migrations.js";
import { countedUsers, countNextTotals, hasUncountedTotals } from "./older-totals.js";

const appliedMigrations: Statement<[], { version: number | null }> = {
  name: "applied-migrations",
  sql: "SELECT max(version) AS version FROM migrations",
};

/** The database is of a newer version of the software than this one. */
export class NewerDatabaseError extends Error {
  override readonly name = "NewerDatabaseError";

  constructor(version: number) {
    super(`the database has version ${version}, this program knows ${migrations.length}: use a newer program`);
  }
}

/** Thrown when tables are missing, older or not fully migrated, and the database is opened only to be used as it is. */
export class MissingTablesError extends Error {
  override readonly name = "MissingTablesError";

  constructor(version: number) {
    super(
      version === 0
        ? "it has no tables"
        : version === migrations.length
          ? "the migration of its tables was interrupted, or goes on"
          : `its tables have version ${version}, this program needs ${migrations.length}`,
    );
  }
}

/**
 * What opening a database may do to its tables: `create` them where there are none, `upgrade` older ones, or `require`
 * them as they should be. The first includes the second.
 */
export type TableMode = "create" | "upgrade" | "require";

/** Called after each slice of rows, with the last id of a user that is done, and the last there is. */
export type OnMigrationProgress = (done: number, total: number) => void;

/** Options of a migration. */
export interface MigrateOptions {
  readonly onProgress?: OnMigrationProgress | undefined;
}

/** What was done: `from` and `to` are versions, 0 that of an empty database. */
export interface Migration {
  readonly from: number;
  readonly to: number;
}

/**
 * Brings the tables to a version, the newest by default. All changes of tables are stored or none: a kill midway
 * leaves the old ones. Then it counts the rows of older tables, in slices: a kill loses one. Throws a
 * {@link NewerDatabaseError}, or a {@link MissingTablesError} when the mode forbids it.
 */
export async function migrate(
  driver: Driver,
  mode: TableMode = "create",
  to: number = migrations.length,
  onProgress: OnMigrationProgress = () => undefined,
): Promise<Migration> {
  let from = 0;
  let isComplete = true;
  await driver.migrate(async (execute, run) => {
    // Asked first: where nothing is missing, the right to make tables is not needed.
    from = await readVersion(driver, run);
    requireAllowed(from, mode);
    if (from < to) await createTables(driver, execute, from, to);
    isComplete = !(from === 0 ? await countNextTotals(run) : await hasUncountedTotals(run));
    if (!isComplete && mode === "require") throw new MissingTablesError(from);
  });
  // Each slice is stored by itself: a kill loses one slice, and locks are held for one.
  while (!isComplete) {
    await driver.migrate(async (_, run) => {
      isComplete = !(await countNextTotals(run));
      if (!isComplete) onProgress(...(await countedUsers(run)));
    });
  }
  return { from, to };
}

/** Reads the version of the tables, 0 where there are none. */
async function readVersion({ dialect }: Driver, run: QueryFn): Promise<number> {
  const tables: Statement<[], { name: string }> = { name: "tables", sql: dialect.listTables };
  const isThere = (await run(tables)).some(({ name }) => name === "migrations");
  return isThere ? ((await run(appliedMigrations))[0]?.version ?? 0) : 0;
}

async function createTables(
  { dialect }: Driver,
  execute: (sql: string) => Promise<void>,
  from: number,
  to: number,
): Promise<void> {
  if (from === 0) await execute(`CREATE TABLE migrations (version ${dialect.integer} NOT NULL PRIMARY KEY)`);
  for (const [index, statements] of migrations.slice(0, to).entries()) {
    if (index < from) continue;
    for (const sql of statements(dialect)) await execute(sql);
    await execute(`INSERT INTO migrations (version) VALUES (${index + 1})`);
  }
}

function requireAllowed(version: number, mode: TableMode): void {
  if (version > migrations.length) throw new NewerDatabaseError(version);
  const isMissing = version === 0 && mode !== "create";
  const isOutdated = version < migrations.length && mode === "require";
  if (isMissing || isOutdated) throw new MissingTablesError(version);
}
