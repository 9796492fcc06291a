import { join } from "node:path";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Driver } from "./driver.js";
import { migrate } from "./migrate.js";
import { openSqliteDriver, type SqliteDriver } from "./sqlite/driver.js";

// Facts of a database that no response shows: what a lookup costs, what refers to what, and what survives a power
// failure. They are literals, for each engine.

/** Indexes by name, except those of primary keys and unique columns, which engines name themselves. */
const indexes = [
  "applications_of_owner",
  "authorization_codes_expires_at",
  "authorizations_listed",
  "authorizations_of_flows",
  "authorizations_personal_fingerprint",
  "authorizations_personal_note",
  "authorizations_scopes",
  "authorizations_slot",
  "device_codes_expires_at",
  "device_codes_of_application",
  "emails_address",
  "emails_primary",
  "failed_logins_until",
  "grants_listed",
  "refresh_tokens_expires_at",
  "refresh_tokens_of_authorization",
  "sessions_expires_at",
  "sessions_of_user",

  "users_login",
];

const listIndexes: Readonly<Record<string, string>> = {
  SQLite: "SELECT name FROM sqlite_schema WHERE type = 'index' AND name NOT LIKE 'sqlite_%'",
  PostgreSQL: `SELECT indexname AS name FROM pg_indexes
    WHERE schemaname = current_schema() AND indexname NOT LIKE '%\\_pkey' AND indexname NOT LIKE '%\\_key'`,
};

let statements = 0;
function query<Row>(driver: Pick<Driver, "run">, sql: string): Promise<Row[]> {
  statements += 1;
  return driver.run<[], Row>({ name: `fact-${statements}`, sql });
}

describeEngines((engine) => {
  let driver: Driver;
  beforeEach(async () => {
    driver = await engine.openDriver();
    await migrate(driver);
  });
  afterEach(() => driver.close());

  test("has these indexes, and no others", async () => {
    const list = listIndexes[engine.isShared ? "PostgreSQL" : "SQLite"];
    const rows = await query<{ name: string }>(driver, list ?? "");
    expect(rows.map(({ name }) => name).sort()).toEqual(indexes);
  });

  test.each([
    ["a grant of a user that is not there", "grants", "user_id, application_id, scopes", "999, 1, ''"],
    ["a grant of an application that is not there", "grants", "user_id, application_id, scopes", "1, 999, ''"],
    ["a token of a user that is not there", "authorizations", "user_id, scopes", "999, ''"],
    ["a token of an application", "authorizations", "user_id, application_id, scopes", "1, 999, ''"],
  ])("stores no %s", async (_, table, columns, values) => {
    const times = "created_at, updated_at";
    await query(
      driver,
      "INSERT INTO users (login, site_admin, password_hash, created_at) VALUES ('octocat', 0, '', 0)",
    );
    await query(
      driver,
      "INSERT INTO applications (client_id, name, url, type, created_at) VALUES ('a', '', '', 'oauth', 0)",
    );
    const insert = (text: string) =>
      query(driver, `INSERT INTO ${table} (${columns}, ${times}) VALUES (${text}, 0, 0)`);
    await expect(insert(values)).rejects.toThrow(/foreign key/i);
    // With the ids of those that are there it can be stored.
    await expect(insert(values.replace("999", "1"))).resolves.toEqual([]);
  });
});

describe("a SQLite file", () => {
  let folder: string;
  let driver: SqliteDriver;
  beforeEach(async () => {
    folder = newFolder();
    driver = await openSqliteDriver(join(folder, "g.db"));
    await migrate(driver);
  });
  afterEach(() => driver.close());

  test.each([
    ["journal_mode", "wal"],
    // FULL: a commit is on the disk before it is acknowledged.
    ["synchronous", 2],
    ["foreign_keys", 1],
    ["locking_mode", "exclusive"],
    ["cache_size", -16_384],
  ])("is used with %s %s", async (pragma, value) => {
    expect(await query(driver, `PRAGMA ${pragma}`)).toEqual([{ [pragma]: value }]);
  });

  test("waits a second for a lock of another process", async () => {
    expect(await query(driver, "PRAGMA busy_timeout")).toEqual([{ timeout: 1000 }]);
  });

  test("works after a commit that failed, which stored nothing", async () => {
    const failed = driver.transaction(null, async (run) => {
      await query({ run }, "INSERT INTO properties (name, value) VALUES ('lost', '')");
      // The violation is found at the commit, and leaves the transaction open.
      await query({ run }, "PRAGMA defer_foreign_keys = ON");
      await query(
        { run },
        "INSERT INTO grants (user_id, application_id, scopes, created_at, updated_at) VALUES (9, 9, '', 0, 0)",
      );
    });
    await expect(failed).rejects.toThrow(/foreign key/i);
    const next = driver.transaction(null, (run) =>
      query({ run }, "INSERT INTO properties (name, value) VALUES ('kept', '')"),
    );
    await expect(next).resolves.toEqual([]);
    expect(await query(driver, "SELECT name FROM properties")).toEqual([{ name: "kept" }]);
  });
});
