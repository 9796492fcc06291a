import { statement } from "./statement.js";

/** Deletes rows that have ended, at most so many per call: an insert pays for a few of those before it. */
const sliceOfExpired = 20;

/** Statement that deletes some rows of a table that expired before a time. */
export const deleteExpired = (table: string, key: string) =>
  statement<[before: number]>(
    `delete-expired-${table.replaceAll("_", "-")}`,
    `DELETE FROM ${table} WHERE ${key} IN (
       SELECT ${key} FROM ${table} WHERE expires_at <= $1 ORDER BY expires_at LIMIT ${sliceOfExpired})`,
  );
