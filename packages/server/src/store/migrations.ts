import type { Dialect, Driver, Statement } from "./driver.js";

/** Every change of the tables so far, oldest first. One that was released is never edited: add another. */
const migrations: readonly ((dialect: Dialect) => string[])[] = [
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
];

const appliedMigrations: Statement<[], { version: number | null }> = {
  name: "applied-migrations",
  sql: "SELECT max(version) AS version FROM migrations",
};

/** The database is of a newer version of the software than this one. */
export class NewerDatabaseError extends Error {
  override readonly name = "NewerDatabaseError";

  constructor(version: number) {
    super(`the database has version ${version}, this program knows ${migrations.length}: use a newer program`);
  }
}

/** The database has no tables of this software, or older ones, and was opened only to be used as it is. */
export class MissingTablesError extends Error {
  override readonly name = "MissingTablesError";

  constructor(version: number) {
    super(
      version === 0
        ? "it has no tables"
        : `its tables have version ${version}, this program needs ${migrations.length}`,
    );
  }
}

/**
 * What opening a database may do to its tables: `create` them where there are none, `upgrade` older ones, or `require`
 * them as they should be. The first includes the second.
 */
export type TableMode = "create" | "upgrade" | "require";

/** What was done: `from` and `to` are versions, 0 that of an empty database. */
export interface Migration {
  readonly from: number;
  readonly to: number;
}

/**
 * Brings the tables to a version, the newest by default. All changes are stored or none: a kill in the middle leaves
 * the old tables. Throws a {@link NewerDatabaseError}, or a {@link MissingTablesError} when the mode forbids it.
 */
export async function migrate(
  driver: Driver,
  mode: TableMode = "create",
  to: number = migrations.length,
): Promise<Migration> {
  const { dialect } = driver;
  let from = 0;
  await driver.migrate(async (execute, run) => {
    // Asked first: where nothing is missing, nobody needs the right to make tables.
    const tables: Statement<[], { name: string }> = { name: "tables", sql: dialect.listTables };
    const isThere = (await run(tables)).some(({ name }) => name === "migrations");
    if (isThere) from = (await run(appliedMigrations))[0]?.version ?? 0;
    requireAllowed(from, mode);
    if (!isThere) await execute(`CREATE TABLE migrations (version ${dialect.integer} NOT NULL PRIMARY KEY)`);
    for (const [index, statements] of migrations.entries()) {
      if (index < from || index >= to) continue;
      for (const sql of statements(dialect)) await execute(sql);
      await execute(`INSERT INTO migrations (version) VALUES (${index + 1})`);
    }
  });
  return { from, to };
}

function requireAllowed(version: number, mode: TableMode): void {
  if (version > migrations.length) throw new NewerDatabaseError(version);
  const isMissing = version === 0 && mode !== "create";
  const isOutdated = version < migrations.length && mode === "require";
  if (isMissing || isOutdated) throw new MissingTablesError(version);
}
