import { type IdRow, statement } from "./statement.js";

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

export const userColumns = "u.id AS user_id, u.login, u.name AS user_name, u.email, u.site_admin, u.suspended_at";

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

const userRecordColumns = `${userColumns}, u.created_at,
  CASE WHEN u.sealed_otp_seed IS NULL THEN 0 ELSE 1 END AS two_factor`;

export const listUsers = statement<
  [after: number, limit: number],
  UserRecordRow & { readonly primary_email: string | null }
>(
  "list-accounts",
  `SELECT ${userRecordColumns},
  (SELECT e.email FROM emails e WHERE e.user_id = u.id AND e.is_primary = 1) AS primary_email
  FROM users u WHERE u.id > $1 ORDER BY u.id LIMIT $2`,
);

export const selectUserRecord = statement<[login: string], UserRecordRow>(
  "select-user-record",
  `SELECT ${userRecordColumns} FROM users u WHERE lower(u.login) = $1`,
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

export const countOtpSecrets = statement<[], { count: number }>(
  "count-otp-seeds",
  "SELECT count(*) AS count FROM users WHERE sealed_otp_seed IS NOT NULL",
);

export const listOtpSecrets = statement<[after: number, limit: number], { id: number; sealed_otp_seed: string }>(
  "list-otp-seeds",
  "SELECT id, sealed_otp_seed FROM users WHERE id > $1 AND sealed_otp_seed IS NOT NULL ORDER BY id LIMIT $2",
);

export const replaceOtpSecret = statement<[userId: number, old: string, sealedOtpSecret: string]>(
  "replace-otp-seed",
  "UPDATE users SET sealed_otp_seed = $3 WHERE id = $1 AND sealed_otp_seed = $2",
);
