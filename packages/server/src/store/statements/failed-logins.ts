import { statement } from "./statement.js";

export interface FailedLoginsRow {
  readonly failures: number;
  readonly until: number;
}

export const selectFailedLogins = statement<[name: string, now: number], FailedLoginsRow>(
  "select-failed-logins",
  "SELECT failures, until FROM failed_logins WHERE name = $1 AND until > $2",
  { isImmediate: true },
);

/** Outside of requests, a slice at a time: an attack may leave more rows than can be deleted in one go. */
export const deleteExpiredFailedLogins = statement<[now: number, limit: number], { name: string }>(
  "delete-expired-failed-logins",
  `DELETE FROM failed_logins WHERE name IN (
     SELECT name FROM failed_logins WHERE until <= $1 ORDER BY until LIMIT $2) RETURNING name`,
);

export const deleteExcessFailedLogins = statement<[limit: number, keep: number], { name: string }>(
  "delete-excess-failed-logins",
  `DELETE FROM failed_logins WHERE name IN (
     SELECT name FROM failed_logins ORDER BY until DESC LIMIT $1 OFFSET $2) RETURNING name`,
);

/** An expired count starts anew. */
export const countFailedLogin = statement<[name: string, until: number, now: number], FailedLoginsRow>(
  "count-failed-login",
  `INSERT INTO failed_logins (name, failures, until) VALUES ($1, 1, $2)
   ON CONFLICT (name) DO UPDATE SET
     failures = CASE WHEN failed_logins.until <= $3 THEN 1 ELSE failed_logins.failures + 1 END,
     until = CASE WHEN failed_logins.until <= $3 THEN excluded.until ELSE failed_logins.until END
   RETURNING failures, until`,
);

export const deleteFailedLogins = statement<[name: string]>(
  "delete-failed-logins",
  "DELETE FROM failed_logins WHERE name = $1",
);
