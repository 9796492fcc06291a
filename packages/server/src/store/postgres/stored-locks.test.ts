import { randomUUID } from "node:crypto";
import { postgresUrl } from "@grantbook/test-kit/engines";
import { createSchema, type TestSchema } from "@grantbook/test-kit/postgres/schema";
import { missingPostgres } from "@grantbook/test-kit/server-process";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migratePostgres, openPostgresStore, type PostgresOptions } from "./index.js";

describe.skipIf(missingPostgres)("the locks of a database", () => {
  let schema: TestSchema;
  /** Address for stores; their connections have a name of their own. */
  let url: string;
  let client: pg.Client;
  beforeEach(async () => {
    schema = await createSchema(postgresUrl());
    const named = new URL(schema.url);
    named.searchParams.set("application_name", `store ${randomUUID()}`);
    url = named.href;
    client = new pg.Client(schema.url);
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await schema.close();
  });

  /** Opens a store, and returns how many advisory locks a transaction of a user holds: its own, and that of all. */
  async function advisoryLocksWith(options: PostgresOptions = {}): Promise<number> {
    const store = await openPostgresStore(url, options);
    try {
      const { rows } = await store.transactionOf(1, () =>
        client.query<{ count: string }>(
          `SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)
           WHERE locktype = 'advisory' AND application_name = $1`,
          [new URL(url).searchParams.get("application_name")],
        ),
      );
      return Number(rows[0]?.count);
    } finally {
      await store.close();
    }
  }

  test("are those of the first process, also for others that name none", async () => {
    expect(await advisoryLocksWith({ locks: "serializable" })).toBe(0);
    expect(await advisoryLocksWith()).toBe(0);
    expect(await advisoryLocksWith({ tables: "require" })).toBe(0);
  });

  test("are advisory where nobody names any", async () => {
    expect(await advisoryLocksWith()).toBe(2);
    expect(await advisoryLocksWith({ locks: "advisory" })).toBe(2);
  });

  test.each([
    ["advisory", "serializable"],
    ["serializable", "advisory"],
  ] as const)("are %s, and a process with %s locks is refused by name", async (first, second) => {
    await (await openPostgresStore(url, { locks: first })).close();
    for (const tables of ["create", "require"] as const) {
      await expect(openPostgresStore(url, { locks: second, tables })).rejects.toMatchObject({
        name: "OpenDatabaseError",
        message: expect.stringContaining(
          `: its processes use ${first} locks, and this one ${second}; leave out --database-locks, or stop them all and run grantbook migrate --database-locks ${second}`,
        ),
        cause: { name: "UnsuitableDatabaseError" },
      });
    }
  });

  test("are those of one of two first processes that start at the same time, and the other is refused", async () => {
    const kinds = ["advisory", "serializable"] as const;
    const opened = await Promise.allSettled(kinds.map((locks) => openPostgresStore(url, { locks })));
    const stores = opened.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(stores).toHaveLength(1);
    for (const store of stores) await store.close();
  });

  test("change with a migration that names others, and stay with one that does not", async () => {
    await (await openPostgresStore(url)).close();
    await migratePostgres(url, { locks: "serializable" });
    expect(await advisoryLocksWith()).toBe(0);
    await migratePostgres(url);
    expect(await advisoryLocksWith()).toBe(0);
    await expect(openPostgresStore(url, { locks: "advisory" })).rejects.toThrow(/use serializable locks/);
  });

  test("are not stored by a process that only reads", async () => {
    await migratePostgres(url);
    await client.query("DELETE FROM properties");
    await (await openPostgresStore(url, { locks: "serializable", tables: "require" })).close();
    expect((await client.query("SELECT name FROM properties")).rows).toEqual([]);
  });
});
