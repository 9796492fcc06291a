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

/** Whether the work that failed so may succeed when it is done again at once. */
export function isConflict(error: unknown): boolean {
  const { cause } = error as { readonly cause?: unknown };
  return error instanceof StoreUnavailableError && cause instanceof pg.DatabaseError && conflict.test(cause.code ?? "");
}

/** Whether the connection that an error came from is not to be used again. */
export function isBroken(error: Error): boolean {
  // Without an SQLSTATE it is not the server that speaks: the connection ended, or an answer did not come in time.
  return !(error instanceof pg.DatabaseError) || error.code === undefined || unavailable.test(error.code);
}

/** An error of pg as those who call the store know it. */
export function toStoreError(error: Error): Error {
  const { code = "" } = error as { readonly code?: string };
  return isBroken(error) || conflict.test(code) ? new StoreUnavailableError(error) : error;
}
