import { deleteExpired } from "./delete-expired.js";
import { statement } from "./statement.js";

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
