import type pg from "pg";
import type { DatabaseLocks } from "../database-locks.js";
import { UnsuitableDatabaseError } from "./errors.js";
import { locksFor } from "./locks.js";

/** What is at the other end of a connection. */
export interface Session {
  /**
   * A pooler is in between, which gives every transaction another connection of the database: nothing that is set or
   * prepared outlasts a transaction.
   */
  readonly isPooled: boolean;
  readonly locks: DatabaseLocks;
}

interface Backend {
  readonly pid: number;
  readonly version: string;
  readonly encoding: string;
}

/**
 * Prepares a new connection, with one query: sets its time-outs, unless a pooler is in between. They are no startup
 * parameters, because poolers refuse those. Throws when the database has another encoding than UTF-8, in which there is
 * text that cannot be stored.
 */
export async function startSession(
  client: pg.ClientBase,
  timeoutMs: number,
  wantedLocks: DatabaseLocks | undefined,
): Promise<Session> {
  // A pooler makes up the process id that it tells at the start.
  const { processID: announcedPid } = client as unknown as { readonly processID: number };
  const setUnlessPooled = Object.entries(timeouts(timeoutMs)).map(
    ([name, value]) => `CASE WHEN pg_backend_pid() = ${announcedPid} THEN set_config('${name}', '${value}', false) END`,
  );
  const { rows } = await client.query<Backend>(
    `SELECT pg_backend_pid() AS pid, version() AS version, current_setting('server_encoding') AS encoding,
      ${setUnlessPooled.join(", ")}`,
  );
  const [{ pid, version, encoding }] = rows as [Backend];
  if (encoding !== "UTF8") {
    throw new UnsuitableDatabaseError(`its encoding is ${encoding}; make it with the encoding UTF8`);
  }
  const isPooled = pid !== announcedPid;
  const locks = wantedLocks ?? locksFor(version);
  if (locks === "serializable" && !isPooled) {
    await client.query("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE");
  }
  return { isPooled, locks };
}

/** Nothing goes on to wait for a lock, or to hold one, in the name of a process that is gone or frozen. */
function timeouts(timeoutMs: number) {
  return { statement_timeout: timeoutMs, idle_in_transaction_session_timeout: timeoutMs };
}

/** Locks have two numbers. The first is the schema's: two stores in one database do not wait for each other. */
const lockSpace = "hashtext('grantbook ' || current_schema())";

/**
 * Statements that start a transaction when those that exclude it are over, or with SERIALIZABLE at once. Identifiers
 * from 2 ** 31 on share locks. `timeoutMs` limits a statement and a pause; `undefined` has no limit.
 */
export function beginStatements(
  { isPooled, locks }: Session,
  userId: number | null,
  timeoutMs: number | undefined,
): string {
  const limits = isPooled && timeoutMs !== undefined ? Object.entries(timeouts(timeoutMs)) : [];
  const setLimits = limits.map(([name, value]) => `SET LOCAL ${name} = ${value}`);
  if (locks === "serializable") return ["BEGIN ISOLATION LEVEL SERIALIZABLE", ...setLimits].join("; ");
  const lock =
    userId === null
      ? `pg_advisory_xact_lock(${lockSpace}, 0)`
      : `pg_advisory_xact_lock_shared(${lockSpace}, 0), pg_advisory_xact_lock(${lockSpace}, ${1 + (userId % 0x7fffffff)})`;
  return ["BEGIN ISOLATION LEVEL READ COMMITTED", ...setLimits, `SELECT ${lock}`].join("; ");
}
