import pg from "pg";
import { StoreUnavailableError } from "../../domain/store.js";

// SQLSTATEs by their beginnings (https://www.postgresql.org/docs/current/errcodes-appendix.html).

/** Two transactions were in each other's way; the same work may succeed when it is done again. */
const conflict = /^40/;

/**
 * The server cannot be used just now: the connection was lost (08, but for a violation of the protocol), memory, disk
 * or connections ran out (53), something took too long (25P03, 55P03, 57014), the server stops or starts (57P), a file
 * could not be read or written (58), or what was the server is a read-only copy now (25006).
 */
const unavailable = /^(08(?!P01)|25006|25P03|53|55P03|57014|57P|58)/;

/** A table, a function, an object or a row that was there all of a sudden. */
const lostRaces: readonly string[] = ["42P07", "42723", "42710", "23505"];

/** There is no database of this name, or the login is refused. */
const refused = /^(3D000|28)/;

/** Whether the work that failed so may succeed when it is done again at once. */
export function isConflict(error: unknown): boolean {
  const { cause } = error as { readonly cause?: unknown };
  return error instanceof StoreUnavailableError && cause instanceof pg.DatabaseError && conflict.test(cause.code ?? "");
}

/**
 * Tells whether a migration that takes no locks met another one: a conflict, or what was there all of a sudden, or was
 * being changed (XX000, "tuple concurrently updated").
 */
export function isLostRace(error: Error): boolean {
  const { code = "", message } = error as { readonly code?: string; readonly message: string };
  return conflict.test(code) || lostRaces.includes(code) || /tuple concurrently updated/.test(message);
}

/** Thrown for a database that cannot be used, whatever happens to it. */
export class UnsuitableDatabaseError extends Error {
  override readonly name = "UnsuitableDatabaseError";
}

/**
 * Returns the error behind one of connecting that waiting does not mend: the database is not suitable, is not there, or
 * refuses the login. `undefined` for all others.
 */
export function refusalOf(error: unknown): Error | undefined {
  const { cause } = error as { readonly cause?: unknown };
  if (!(error instanceof StoreUnavailableError)) return undefined;
  if (cause instanceof UnsuitableDatabaseError) return cause;
  return cause instanceof pg.DatabaseError && refused.test(cause.code ?? "") ? cause : undefined;
}

/** Whether the connection that an error came from is not to be used again. */
export function isBroken(error: Error): boolean {
  // Without an SQLSTATE it is not the server that speaks: the connection ended, or an answer did not come in time.
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return true;
  // FATAL ends the connection, whatever the code: a pooler says 08P01 when it has no connection to give.
  return error.severity === "FATAL" || unavailable.test(error.code);
}

/** An error of pg as those who call the store know it. */
export function toStoreError(error: Error): Error {
  const { code = "" } = error as { readonly code?: string };
  return isBroken(error) || conflict.test(code) ? new StoreUnavailableError(error) : error;
}
