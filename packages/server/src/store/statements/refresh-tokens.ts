import { deleteExpired } from "./delete-expired.js";
import { statement } from "./statement.js";

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
