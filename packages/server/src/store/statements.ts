import { timingSafeEqual } from "node:crypto";
import type { Statement, Value } from "./driver.js";

// Every statement of the store. One text for all engines: no word here that SQLite and PostgreSQL do not share.
// PostgreSQL takes the type of a parameter from where it stands first: next to a column, not next to a 0.

export interface UserRow {
  user_id: number;
  login: string;
  user_name: string | null;
  email: string | null;
  site_admin: number;
  suspended_at: number | null;
}

export interface CredentialsRow extends UserRow {
  password_hash: string;
  sealed_otp_seed: string | null;
}

export interface UserRecordRow extends UserRow {
  two_factor: number;
  created_at: number;
}

export interface ApplicationRow {
  id: number;
  client_id: string;
  secret_hash: string;
  name: string;
  url: string;
  type: string;
  expire_user_tokens: number;
}

export type ApplicationRecordRow = Omit<ApplicationRow, "secret_hash" | "expire_user_tokens"> & { created_at: number };

export interface GrantRow {
  id: number;
  scopes: string;
  created_at: number;
  updated_at: number;
  application_id: number;
  application_client_id: string;
  application_name: string;
  application_url: string;
}

/** An authorization without what it is found by: the digest of its token, and its application. */
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

interface IdRow {
  id: number;
}

export const userColumns = "u.id AS user_id, u.login, u.name AS user_name, u.email, u.site_admin, u.suspended_at";
const applicationRowColumns = "id, client_id, secret_hash, name, url, type, expire_user_tokens";
const applicationColumns =
  "p.id AS application_id, p.client_id AS application_client_id, p.name AS application_name, p.url AS application_url";
const grantColumns = `g.id, g.scopes, g.created_at, g.updated_at, ${applicationColumns}`;
const tokenColumns = `a.id, a.user_id, a.token_last_eight, a.note, a.note_url, a.fingerprint, a.scopes, a.created_at,
  a.updated_at, a.expires_at, a.installation`;
const authorizationColumns = `${tokenColumns}, a.token_hash, ${applicationColumns}`;
const authorizationTables = "authorizations a LEFT JOIN applications p ON p.id = a.application_id";
const grantTables = "grants g JOIN applications p ON p.id = g.application_id";

function statement<Parameters extends readonly Value[], Row = never>(
  name: string,
  sql: string,
  options: Pick<Statement<Parameters, Row>, "isCacheable" | "isImmediate"> & {
    readonly batchParameterTypes?: {
      readonly [Index in keyof Parameters]: Parameters[Index] extends string ? "text" : "integer";
    };
  } = {},
): Statement<Parameters, Row> {
  // All of one shape: they are looked at with every request.
  const { batchParameterTypes, isCacheable, isImmediate = false } = options;
  return {
    name,
    sql,
    isImmediate,
    ...(batchParameterTypes && { batchParameterTypes }),
    ...(isCacheable && { isCacheable }),
  };
}

export const selectMetadata = statement<[name: string], { value: string }>(
  "select-property",
  "SELECT value FROM properties WHERE name = $1",
);

export const insertMetadata = statement<[name: string, value: string]>(
  "insert-property",
  "INSERT INTO properties (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING",
);

export const writeMetadata = statement<[name: string, value: string]>(
  "write-property",
  "INSERT INTO properties (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
);

/** Writes only over the value that is known. */
export const replaceMetadata = statement<[name: string, old: string, value: string], { name: string }>(
  "replace-property",
  "UPDATE properties SET value = $3 WHERE name = $1 AND value = $2 RETURNING name",
);

export const selectUser = statement<[id: number], UserRow>(
  "select-user",
  `SELECT ${userColumns} FROM users u WHERE u.id = $1`,
);

/** The login in lower case: what that is of a parameter depends on the engine and on the language of the database. */
export const selectCredentials = statement<[login: string], CredentialsRow>(
  "select-credentials",
  `SELECT ${userColumns}, u.password_hash, u.sealed_otp_seed FROM users u WHERE lower(u.login) = $1`,
  { batchParameterTypes: ["text"] },
);

export const insertUser = statement<
  [
    login: string,
    name: string | null,
    email: string | null,
    siteAdmin: number,
    passwordHash: string,
    sealedOtpSecret: string | null,
    createdAt: number,
  ],
  IdRow
>(
  "insert-user",
  `INSERT INTO users (login, name, email, site_admin, password_hash, sealed_otp_seed, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
);

export const useOtpStep = statement<[userId: number, step: number], IdRow>(
  "use-otp-step",
  "UPDATE users SET otp_step = $2 WHERE id = $1 AND otp_step < $2 RETURNING id",
);

const selectUserRecords = `SELECT ${userColumns}, u.created_at,
  CASE WHEN u.sealed_otp_seed IS NULL THEN 0 ELSE 1 END AS two_factor FROM users u`;

export const listUsers = statement<[after: number, limit: number], UserRecordRow>(
  "list-accounts",
  `${selectUserRecords} WHERE u.id > $1 ORDER BY u.id LIMIT $2`,
);

export const selectUserRecord = statement<[login: string], UserRecordRow>(
  "select-user-record",
  `${selectUserRecords} WHERE lower(u.login) = $1`,
);

/** Two rows say that an address is no name of one user. */
export const selectLoginsOfEmail = statement<[email: string], { login: string }>(
  "select-logins-of-email",
  "SELECT login FROM users WHERE lower(email) = $1 LIMIT 2",
);

export const setPasswordHash = statement<[userId: number, passwordHash: string]>(
  "set-password-hash",
  "UPDATE users SET password_hash = $2 WHERE id = $1",
);

export const setOtpSecret = statement<[userId: number, sealedOtpSecret: string | null]>(
  "set-otp-seed",
  "UPDATE users SET sealed_otp_seed = $2 WHERE id = $1",
);

export const setSuspended = statement<[userId: number, at: number | null]>(
  "set-suspended",
  "UPDATE users SET suspended_at = $2 WHERE id = $1",
);

export const listOtpSecrets = statement<[after: number, limit: number], { id: number; sealed_otp_seed: string }>(
  "list-otp-seeds",
  "SELECT id, sealed_otp_seed FROM users WHERE id > $1 AND sealed_otp_seed IS NOT NULL ORDER BY id LIMIT $2",
);

export const replaceOtpSecret = statement<[userId: number, old: string, sealedOtpSecret: string]>(
  "replace-otp-seed",
  "UPDATE users SET sealed_otp_seed = $3 WHERE id = $1 AND sealed_otp_seed = $2",
);

export const selectFailedLogins = statement<[name: string, now: number], { failures: number; until: number }>(
  "select-failed-logins",
  "SELECT failures, until FROM failed_logins WHERE name = $1 AND until > $2",
  { isImmediate: true },
);

/** Outside of requests, a slice at a time: an attack may leave more rows than can be deleted in one go. */
export const deleteExpiredFailedLogins = statement<[now: number, limit: number], { name: string }>(
  "delete-expired-failed-logins",
  `DELETE FROM failed_logins WHERE name IN (
     SELECT name FROM failed_logins WHERE until <= $1 ORDER BY until LIMIT $2) RETURNING name`,
);

export const deleteExcessFailedLogins = statement<[limit: number, keep: number], { name: string }>(
  "delete-excess-failed-logins",
  `DELETE FROM failed_logins WHERE name IN (
     SELECT name FROM failed_logins ORDER BY until DESC LIMIT $1 OFFSET $2) RETURNING name`,
);

/** An expired count starts anew. */
export const countFailedLogin = statement<[name: string, until: number, now: number]>(
  "count-failed-login",
  `INSERT INTO failed_logins (name, failures, until) VALUES ($1, 1, $2)
   ON CONFLICT (name) DO UPDATE SET
     failures = CASE WHEN failed_logins.until <= $3 THEN 1 ELSE failed_logins.failures + 1 END,
     until = CASE WHEN failed_logins.until <= $3 THEN excluded.until ELSE failed_logins.until END`,
);

export const deleteFailedLogins = statement<[name: string]>(
  "delete-failed-logins",
  "DELETE FROM failed_logins WHERE name = $1",
);

export const selectApplication = statement<[clientId: string], ApplicationRow>(
  "select-application",
  `SELECT ${applicationRowColumns} FROM applications WHERE client_id = $1`,
);

/**
 * Rows are kept for the right digest alone: a wrong secret costs the lookup that an unknown client id costs. That the
 * digest is right is for the caller to decide, in constant time; here it is part of what the rows are kept under.
 */
export const selectApplicationForSecret = statement<[clientId: string, secretHash: string], ApplicationRow>(
  "select-application-for-secret",
  `SELECT ${applicationRowColumns} FROM applications WHERE client_id = $1 AND $2 <> ''`,
  {
    batchParameterTypes: ["text", "text"],
    isCacheable: ([row], [, secretHash]) =>
      row !== undefined && timingSafeEqual(Buffer.from(row.secret_hash), Buffer.from(secretHash)),
  },
);

export const selectApplicationByName = statement<[name: string], ApplicationRow>(
  "select-application-by-name",
  `SELECT ${applicationRowColumns} FROM applications WHERE name = $1 ORDER BY id LIMIT 1`,
);

export const insertApplication = statement<
  [
    clientId: string,
    secretHash: string,
    name: string,
    url: string,
    callbackUrl: string | null,
    type: string,
    createdAt: number,
    expireUserTokens: number,
    deviceFlow: number,
    consent: string,
    ownerId: number | null,
  ],
  IdRow
>(
  "insert-application",
  `INSERT INTO applications (client_id, secret_hash, name, url, callback_url, type, created_at, expire_user_tokens,
     device_flow, consent, owner_id)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING RETURNING id`,
);

export const listApplications = statement<[after: number, limit: number], ApplicationRecordRow>(
  "list-applications",
  "SELECT id, client_id, name, url, type, created_at FROM applications WHERE id > $1 ORDER BY id LIMIT $2",
);

export const setSecretHash = statement<[applicationId: number, secretHash: string]>(
  "set-secret-hash",
  "UPDATE applications SET secret_hash = $2 WHERE id = $1",
);

export const deleteApplication = statement<[applicationId: number]>(
  "delete-application",
  "DELETE FROM applications WHERE id = $1",
);

export const countAuthorizationsOf = statement<[applicationId: number], { count: number }>(
  "count-authorizations-of",
  "SELECT count(*) AS count FROM authorizations WHERE application_id = $1",
);

export const deleteAuthorizationsOf = statement<[applicationId: number]>(
  "delete-authorizations-of",
  "DELETE FROM authorizations WHERE application_id = $1",
);

export const deleteGrantsOf = statement<[applicationId: number]>(
  "delete-grants-of",
  "DELETE FROM grants WHERE application_id = $1",
);

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

/** What every check of a token asks for: nothing that whoever asks knows already. */
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

export const selectGrant = statement<[userId: number, id: number], GrantRow>(
  "select-grant",
  `SELECT ${grantColumns} FROM ${grantTables} WHERE g.user_id = $1 AND g.id = $2`,
  { batchParameterTypes: ["integer", "integer"] },
);

export const selectGrantOf = statement<[userId: number, applicationId: number], GrantRow>(
  "select-grant-of",
  `SELECT ${grantColumns} FROM ${grantTables} WHERE g.user_id = $1 AND g.application_id = $2`,
);

export const listGrants = statement<[userId: number, applicationId: number, limit: number, offset: number], GrantRow>(
  "list-grants",
  `SELECT ${grantColumns} FROM ${grantTables}
   WHERE g.user_id = $1 AND (g.application_id = $2 OR $2 = 0) ORDER BY g.id LIMIT $3 OFFSET $4`,
);

export const countGrants = statement<[userId: number, applicationId: number], { count: number }>(
  "count-grants",
  "SELECT count(*) AS count FROM grants WHERE user_id = $1 AND (application_id = $2 OR $2 = 0)",
);

export const insertGrant = statement<[userId: number, applicationId: number, now: number]>(
  "insert-grant",
  "INSERT INTO grants (user_id, application_id, scopes, created_at, updated_at) VALUES ($1, $2, '', $3, $3)",
);

export const updateGrant = statement<[id: number, scopes: string, updatedAt: number]>(
  "update-grant",
  "UPDATE grants SET scopes = $2, updated_at = $3 WHERE id = $1",
);

export const deleteGrant = statement<[userId: number, id: number], IdRow>(
  "delete-grant",
  "DELETE FROM grants WHERE user_id = $1 AND id = $2 RETURNING id",
);
