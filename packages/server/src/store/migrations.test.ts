import { DatabaseSync } from "@photostructure/sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Driver, Run, Statement } from "./driver.js";
import { migrate, NewerDatabaseError } from "./migrations.js";

let database: InstanceType<typeof DatabaseSync>;
beforeEach(() => {
  database = new DatabaseSync(":memory:");
});
afterEach(() => database.close());

const run = (async ({ sql }: Statement<[], unknown>) => database.prepare(sql).all()) as Run;

/** As much of a driver as a migration needs. */
const driver: Pick<Driver, "dialect" | "migrate"> = {
  dialect: {
    id: "INTEGER PRIMARY KEY",
    integer: "INTEGER",
    text: "TEXT",
    tableOptions: "STRICT",
    emptied: () => [],
    tableNames: "SELECT name FROM sqlite_schema",
  },
  async migrate(work) {
    database.exec("BEGIN");
    try {
      await work(async (sql) => database.exec(sql), run);
      database.exec("COMMIT");
    } catch (error) {
      database.exec("ROLLBACK");
      throw error;
    }
  },
};
const migrated = () => migrate(driver as Driver);
const tables = () => database.prepare("SELECT name, sql FROM sqlite_master ORDER BY name").all();
const versions = () => database.prepare("SELECT version FROM migrations ORDER BY version").all();

describe("migrate", () => {
  test("makes the tables once: a second time changes nothing", async () => {
    await migrated();
    const before = [tables(), versions()];
    await migrated();
    expect([tables(), versions()]).toEqual(before);
    expect(tables()).toEqual(expect.arrayContaining([expect.objectContaining({ name: "authorizations" })]));
    expect(versions()[0]).toMatchObject({ version: 1 });
  });

  test("refuses a database of a newer program and leaves it as it is", async () => {
    await migrated();
    database.exec("INSERT INTO migrations (version) VALUES (1000)");
    const before = [tables(), versions()];
    await expect(migrated()).rejects.toThrow(NewerDatabaseError);
    await expect(migrated()).rejects.toThrow(/^the database has version 1000, .*: use a newer program$/);
    expect([tables(), versions()]).toEqual(before);
  });

  test("leaves nothing of a migration that fails half-way", async () => {
    database.exec("CREATE TABLE authorizations (id INTEGER)");
    const before = tables();
    await expect(migrated()).rejects.toThrow("authorizations already exists");
    expect(tables()).toEqual(before);
  });
});

describe("the tables", () => {
  beforeEach(async () => {
    await migrated();
    database.exec(`
      INSERT INTO users (id, login, site_admin, password_hash, created_at) VALUES (1, 'octocat', 0, '', 0);
      INSERT INTO applications VALUES (1, 'editor', '', '', '', NULL, 'oauth', 0);
    `);
  });

  const insert = (origin: string, values: string) => () =>
    database.exec(`
      INSERT INTO authorizations (user_id, origin, application_id, note, fingerprint, scopes, created_at, updated_at)
      VALUES (1, '${origin}', ${values}, '', 0, 0)
    `);

  test.each([
    ["one user and application without a fingerprint", "1, NULL, NULL", "1, NULL, ''"],
    ["one user, application and fingerprint", "1, 'a', 'f'", "1, 'b', 'f'"],
    ["one user's personal note", "NULL, 'a', NULL", "NULL, 'a', 'f'"],
    ["one user's personal fingerprint", "NULL, 'a', 'f'", "NULL, 'b', 'f'"],
  ])("hold one token for %s, and any number of another origin", (_, first, second) => {
    insert("password", first)();
    expect(insert("password", second)).toThrow("UNIQUE constraint failed");
    insert("web", second)();
    insert("web", second)();
  });

  test("hold one user for a login, whatever its case", () => {
    const second = "INSERT INTO users (login, site_admin, password_hash, created_at) VALUES ('OctoCat', 0, '', 0)";
    expect(() => database.exec(second)).toThrow("UNIQUE constraint failed");
  });
});
