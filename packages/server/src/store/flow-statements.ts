import type { ApplicationRow } from "./statements/applications.js";
import { statement } from "./statements/statement.js";
import { type UserRow, userColumns } from "./statements/users.js";

/** Deletes rows that have ended, at most so many per call: an insert pays for a few of those before it. */
const sliceOfExpired = 20;

const deleteExpired = (table: string, key: string) =>
  statement<[before: number]>(
    `delete-expired-${table.replaceAll("_", "-")}`,
    `DELETE FROM ${table} WHERE ${key} IN (
       SELECT ${key} FROM ${table} WHERE expires_at <= $1 ORDER BY expires_at LIMIT ${sliceOfExpired})`,
  );

export interface RegisteredApplicationRow extends ApplicationRow {
  callback_url: string | null;
  device_flow: number;
  consent: string;
  owner_id: number | null;
  owner_login: string | null;
}

const registeredColumns = `a.id, a.client_id, a.secret_hash, a.name, a.url, a.type, a.expire_user_tokens, a.callback_url,
  a.device_flow, a.consent, a.owner_id, o.login AS owner_login`;
const registeredTables = "applications a LEFT JOIN users o ON o.id = a.owner_id";

export const selectRegisteredApplication = statement<[clientId: string], RegisteredApplicationRow>(
  "select-registered-application",
  `SELECT ${registeredColumns} FROM ${registeredTables} WHERE a.client_id = $1`,
);

export const selectRegisteredApplicationById = statement<[id: number], RegisteredApplicationRow>(
  "select-registered-application-by-id",
  `SELECT ${registeredColumns} FROM ${registeredTables} WHERE a.id = $1`,
);

export interface SessionRow extends UserRow {
  id: number;
  signed_in: number;
  sudo_until: number;
  created_at: number;
  last_used_at: number;
  expires_at: number;
  address: string;
  user_agent: string;
}

const sessionColumns = `s.id, s.signed_in, s.sudo_until, s.created_at, s.last_used_at, s.expires_at, s.address,
  s.user_agent, ${userColumns}`;
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

export const deleteSession = statement<[userId: number, id: number], { id: number }>(
  "delete-session",
  "DELETE FROM sessions WHERE user_id = $1 AND id = $2 RETURNING id",
);

export const deleteOtherSessions = statement<[userId: number, id: number]>(
  "delete-other-sessions",
  "DELETE FROM sessions WHERE user_id = $1 AND id <> $2",
);

export const deleteRecoveryCodes = statement<[userId: number]>(
  "delete-recovery-codes",
  "DELETE FROM recovery_codes WHERE user_id = $1",
);

export const insertRecoveryCode = statement<[userId: number, codeHash: string]>(
  "insert-recovery-code",
  "INSERT INTO recovery_codes (user_id, code_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING",
);

export const useRecoveryCode = statement<[userId: number, codeHash: string], { user_id: number }>(
  "use-recovery-code",
  "DELETE FROM recovery_codes WHERE user_id = $1 AND code_hash = $2 RETURNING user_id",
);

export const countRecoveryCodes = statement<[userId: number], { count: number }>(
  "count-recovery-codes",
  "SELECT count(*) AS count FROM recovery_codes WHERE user_id = $1",
);

export interface AuthorizationCodeRow {
  application_id: number;
  user_id: number;
  redirect_uri: string | null;
  scopes: string;
  challenge: string | null;
  expires_at: number;
  used_at: number | null;
  authorization_id: number | null;
}

export const deleteExpiredAuthorizationCodes = deleteExpired("authorization_codes", "code_hash");

export const insertAuthorizationCode = statement<
  [
    codeHash: string,
    applicationId: number,
    userId: number,
    redirectUri: string | null,
    scopes: string,
    challenge: string | null,
    expiresAt: number,
  ]
>(
  "insert-authorization-code",
  `INSERT INTO authorization_codes (code_hash, application_id, user_id, redirect_uri, scopes, challenge, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);

export const selectAuthorizationCode = statement<[applicationId: number, codeHash: string], AuthorizationCodeRow>(
  "select-authorization-code",
  `SELECT application_id, user_id, redirect_uri, scopes, challenge, expires_at, used_at, authorization_id
   FROM authorization_codes WHERE application_id = $1 AND code_hash = $2`,
);

export const useAuthorizationCode = statement<
  [codeHash: string, authorizationId: number, at: number],
  { user_id: number }
>(
  "use-authorization-code",
  `UPDATE authorization_codes SET authorization_id = $2, used_at = $3
   WHERE code_hash = $1 AND used_at IS NULL RETURNING user_id`,
);

export interface DeviceCodeRow {
  id: number;
  application_id: number;
  scopes: string;
  state: string;
  user_id: number | null;
  address: string;
  created_at: number;
  expires_at: number;
  polled_at: number | null;
}

const deviceCodeColumns = "id, application_id, scopes, state, user_id, address, created_at, expires_at, polled_at";

export const deleteExpiredDeviceCodes = deleteExpired("device_codes", "id");

export const insertDeviceCode = statement<
  [
    deviceHash: string,
    userCodeHash: string,
    applicationId: number,
    scopes: string,
    address: string,
    createdAt: number,
    expiresAt: number,
  ],
  { id: number }
>(
  "insert-device-code",
  `INSERT INTO device_codes (device_hash, user_code_hash, application_id, scopes, address, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
);

export const countDeviceCodes = statement<[applicationId: number, now: number], { count: number }>(
  "count-device-codes",
  "SELECT count(*) AS count FROM device_codes WHERE application_id = $1 AND expires_at > $2",
);

export const selectDeviceCode = statement<[deviceHash: string], DeviceCodeRow>(
  "select-device-code",
  `SELECT ${deviceCodeColumns} FROM device_codes WHERE device_hash = $1`,
);

export const selectPendingDeviceCode = statement<[userCodeHash: string, now: number], DeviceCodeRow>(
  "select-pending-device-code",
  `SELECT ${deviceCodeColumns} FROM device_codes
   WHERE user_code_hash = $1 AND expires_at > $2 AND state = 'pending'`,
);

export const pollDeviceCode = statement<[id: number, at: number]>(
  "poll-device-code",
  "UPDATE device_codes SET polled_at = $2 WHERE id = $1",
);

export const changeDeviceCode = statement<[id: number, from: string, to: string, userId: number], { id: number }>(
  "change-device-code",
  "UPDATE device_codes SET state = $3, user_id = $4 WHERE id = $1 AND state = $2 RETURNING id",
);

export interface RefreshTokenRow {
  authorization_id: number;
  user_id: number;
  application_id: number;
  is_of_device: number;
  expires_at: number;
  used_at: number | null;
}

export const deleteExpiredRefreshTokens = deleteExpired("refresh_tokens", "token_hash");

/** A used token is only remembered as long as it would have been valid. */
export const insertRefreshToken = statement<
  [
    tokenHash: string,
    authorizationId: number,
    userId: number,
    applicationId: number,
    isOfDevice: number,
    expiresAt: number,
  ]
>(
  "insert-refresh-token",
  `INSERT INTO refresh_tokens (token_hash, authorization_id, user_id, application_id, is_of_device, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6)`,
);

export const selectRefreshToken = statement<[tokenHash: string], RefreshTokenRow>(
  "select-refresh-token",
  `SELECT authorization_id, user_id, application_id, is_of_device, expires_at, used_at
   FROM refresh_tokens WHERE token_hash = $1`,
);

export const useRefreshToken = statement<[tokenHash: string, at: number], { user_id: number }>(
  "use-refresh-token",
  "UPDATE refresh_tokens SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL RETURNING user_id",
);

export const listFlowTokens = statement<[userId: number, applicationId: number], { id: number; scopes: string }>(
  "list-flow-tokens",
  `SELECT id, scopes FROM authorizations
   WHERE user_id = $1 AND application_id = $2 AND origin IN ('web', 'device') ORDER BY id`,
);
