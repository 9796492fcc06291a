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
