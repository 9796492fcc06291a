import type { DatabaseLocks } from "../database-locks.js";

/** Databases that speak PostgreSQL's language, and have no advisory locks that all their machines share. */
const withoutLocks = /CockroachDB|-YB-/;

/** Chooses the locks for what a database says of its version. */
export function locksFor(version: string): DatabaseLocks {
  return withoutLocks.test(version) ? "serializable" : "advisory";
}
