import type { Dialect } from "./driver.js";

/** Every change of the tables so far, oldest first. One that was released is never edited: add another. */
export const migrations: readonly ((dialect: Dialect) => string[])[] = [
  ({ id, integer, text, tableOptions }) => [
    `CREATE TABLE properties (name ${text} NOT NULL PRIMARY KEY, value ${text} NOT NULL) ${tableOptions}`,

    `CREATE TABLE users (
      id ${id},
      login ${text} NOT NULL,
      name ${text},
      email ${text},
      site_admin ${integer} NOT NULL,
      password_hash ${text} NOT NULL,
      sealed_otp_seed ${text},
      otp_step ${integer} NOT NULL DEFAULT 0,
      created_at ${integer} NOT NULL
    ) ${tableOptions}`,
    "CREATE UNIQUE INDEX users_login ON users (lower(login))",

    `CREATE TABLE failed_logins (
      name ${text} NOT NULL PRIMARY KEY,
      failures ${integer} NOT NULL,
      until ${integer} NOT NULL
    ) ${tableOptions}`,
    "CREATE INDEX failed_logins_until ON failed_logins (until)",

    `CREATE TABLE applications (
      id ${id},
      client_id ${text} NOT NULL UNIQUE,
      secret_hash ${text} NOT NULL,
      name ${text} NOT NULL,
      url ${text} NOT NULL,
      callback_url ${text},
      type ${text} NOT NULL CHECK (type IN ('oauth', 'github')),
      created_at ${integer} NOT NULL
    ) ${tableOptions}`,

    `CREATE TABLE grants (
      id ${id},
      user_id ${integer} NOT NULL REFERENCES users (id),
      application_id ${integer} NOT NULL REFERENCES applications (id),
      scopes ${text} NOT NULL,
      created_at ${integer} NOT NULL,
      updated_at ${integer} NOT NULL,
      UNIQUE (user_id, application_id)
    ) ${tableOptions}`,

    // origin: 'password' for what a user makes through this API, 'scoped' for what an application makes of that; the
    // slots below are for the former alone, and a web sign-in may make several tokens as well.
    `CREATE TABLE authorizations (
      id ${id},
      user_id ${integer} NOT NULL REFERENCES users (id),
      application_id ${integer} REFERENCES applications (id),
      origin ${text} NOT NULL DEFAULT 'password',
      token_hash ${text} UNIQUE,
      token_last_eight ${text},
      note ${text},
      note_url ${text},
      fingerprint ${text},
      scopes ${text} NOT NULL,
      created_at ${integer} NOT NULL,
      updated_at ${integer} NOT NULL,
      expires_at ${integer},
      installation ${text}
    ) ${tableOptions}`,
    `CREATE UNIQUE INDEX authorizations_slot ON authorizations (user_id, application_id, coalesce(fingerprint, ''))
      WHERE application_id IS NOT NULL AND origin = 'password'`,
    `CREATE UNIQUE INDEX authorizations_personal_note ON authorizations (user_id, note)
      WHERE application_id IS NULL AND origin = 'password'`,
    `CREATE UNIQUE INDEX authorizations_personal_fingerprint ON authorizations (user_id, fingerprint)
      WHERE application_id IS NULL AND origin = 'password' AND fingerprint IS NOT NULL`,
    "CREATE INDEX authorizations_of_user ON authorizations (user_id, application_id)",
  ],
  ({ integer }) => [`ALTER TABLE users ADD COLUMN suspended_at ${integer}`],
  () => ["CREATE INDEX users_email ON users (lower(email))"],

  // The sign-in flows. Their tokens are authorizations of the origin 'web' or 'device'.
  ({ id, integer, text, tableOptions }) => [
    `ALTER TABLE applications ADD COLUMN owner_id ${integer} REFERENCES users (id)`,
    `ALTER TABLE applications ADD COLUMN device_flow ${integer} NOT NULL DEFAULT 0`,
    `ALTER TABLE applications ADD COLUMN consent ${text} NOT NULL DEFAULT 'ask'`,
    `ALTER TABLE applications ADD COLUMN expire_user_tokens ${integer} NOT NULL DEFAULT 0`,
    "UPDATE applications SET expire_user_tokens = 1 WHERE type = 'github'",

    `CREATE TABLE sessions (
      id ${id},
      id_hash ${text} NOT NULL UNIQUE,
      user_id ${integer} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
      signed_in ${integer} NOT NULL,
      sudo_until ${integer} NOT NULL,
      created_at ${integer} NOT NULL,
      last_used_at ${integer} NOT NULL,
      expires_at ${integer} NOT NULL,
      address ${text} NOT NULL,
      user_agent ${text} NOT NULL
    ) ${tableOptions}`,
    "CREATE INDEX sessions_of_user ON sessions (user_id)",
    "CREATE INDEX sessions_expires_at ON sessions (expires_at)",

    `CREATE TABLE recovery_codes (
      user_id ${integer} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
      code_hash ${text} NOT NULL,
      PRIMARY KEY (user_id, code_hash)
    ) ${tableOptions}`,

    `CREATE TABLE authorization_codes (
      code_hash ${text} NOT NULL PRIMARY KEY,
      application_id ${integer} NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
      user_id ${integer} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
      redirect_uri ${text},
      scopes ${text} NOT NULL,
      challenge ${text},
      expires_at ${integer} NOT NULL,
      used_at ${integer},
      authorization_id ${integer}
    ) ${tableOptions}`,
    "CREATE INDEX authorization_codes_expires_at ON authorization_codes (expires_at)",

    `CREATE TABLE device_codes (
      id ${id},
      device_hash ${text} NOT NULL UNIQUE,
      user_code_hash ${text} NOT NULL UNIQUE,
      application_id ${integer} NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
      scopes ${text} NOT NULL,
      state ${text} NOT NULL DEFAULT 'pending',
      user_id ${integer} REFERENCES users (id) ON DELETE CASCADE,
      address ${text} NOT NULL,
      created_at ${integer} NOT NULL,
      expires_at ${integer} NOT NULL,
      polled_at ${integer}
    ) ${tableOptions}`,
    "CREATE INDEX device_codes_of_application ON device_codes (application_id, expires_at)",
    "CREATE INDEX device_codes_expires_at ON device_codes (expires_at)",

    // A refresh token ends with its authorization, however that is deleted.
    `CREATE TABLE refresh_tokens (
      token_hash ${text} NOT NULL PRIMARY KEY,
      authorization_id ${integer} NOT NULL REFERENCES authorizations (id) ON DELETE CASCADE,
      user_id ${integer} NOT NULL,
      application_id ${integer} NOT NULL,
      is_of_device ${integer} NOT NULL,
      expires_at ${integer} NOT NULL,
      used_at ${integer}
    ) ${tableOptions}`,
    "CREATE INDEX refresh_tokens_of_authorization ON refresh_tokens (authorization_id)",
    "CREATE INDEX refresh_tokens_expires_at ON refresh_tokens (expires_at)",
  ],

  // Lists have an index in their order, and a total that triggers keep; migrate.ts counts those of older rows. An index
  // has every list of scopes in use.
  ({ integer, tableOptions, trigger }) => [
    // list: 0 for all authorizations of a user, -1 for all grants, or an application for its authorizations.
    `CREATE TABLE list_totals (
      user_id ${integer} NOT NULL,
      list ${integer} NOT NULL,
      total ${integer} NOT NULL,
      PRIMARY KEY (user_id, list)
    ) ${tableOptions}`,
    ...trigger("count_new_authorizations", "INSERT", "authorizations", (rows) => [
      countList(rows, "0", 1),
      countList(rows, "application_id", 1),
    ]),
    ...trigger("count_deleted_authorizations", "DELETE", "authorizations", (rows) => [
      countList(rows, "0", -1),
      countList(rows, "application_id", -1),
      deleteEmptyLists(rows),
    ]),
    ...trigger("count_new_grants", "INSERT", "grants", (rows) => [countList(rows, "-1", 1)]),
    ...trigger("count_deleted_grants", "DELETE", "grants", (rows) => [
      countList(rows, "-1", -1),
      deleteEmptyLists(rows),
    ]),
    "INSERT INTO properties (name, value) VALUES ('totals-counted-to', '0')",

    `CREATE INDEX authorizations_listed ON authorizations
      (user_id, coalesce(application_id, 0), (CASE WHEN application_id IS NULL THEN '' ELSE coalesce(fingerprint, '') END), id)`,
    `CREATE INDEX authorizations_scopes ON authorizations
      (user_id, application_id, scopes, coalesce(expires_at, 9007199254740991), id)`,
    `CREATE INDEX authorizations_of_flows ON authorizations (user_id, application_id, id)
      WHERE origin IN ('web', 'device')`,
    "DROP INDEX authorizations_of_user",
    "CREATE INDEX grants_listed ON grants (user_id, id)",
  ],

  // An application may have several client secrets. A flash is what a page shows once after a form, sealed.
  ({ id, integer, text, tableOptions }) => [
    `CREATE TABLE client_secrets (
      id ${id},
      application_id ${integer} NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
      secret_hash ${text} NOT NULL,
      last_eight ${text},
      created_at ${integer} NOT NULL,
      last_used_at ${integer},
      UNIQUE (application_id, secret_hash)
    ) ${tableOptions}`,
    `INSERT INTO client_secrets (application_id, secret_hash, created_at)
      SELECT id, secret_hash, created_at FROM applications ORDER BY id`,
    "ALTER TABLE applications DROP COLUMN secret_hash",
    "CREATE INDEX applications_of_owner ON applications (owner_id, id) WHERE owner_id IS NOT NULL",
    `ALTER TABLE sessions ADD COLUMN flash ${text}`,
  ],

  // A user may have several addresses; users.email stays the one of the profile.
  ({ integer, text, tableOptions }) => [
    `CREATE TABLE emails (
      user_id ${integer} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
      position ${integer} NOT NULL,
      email ${text} NOT NULL,
      is_primary ${integer} NOT NULL,
      verified ${integer} NOT NULL,
      visibility ${text},
      PRIMARY KEY (user_id, position)
    ) ${tableOptions}`,
    "CREATE UNIQUE INDEX emails_primary ON emails (user_id) WHERE is_primary = 1",
    "CREATE INDEX emails_address ON emails (lower(email))",
    "DROP INDEX users_email",
    `INSERT INTO emails (user_id, position, email, is_primary, verified, visibility)
      SELECT id, 0, email, 1, 1, 'public' FROM users WHERE email IS NOT NULL`,
  ],
];

function countList(rows: string, list: string, sign: 1 | -1): string {
  const condition = list === "application_id" ? "application_id IS NOT NULL" : "1 = 1";
  const group = list === "application_id" ? "user_id, application_id" : "user_id";
  return `INSERT INTO list_totals (user_id, list, total)
    SELECT user_id, ${list}, ${sign} * count(*) FROM ${rows} AS changed WHERE ${condition} GROUP BY ${group}
    ON CONFLICT (user_id, list) DO UPDATE SET total = list_totals.total + excluded.total`;
}

function deleteEmptyLists(rows: string): string {
  return `DELETE FROM list_totals WHERE total = 0 AND user_id IN (SELECT user_id FROM ${rows} AS changed)`;
}
