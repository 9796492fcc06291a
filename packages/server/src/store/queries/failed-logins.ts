import * as sql from "../statements/failed-logins.js";
import type { QueriesOf } from "./queries-of.js";

type Methods =
  | "failedLogins"
  | "countFailedLogin"
  | "forgetFailedLogins"
  | "deleteExpiredFailedLogins"
  | "deleteExcessFailedLogins";

/** Queries for failed logins. */
export const failedLoginQueries: QueriesOf<Methods> = {
  async failedLogins(name, now) {
    const [row] = await this.run(sql.selectFailedLogins, name, +now);
    return row && { failures: row.failures, until: new Date(row.until) };
  },
  async countFailedLogin(name, now, until) {
    const [row] = (await this.run(sql.countFailedLogin, name, +until, +now)) as [{ failures: number; until: number }];
    return { failures: row.failures, until: new Date(row.until) };
  },
  async forgetFailedLogins(name) {
    await this.run(sql.deleteFailedLogins, name);
  },
  async deleteExpiredFailedLogins(now, limit) {
    return (await this.run(sql.deleteExpiredFailedLogins, +now, limit)).length;
  },
  async deleteExcessFailedLogins(keep, limit) {
    return (await this.run(sql.deleteExcessFailedLogins, limit, keep)).length;
  },
};
