import type { Session } from "../../oauth/model.js";
import * as sql from "../statements/sessions.js";
import type { QueriesOf } from "./queries-of.js";
import { hasRows } from "./rows.js";
import { toUser } from "./users.js";

type Methods =
  | "insertSession"
  | "session"
  | "listSessions"
  | "touchSession"
  | "deleteSession"
  | "deleteOtherSessions"
  | "setFlash"
  | "takeFlash";

/** Queries for the sessions of browsers. */
export const sessionQueries: QueriesOf<Methods> = {
  async insertSession({ idHash, userId, signedIn, sudoUntil, createdAt, expiresAt, address, userAgent }, limit) {
    await this.run(sql.deleteExpiredSessions, +createdAt);
    const isSignedIn = signedIn ? 1 : 0;
    await this.run(
      sql.insertSession,
      idHash,
      userId,
      isSignedIn,
      +sudoUntil,
      +createdAt,
      +expiresAt,
      address,
      userAgent,
    );
    await this.run(sql.deleteOldestSessions, userId, limit);
  },
  async session(idHash, now) {
    const [row] = await this.run(sql.selectSession, idHash, +now);
    return row && toSession(row);
  },
  async listSessions(userId, now) {
    return (await this.run(sql.listSessions, userId, +now)).map(toSession);
  },
  async touchSession(id, at) {
    await this.run(sql.touchSession, id, +at);
  },
  async deleteSession(userId, id) {
    return (await this.run(sql.deleteSession, userId, id)).length > 0;
  },
  async deleteOtherSessions(userId, id) {
    await this.run(sql.deleteOtherSessions, userId, id);
  },
  async setFlash(sessionId, flash) {
    await this.run(sql.setFlash, sessionId, flash);
  },
  async takeFlash(sessionId, flash) {
    return hasRows(await this.run(sql.takeFlash, sessionId, flash));
  },
};

function toSession(row: sql.SessionRow): Session {
  return {
    id: row.id,
    user: toUser(row),
    suspended: row.suspended_at !== null,
    signedIn: row.signed_in === 1,
    sudoUntil: new Date(row.sudo_until),
    createdAt: new Date(row.created_at),
    lastUsedAt: new Date(row.last_used_at),
    expiresAt: new Date(row.expires_at),
    address: row.address,
    userAgent: row.user_agent,
    flash: row.flash,
  };
}
