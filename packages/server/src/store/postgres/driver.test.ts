import { postgresUrl } from "@grantbook/test-kit/engines";
import { createSchema, type TestSchema } from "@grantbook/test-kit/postgres/schema";
import { missingPostgres } from "@grantbook/test-kit/server-process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseAddress } from "./address.js";
import { PostgresDriver, type PostgresDriverOptions } from "./driver.js";

describe.skipIf(missingPostgres)("the driver for PostgreSQL", () => {
  let schema: TestSchema;
  let driver: PostgresDriver;
  const open = async (options: Partial<PostgresDriverOptions> = {}) => {
    driver = new PostgresDriver({
      connection: parseAddress(schema.url),
      maxConnections: 2,
      timeoutMs: 5000,
      ...options,
    });
    await driver.connect();
  };
  beforeEach(async () => {
    schema = await createSchema(postgresUrl());
    await open();
  });
  afterEach(async () => {
    await driver.close();
    await schema.close();
  });

  const query = <Row>(sql: string) => driver.run<[], Row>({ name: sql.slice(0, 60), sql });
  const setting = async (name: string) =>
    (await query<{ value: string }>(`SELECT current_setting('${name}') AS value`))[0]?.value;

  test("names itself, and gives up a statement, and a transaction that waits, after its time-out", async () => {
    expect(await setting("application_name")).toBe("grantbook");
    expect(await setting("statement_timeout")).toBe("5s");
    expect(await setting("idle_in_transaction_session_timeout")).toBe("5s");
  });

  test("gives up no statement of a migration, and lets the name of the address win", async () => {
    await driver.close();
    await open({ connection: { ...parseAddress(schema.url), application_name: "mine" } });
    await driver.migrate(async (execute, run) => {
      await execute("CREATE TABLE things (name text)");
      const sql = "SELECT current_setting('statement_timeout') AS time, current_setting('application_name') AS name";
      expect(await run({ name: "settings", sql })).toEqual([{ time: "0", name: "mine" }]);
    });
    expect(await query("SELECT name FROM things")).toEqual([]);
  });

  test("opens no more connections than it may, and says how many there are", async () => {
    expect(driver.connections).toEqual({ open: 1, idle: 1, waiting: 0 });
    const all = Array.from({ length: 5 }, (_, index) =>
      driver.run({ name: `sleep ${index}`, sql: "SELECT pg_sleep(0.01)" }),
    );
    expect(driver.connections.waiting).toBeGreaterThanOrEqual(3);
    await Promise.all(all);
    expect(driver.connections).toEqual({ open: 2, idle: 2, waiting: 0 });
  });

  test("prepares each statement once, and gives integers as numbers and all else as text", async () => {
    const sql =
      "SELECT 1::smallint AS a, 2::integer AS b, 9007199254740991::bigint AS c, 1.50::numeric AS d, true AS e";
    for (const _ of [1, 2])
      expect(await query(sql)).toEqual([{ a: 1, b: 2, c: 9_007_199_254_740_991, d: "1.50", e: "t" }]);
    const prepared = await query<{ name: string }>(
      "SELECT name FROM pg_prepared_statements WHERE name LIKE 'SELECT 1::%'",
    );
    expect(prepared).toHaveLength(1);
  });

  test.each(["advisory", "serializable"] as const)(
    "waits for what is asked before it closes, with %s locks",
    async (locks) => {
      await driver.close();
      await open({ maxConnections: 1, locks });
      expect(driver.locks).toBe(locks);
      const done: string[] = [];
      const slow = driver.transaction(1, async (run) => {
        await run({ name: "sleep", sql: "SELECT pg_sleep(0.01)" });
        done.push("first");
      });
      const next = driver.transaction(1, async (run) => {
        await run({ name: "one", sql: "SELECT 1 AS one" });
        done.push("second");
      });
      const lookup = driver.run({ name: "one", sql: "SELECT 1 AS one" });
      await driver.close();
      expect(done).toEqual(["first", "second"]);
      await Promise.all([slow, next, lookup]);
      // A request may outlive the grace period of a shutdown: there is no error to report.
      await expect(driver.run({ name: "one", sql: "SELECT 1 AS one" })).rejects.toMatchObject({
        name: "StoreUnavailableError",
        cause: undefined,
      });
      await open();
    },
  );

  test("takes a migration back that fails, and one that its connection was lost in", async () => {
    const work = driver.migrate(async (execute) => {
      await execute("CREATE TABLE things (name text)");
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    const lost = driver.migrate(async (execute) => {
      await execute("CREATE TABLE things (name text)");
      await execute("SELECT pg_terminate_backend(pg_backend_pid())");
    });
    await expect(lost).rejects.toThrow();
    expect(await query(driver.dialect.listTables)).toEqual([]);
  });

  test("refuses what comes after a thousand statements that wait for a connection", async () => {
    await driver.close();
    await open({ maxConnections: 1, timeoutMs: 60_000 });
    const all = await Promise.allSettled(
      Array.from({ length: 1010 }, () => driver.run({ name: "one", sql: "SELECT 1 AS one" })),
    );
    const refused = all.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(refused).toHaveLength(10);
    for (const error of refused) {
      expect(error).toMatchObject({
        name: "StoreUnavailableError",
        cause: { message: "more than 1000 statements wait for a connection" },
      });
    }
  });

  describe("after a conflict", () => {
    /** Makes a function that fails as a conflict does, as often as `conflicts` says. */
    async function makeConflicts(conflicts: number): Promise<void> {
      await query("CREATE SEQUENCE tries");
      await query(`CREATE FUNCTION conflict() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('tries') <= ${conflicts} THEN RAISE SQLSTATE '40001'; END IF;
        RETURN 1;
      END $$`);
    }
    const meet = { name: "meet", sql: "SELECT conflict() AS met" };
    const conflict = { name: "StoreUnavailableError", cause: { code: "40001" } };
    const tries = async () => (await query<{ tries: number }>("SELECT last_value AS tries FROM tries"))[0]?.tries;

    test.each([
      [3, [{ met: 1 }]],
      [4, conflict],
    ])("a transaction with advisory locks runs four times at most: %i conflicts", async (conflicts, outcome) => {
      await makeConflicts(conflicts);
      const transaction = driver.transaction(1, (run) => run(meet)).catch((error) => error);
      expect(await transaction).toMatchObject(outcome);
      expect(await tries()).toBe(4);
    });

    test("a statement with advisory locks does not run again", async () => {
      await makeConflicts(1);
      await expect(driver.run(meet)).rejects.toMatchObject(conflict);
    });

    test("a transaction and a statement without locks run until there is none", async () => {
      await driver.close();
      await open({ locks: "serializable", timeoutMs: 60_000 });
      await makeConflicts(6);
      expect(await driver.transaction(1, (run) => run(meet))).toEqual([{ met: 1 }]);
      expect(await tries()).toBe(7);
      await query("ALTER SEQUENCE tries RESTART");
      expect(await driver.run(meet)).toEqual([{ met: 1 }]);
      expect(await tries()).toBe(7);
    });

    test("what has run for as long as an answer may take is not available", async () => {
      await makeConflicts(1_000_000);
      await driver.close();
      const connection = parseAddress(schema.url);
      driver = new PostgresDriver({ connection, maxConnections: 1, timeoutMs: 200, locks: "serializable" });
      // A busy machine may take longer for a connection.
      await expect.poll(() => driver.connect().catch(() => "too late")).toBeUndefined();
      await expect(driver.run(meet)).rejects.toMatchObject({ name: "StoreUnavailableError" });
    });

    test("a migration runs again where no locks kept another one from being faster", async () => {
      let runs = 0;
      const migrate = () =>
        driver.migrate(async (execute) => {
          runs += 1;
          if (runs === 1) await execute("DO $$ BEGIN RAISE SQLSTATE '42P07'; END $$");
        });
      await expect(migrate()).rejects.toMatchObject({ code: "42P07" });
      expect(runs).toBe(1);
      await driver.close();
      await open({ locks: "serializable", timeoutMs: 60_000 });
      runs = 0;
      await migrate();
      expect(runs).toBe(2);
    });
  });
});
