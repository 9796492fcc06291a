import type { QueryFn, Statement } from "./driver.js";
import * as metadata from "./statements/metadata.js";

/** Metadata that has the last user whose totals are counted, for as long as there are others. */
const countedTo = "totals-counted-to";

/** Users of a slice. */
const sliceSize = 1000;

const lastOfSlice: Statement<[after: number, limit: number], { id: number | null }> = {
  name: "last-of-slice",
  sql: "SELECT max(id) AS id FROM (SELECT id FROM users WHERE id > $1 ORDER BY id LIMIT $2) AS slice",
};

const lastUser: Statement<[], { id: number | null }> = { name: "last-user", sql: "SELECT max(id) AS id FROM users" };

const countLists: readonly Statement<[after: number, last: number], never>[] = [
  countList("authorizations", "0", "user_id > $1 AND user_id <= $2 GROUP BY user_id"),
  countList(
    "authorizations",
    "application_id",
    "user_id > $1 AND user_id <= $2 AND application_id IS NOT NULL GROUP BY user_id, application_id",
  ),
  countList("grants", "-1", "user_id > $1 AND user_id <= $2 GROUP BY user_id"),
];

const deleteMetadata: Statement<[name: string], never> = {
  name: "delete-metadata",
  sql: "DELETE FROM properties WHERE name = $1",
};

/** Tells whether there are rows older than the totals, which the triggers have not counted. */
export async function hasUncountedTotals(run: QueryFn): Promise<boolean> {
  return (await run(metadata.selectMetadata, countedTo)).length > 0;
}

/** Counts the lists of the next users, in a transaction that excludes all others. Returns `false` after the last. */
export async function countNextTotals(run: QueryFn): Promise<boolean> {
  const [progress] = await run(metadata.selectMetadata, countedTo);
  if (!progress) return false;
  const after = Number(progress.value);
  const last = (await run(lastOfSlice, after, sliceSize))[0]?.id ?? null;
  if (last === null) {
    await run(deleteMetadata, countedTo);
    return false;
  }
  for (const statement of countLists) await run(statement, after, last);
  await run(metadata.writeMetadata, countedTo, String(last));
  return true;
}

/** Returns the last user whose totals are counted, and the last user there is. */
export async function countedUsers(run: QueryFn): Promise<[done: number, total: number]> {
  const [progress] = await run(metadata.selectMetadata, countedTo);
  const [last] = await run(lastUser);
  return [Number(progress?.value ?? 0), last?.id ?? 0];
}

function countList(table: string, list: string, rows: string): Statement<[after: number, last: number], never> {
  return {
    name: `count-${table}-${list}`,
    sql: `INSERT INTO list_totals (user_id, list, total) SELECT user_id, ${list}, count(*) FROM ${table} WHERE ${rows}
      ON CONFLICT (user_id, list) DO UPDATE SET total = excluded.total`,
  };
}
