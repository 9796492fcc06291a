import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Driver } from "./driver.js";
import { MissingTablesError, migrate, NewerDatabaseError } from "./migrate.js";

describeEngines((engine) => {
  let driver: Driver;
  beforeEach(async () => {
    driver = await engine.openDriver();
  });
  afterEach(() => driver.close());

  let statements = 0;
  const query = <Row>(sql: string): Promise<Row[]> => {
    statements += 1;
    return driver.run<[], Row>({ name: `test-${statements}`, sql });
  };
  const tables = async () =>
    (await query<{ name: string }>(driver.dialect.listTables))
      .map(({ name }) => name)
      .filter((name) => !name.startsWith("sqlite_"))
      .sort();
  const versions = async () =>
    (await query<{ version: number }>("SELECT version FROM migrations ORDER BY version")).map(({ version }) => version);

  const totals = () =>
    query<{ user_id: number; list: number; total: number }>("SELECT * FROM list_totals ORDER BY user_id, list");

  /** Stores 2001 users, each with a grant, a personal token and two tokens of one application, without totals. */
  async function fillOlder(): Promise<void> {
    const users = "WITH RECURSIVE users (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM users WHERE i < 2001)";
    await query(`INSERT INTO users (id, login, site_admin, password_hash, created_at)
        ${users} SELECT i, 'user-' || i, 0, '', 0 FROM users`);
    await query(`INSERT INTO applications (id, client_id, secret_hash, name, url, type, created_at)
        VALUES (1, 'editor', '', '', '', 'oauth', 0)`);
    await query(`INSERT INTO grants (user_id, application_id, scopes, created_at, updated_at)
        ${users} SELECT i, 1, '', 0, 0 FROM users`);
    for (const [application, fingerprint] of [
      [1, "a"],
      [1, "b"],
      ["NULL", "c"],
    ]) {
      await query(`INSERT INTO authorizations
            (user_id, application_id, note, fingerprint, scopes, created_at, updated_at)
          ${users} SELECT i, ${application}, 'note', '${fingerprint}', '', 0, 0 FROM users`);
    }
  }

  describe("migrate", () => {
    test("makes the tables once, and says from which version to which", async () => {
      const { from, to } = await migrate(driver);
      expect(from).toBe(0);
      expect(await versions()).toEqual(Array.from({ length: to }, (_, index) => index + 1));
      const before = await tables();
      expect(before).toContain("authorizations");
      await expect(migrate(driver)).resolves.toEqual({ from: to, to });
      expect([await tables(), (await versions()).length]).toEqual([before, to]);
    });

    test("goes on where an older program stopped", async () => {
      await migrate(driver, "create", 1);
      await query(
        "INSERT INTO applications (client_id, secret_hash, name, url, type, created_at) VALUES ('a', 'digest', '', '', 'github', 0)",
      );
      await query(`INSERT INTO users (id, login, email, site_admin, password_hash, created_at)
          VALUES (1, 'octocat', 'octocat@a.example', 0, '', 0), (2, 'hubot', NULL, 0, '', 0)`);
      const { from, to } = await migrate(driver);
      expect(from).toBe(1);
      expect(await versions()).toEqual(Array.from({ length: to }, (_, index) => index + 1));
      await expect(query("SELECT suspended_at FROM users")).resolves.toEqual([
        { suspended_at: null },
        { suspended_at: null },
      ]);
      await expect(query("SELECT * FROM emails")).resolves.toEqual([
        {
          user_id: 1,
          position: 0,
          email: "octocat@a.example",
          is_primary: 1,
          verified: 1,
          visibility: "public",
        },
      ]);
      await expect(query("SELECT expire_user_tokens FROM applications")).resolves.toEqual([{ expire_user_tokens: 1 }]);
      await expect(query("SELECT application_id, secret_hash, last_used_at FROM client_secrets")).resolves.toEqual([
        { application_id: 1, secret_hash: "digest", last_used_at: null },
      ]);
    });

    test("counts the rows of an older program, slice by slice, also after it was stopped between two", async () => {
      await migrate(driver, "create", 4);
      await fillOlder();
      // The second slice is not stored.
      let slices = 0;
      const stopped = migrate({
        dialect: driver.dialect,
        run: driver.run,
        transaction: (userId, work) => driver.transaction(userId, work),
        close: () => driver.close(),
        migrate(work) {
          slices += 1;
          return slices === 3 ? Promise.reject(new Error("stopped")) : driver.migrate(work);
        },
      });
      await expect(stopped).rejects.toThrow("stopped");
      expect(await totals()).toHaveLength(3 * 1000);
      await expect(migrate(driver, "require")).rejects.toThrow("the migration of its tables was interrupted");
      // A server of the older version that is still running goes on to write.
      await query("DELETE FROM authorizations WHERE user_id IN (1, 1500) AND application_id IS NULL");
      const progress: [done: number, total: number][] = [];
      await migrate(driver, "upgrade", undefined, (...step) => progress.push(step));
      // The users of the first slice were done before.
      expect(progress).toEqual([
        [2000, 2001],
        [2001, 2001],
      ]);
      const rows = (await totals()).filter(({ user_id: id }) => [1, 2, 1500, 1501].includes(id));
      expect(rows.map(({ user_id: id, list, total }) => [id, list, total])).toEqual(
        [
          ...[1, 1500].flatMap((id) => [
            [id, -1, 1],
            [id, 0, 2],
            [id, 1, 2],
          ]),
          ...[2, 1501].flatMap((id) => [
            [id, -1, 1],
            [id, 0, 3],
            [id, 1, 2],
          ]),
        ].sort(([a = 0], [b = 0]) => a - b),
      );
      await expect(migrate(driver, "require")).resolves.toMatchObject({});
    });

    test("makes nothing in an empty database that must not be filled, whether tables may be upgraded or not", async () => {
      await expect(migrate(driver, "upgrade")).rejects.toThrow(MissingTablesError);
      await expect(migrate(driver, "require")).rejects.toThrow(MissingTablesError);
      expect(await tables()).toEqual([]);
    });

    test("leaves older tables as they are where they are only to be used", async () => {
      await migrate(driver, "create", 1);
      await expect(migrate(driver, "require")).rejects.toThrow(/^its tables have version 1, this program needs \d+$/);
      expect(await versions()).toEqual([1]);
      const { from, to } = await migrate(driver, "upgrade");
      expect(from).toBe(1);
      await expect(migrate(driver, "require")).resolves.toEqual({ from: to, to });
    });

    test("refuses a database of a newer program and leaves it as it is", async () => {
      await migrate(driver);
      await query("INSERT INTO migrations (version) VALUES (1000)");
      const before = [await tables(), await versions()];
      await expect(migrate(driver)).rejects.toThrow(NewerDatabaseError);
      await expect(migrate(driver)).rejects.toThrow(/^the database has version 1000, .*: use a newer program$/);
      expect([await tables(), await versions()]).toEqual(before);
    });

    test("leaves nothing of a migration that fails half-way, and works once the obstacle is gone", async () => {
      await query("CREATE TABLE authorizations (id INTEGER)");
      await expect(migrate(driver)).rejects.toThrow(/"?authorizations"? already exists/);
      expect(await tables()).toEqual(["authorizations"]);
      await query("DROP TABLE authorizations");
      await expect(migrate(driver)).resolves.toMatchObject({ from: 0 });
    });

    test("does everything once when it is called many times at the same moment", async () => {
      const results = await Promise.all(Array.from({ length: 8 }, () => migrate(driver)));
      expect(results.filter(({ from }) => from === 0)).toHaveLength(1);
      expect((await versions()).length).toBe(results[0]?.to);
    });
  });

  describe("the tables", () => {
    beforeEach(async () => {
      await migrate(driver);
      await query(
        "INSERT INTO users (id, login, site_admin, password_hash, created_at) VALUES (1, 'octocat', 0, '', 0)",
      );
      await query(
        "INSERT INTO applications (id, client_id, name, url, type, created_at) VALUES (1, 'editor', '', '', 'oauth', 0)",
      );
    });

    const unique = /unique constraint/i;
    const insert = (origin: string, values: string) => () =>
      query(`
          INSERT INTO authorizations (user_id, origin, application_id, note, fingerprint, scopes, created_at, updated_at)
          VALUES (1, '${origin}', ${values}, '', 0, 0)
        `);

    test.each([
      ["one user and application without a fingerprint", "1, NULL, NULL", "1, NULL, ''"],
      ["one user, application and fingerprint", "1, 'a', 'f'", "1, 'b', 'f'"],
      ["one user's personal note", "NULL, 'a', NULL", "NULL, 'a', 'f'"],
      ["one user's personal fingerprint", "NULL, 'a', 'f'", "NULL, 'b', 'f'"],
    ])("hold one token for %s, and any number of another origin", async (_, first, second) => {
      await insert("password", first)();
      await expect(insert("password", second)()).rejects.toThrow(unique);
      await insert("web", second)();
      await insert("web", second)();
    });

    test("hold one user for a login, whatever its case", async () => {
      const second = query(
        "INSERT INTO users (login, site_admin, password_hash, created_at) VALUES ('OctoCat', 0, '', 0)",
      );
      await expect(second).rejects.toThrow(unique);
    });

    test("sort texts byte by byte", async () => {
      for (const note of ["b", "B", "a", "é", "_", "Z", "𝄞", "﷽"]) await insert("web", `NULL, '${note}', NULL`)();
      const rows = await query<{ note: string }>("SELECT note FROM authorizations ORDER BY note");
      expect(rows.map(({ note }) => note)).toEqual(["B", "Z", "_", "a", "b", "é", "﷽", "𝄞"]);
    });
  });
});
