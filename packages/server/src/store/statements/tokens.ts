import {
  type AuthorizationRow,
  authorizationColumns,
  authorizationTables,
  type TokenRow,
  tokenColumns,
} from "./authorizations.js";
import { type IdRow, statement } from "./statement.js";
import { type UserRow, userColumns } from "./users.js";

/** Reads only the columns that the caller of a check does not know already. */
export const selectToken = statement<[applicationId: number, tokenHash: string, now: number], TokenRow & UserRow>(
  "select-token",
  `SELECT ${tokenColumns}, ${userColumns} FROM authorizations a JOIN users u ON u.id = a.user_id
   WHERE a.token_hash = $2 AND a.application_id = $1 AND (a.expires_at IS NULL OR a.expires_at > $3)`,
  { batchParameterTypes: ["integer", "text", "integer"] },
);

export const findToken = statement<[tokenHash: string, now: number], AuthorizationRow & UserRow>(
  "select-any-token",
  `SELECT ${authorizationColumns}, ${userColumns} FROM ${authorizationTables} JOIN users u ON u.id = a.user_id
   WHERE a.token_hash = $1 AND (a.expires_at IS NULL OR a.expires_at > $2)`,
  { batchParameterTypes: ["text", "integer"] },
);

export const replacePersonalToken = statement<
  [userId: number, id: number, hash: string, lastEight: string, updatedAt: number, expiresAt: number | null]
>(
  "replace-personal-token",
  `UPDATE authorizations SET token_hash = $3, token_last_eight = $4, updated_at = $5, expires_at = $6
   WHERE user_id = $1 AND id = $2 AND application_id IS NULL`,
);

/** The keys of authorizations_listed, whose first rows of a user are the personal tokens. */
export const listPersonalTokens = statement<[userId: number, before: number, limit: number], AuthorizationRow>(
  "list-personal-tokens",
  `SELECT ${authorizationColumns} FROM ${authorizationTables}
   WHERE a.user_id = $1 AND coalesce(a.application_id, 0) = 0
     AND (CASE WHEN a.application_id IS NULL THEN '' ELSE coalesce(a.fingerprint, '') END) = '' AND a.id < $2
   ORDER BY a.id DESC LIMIT $3`,
);

export const replaceToken = statement<
  [
    applicationId: number,
    oldHash: string,
    hash: string,
    lastEight: string,
    updatedAt: number,
    expiresAt: number | null,
  ],
  IdRow
>(
  "replace-token",
  `UPDATE authorizations SET token_hash = $3, token_last_eight = $4, updated_at = $5, expires_at = $6
   WHERE application_id = $1 AND token_hash = $2 RETURNING id`,
);
