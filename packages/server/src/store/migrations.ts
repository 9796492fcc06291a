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
 * Brings the tables up to date. What is missing is stored whole or not at all; a kill in the middle leaves the old tables.
 * Throws a {@link NewerDatabaseError}; a {@link MissingTablesError} when the mode forbids what is missing.
 */
export async function migrate(driver: Driver, mode: TableMode = "create"): Promise<Migration> {
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
      if (index < from) continue;
      for (const sql of statements(dialect)) await execute(sql);
      await execute(`INSERT INTO migrations (version) VALUES (${index + 1})`);
    }
  });
  return { from, to: migrations.length };
}

function requireAllowed(version: number, mode: TableMode): void {
  if (version > migrations.length) throw new NewerDatabaseError(version);
  const isMissing = version === 0 && mode !== "create";
  const isOutdated = version < migrations.length && mode === "require";
  if (isMissing || isOutdated) throw new MissingTablesError(version);
}
