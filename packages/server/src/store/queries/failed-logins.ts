import type { Queries } from "../../domain/store.js";
import type { QueryFn } from "../driver.js";
import * as sql from "../statements/failed-logins.js";

type Methods =
  | "failedLogins"
  | "countFailedLogin"
  | "forgetFailedLogins"
  | "deleteExpiredFailedLogins"
  | "deleteExcessFailedLogins";

/** Queries for failed logins. */
export function failedLoginQueries(run: QueryFn): Pick<Queries, Methods> {
  return {
    async failedLogins(name, now) {
      const [row] = await run(sql.selectFailedLogins, name, +now);
      return row && { failures: row.failures, until: new Date(row.until) };
    },
    async countFailedLogin(name, now, until) {
      await run(sql.countFailedLogin, name, +until, +now);
    },
    async forgetFailedLogins(name) {
      await run(sql.deleteFailedLogins, name);
    },
    async deleteExpiredFailedLogins(now, limit) {
      return (await run(sql.deleteExpiredFailedLogins, +now, limit)).length;
    },
    async deleteExcessFailedLogins(keep, limit) {
      return (await run(sql.deleteExcessFailedLogins, limit, keep)).length;
    },
  };
}
