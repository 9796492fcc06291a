import type { FailedLoginCount } from "../../domain/store.js";
import * as sql from "../statements/failed-logins.js";
import type { QueriesOf } from "./queries-of.js";
import { onlyRow } from "./rows.js";

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
    return row && toFailedLoginCount(row);
  },
  async countFailedLogin(name, now, until) {
    return toFailedLoginCount(onlyRow(await this.run(sql.countFailedLogin, name, +until, +now)));
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

function toFailedLoginCount({ failures, until }: sql.FailedLoginsRow): FailedLoginCount {
  return { failures, until: new Date(until) };
}
