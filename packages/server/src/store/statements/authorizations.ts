import { applicationColumns } from "./applications.js";
import { type IdRow, statement } from "./statement.js";

/** Authorization without the columns it is found by: the digest of its token, and its application. */
export interface TokenRow {
  id: number;
  user_id: number;
  token_last_eight: string | null;
  note: string | null;
  note_url: string | null;
  fingerprint: string | null;
  scopes: string;
  created_at: number;
  updated_at: number;
  expires_at: number | null;
  installation: string | null;
}

export interface AuthorizationRow extends TokenRow {
  token_hash: string | null;
  application_id: number | null;
  application_client_id: string | null;
  application_name: string | null;
  application_url: string | null;
}

export const tokenColumns = `a.id, a.user_id, a.token_last_eight, a.note, a.note_url, a.fingerprint, a.scopes, a.created_at,
  a.updated_at, a.expires_at, a.installation`;

export const authorizationColumns = `${tokenColumns}, a.token_hash, ${applicationColumns}`;

export const authorizationTables = "authorizations a LEFT JOIN applications p ON p.id = a.application_id";

export const selectAuthorization = statement<[userId: number, id: number], AuthorizationRow>(
  "select-authorization",
  `SELECT ${authorizationColumns} FROM ${authorizationTables} WHERE a.user_id = $1 AND a.id = $2`,
  { batchParameterTypes: ["integer", "integer"] },
);

export const listAuthorizations = statement<
  [userId: number, applicationId: number, limit: number, offset: number],
  AuthorizationRow
>(
  "list-authorizations",
  `SELECT ${authorizationColumns} FROM ${authorizationTables}
   WHERE a.user_id = $1 AND (a.application_id = $2 OR $2 = 0)
   ORDER BY coalesce(a.application_id, 0),
     CASE WHEN a.application_id IS NULL THEN '' ELSE coalesce(a.fingerprint, '') END, a.id
   LIMIT $3 OFFSET $4`,
);

export const countAuthorizations = statement<[userId: number, applicationId: number], { count: number }>(
  "count-authorizations",
  "SELECT count(*) AS count FROM authorizations WHERE user_id = $1 AND (application_id = $2 OR $2 = 0)",
);

export const selectInSlot = statement<[userId: number, applicationId: number, fingerprint: string], AuthorizationRow>(
  "select-in-slot",
  `SELECT ${authorizationColumns} FROM ${authorizationTables}
   WHERE a.user_id = $1 AND a.application_id = $2 AND coalesce(a.fingerprint, '') = $3 AND a.origin = 'password'`,
);

export const selectPersonalByNote = statement<[userId: number, note: string], IdRow>(
  "select-personal-by-note",
  "SELECT id FROM authorizations WHERE user_id = $1 AND note = $2 AND application_id IS NULL AND origin = 'password'",
);

export const selectPersonalByFingerprint = statement<[userId: number, fingerprint: string], IdRow>(
  "select-personal-by-fingerprint",
  `SELECT id FROM authorizations
   WHERE user_id = $1 AND fingerprint = $2 AND application_id IS NULL AND origin = 'password'`,
);

export const selectScopesInUse = statement<[userId: number, applicationId: number, now: number], { scopes: string }>(
  "select-scopes-in-use",
  `SELECT scopes FROM authorizations
   WHERE user_id = $1 AND application_id = $2 AND (expires_at IS NULL OR expires_at > $3) ORDER BY id`,
);

export const insertAuthorization = statement<
  [
    userId: number,
    applicationId: number | null,
    tokenHash: string,
    tokenLastEight: string,
    note: string | null,
    noteUrl: string | null,
    fingerprint: string | null,
    scopes: string,
    createdAt: number,
    expiresAt: number | null,
    installation: string | null,
    origin: string,
  ],
  IdRow
>(
  "insert-authorization",
  `INSERT INTO authorizations (user_id, application_id, token_hash, token_last_eight, note, note_url, fingerprint,
     scopes, created_at, updated_at, expires_at, installation, origin)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12) RETURNING id`,
);

export const updateAuthorization = statement<
  [
    userId: number,
    id: number,
    note: string | null,
    noteUrl: string | null,
    fingerprint: string | null,
    scopes: string,
    updatedAt: number,
  ]
>(
  "update-authorization",
  `UPDATE authorizations SET note = $3, note_url = $4, fingerprint = $5, scopes = $6, updated_at = $7
   WHERE user_id = $1 AND id = $2`,
);

export const deleteAuthorization = statement<[userId: number, id: number], IdRow>(
  "delete-authorization",
  "DELETE FROM authorizations WHERE user_id = $1 AND id = $2 RETURNING id",
);

export const deleteAuthorizations = statement<[userId: number, applicationId: number]>(
  "delete-authorizations",
  "DELETE FROM authorizations WHERE user_id = $1 AND application_id = $2",
);
