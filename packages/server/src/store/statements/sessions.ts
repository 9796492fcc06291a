import { deleteExpired } from "./delete-expired.js";
import { type IdRow, statement } from "./statement.js";
import { type UserRow, userColumns } from "./users.js";

export interface SessionRow extends UserRow {
  id: number;
  signed_in: number;
  sudo_until: number;
  created_at: number;
  last_used_at: number;
  expires_at: number;
  address: string;
  user_agent: string;
  flash: string | null;
}

const sessionColumns = `s.id, s.signed_in, s.sudo_until, s.created_at, s.last_used_at, s.expires_at, s.address,
  s.user_agent, s.flash, ${userColumns}`;
const sessionTables = "sessions s JOIN users u ON u.id = s.user_id";

export const deleteExpiredSessions = deleteExpired("sessions", "id");

export const insertSession = statement<
  [
    idHash: string,
    userId: number,
    signedIn: number,
    sudoUntil: number,
    createdAt: number,
    expiresAt: number,
    address: string,
    userAgent: string,
  ]
>(
  "insert-session",
  `INSERT INTO sessions (id_hash, user_id, signed_in, sudo_until, created_at, last_used_at, expires_at, address, user_agent)
   VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
);

export const deleteOldestSessions = statement<[userId: number, keep: number]>(
  "delete-oldest-sessions",
  `DELETE FROM sessions WHERE id IN (
     SELECT id FROM sessions WHERE user_id = $1 ORDER BY id DESC LIMIT 1000 OFFSET $2)`,
);

export const selectSession = statement<[idHash: string, now: number], SessionRow>(
  "select-session",
  `SELECT ${sessionColumns} FROM ${sessionTables} WHERE s.id_hash = $1 AND s.expires_at > $2`,
);

export const listSessions = statement<[userId: number, now: number], SessionRow>(
  "list-sessions",
  `SELECT ${sessionColumns} FROM ${sessionTables}
   WHERE s.user_id = $1 AND s.expires_at > $2 AND s.signed_in = 1 ORDER BY s.last_used_at DESC, s.id DESC`,
);

export const touchSession = statement<[id: number, at: number]>(
  "touch-session",
  "UPDATE sessions SET last_used_at = $2 WHERE id = $1",
);

export const deleteSession = statement<[userId: number, id: number], IdRow>(
  "delete-session",
  "DELETE FROM sessions WHERE user_id = $1 AND id = $2 RETURNING id",
);

export const deleteOtherSessions = statement<[userId: number, id: number]>(
  "delete-other-sessions",
  "DELETE FROM sessions WHERE user_id = $1 AND id <> $2",
);

export const setFlash = statement<[id: number, flash: string]>(
  "set-flash",
  "UPDATE sessions SET flash = $2 WHERE id = $1",
);

export const takeFlash = statement<[id: number, flash: string], IdRow>(
  "take-flash",
  "UPDATE sessions SET flash = NULL WHERE id = $1 AND flash = $2 RETURNING id",
);
