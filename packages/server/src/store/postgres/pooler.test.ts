import { postgresUrl } from "@grantbook/test-kit/engines";
import { missingPgbouncer, type Pooler, startPgbouncer } from "@grantbook/test-kit/postgres/pgbouncer";
import { missingPostgres } from "@grantbook/test-kit/server-process";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Queries } from "../../domain/store.js";
import { databaseLocks } from "../database-locks.js";
import { openPostgresStore } from "./index.js";
import { inspectPostgres } from "./inspect.js";

const missing = missingPostgres ?? missingPgbouncer;

describe.skipIf(missing).each(databaseLocks)("behind PgBouncer in transaction mode, with %s locks", (locks) => {
  let pooler: Pooler;
  beforeAll(async () => {
    pooler = await startPgbouncer(postgresUrl());
  });
  afterAll(() => pooler?.stop());

  test("two servers start one after the other, share the tables, and keep transactions apart", async () => {
    const first = await openPostgresStore(pooler.url, { locks });
    const second = await openPostgresStore(pooler.url, { locks });
    const add = async (queries: Queries) => {
      const sum = Number((await queries.metadata("sum")) ?? "0");
      if (sum === 0) await queries.insertMetadata("sum", "1");
      else await queries.replaceMetadata("sum", String(sum), String(sum + 1));
    };
    // More at the same time than the pooler has connections, so that each meets several.
    await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const store = index % 2 === 0 ? first : second;
        await store.transactionOf(1, add);
        await expect(store.application(`unknown ${index}`)).resolves.toBeUndefined();
      }),
    );
    expect(await first.metadata("sum")).toBe("40");
    await first.close();
    await second.close();
    const third = await openPostgresStore(pooler.url, { locks, tables: "require" });
    expect(await third.metadata("sum")).toBe("40");
    await third.close();
    const { findings } = await inspectPostgres(pooler.url, 10);
    expect(findings).toContainEqual(
      expect.objectContaining({ subject: "pooler", message: expect.stringMatching(/^a pooler is in between/) }),
    );
  });

  test("what a transaction sets is not left for others who use the pooler", async () => {
    const store = await openPostgresStore(pooler.url, { locks, timeoutMs: 1000 });
    const held = store.transactionOf(1, async (queries) => {
      await queries.insertMetadata("held", "");
      await queries.metadata("held");
      throw new Error("given up");
    });
    await expect(held).rejects.toThrow("given up");
    await store.close();
    // A connection of the pooler has the settings of the database, not those of the server that used it before.
    const client = new pg.Client(pooler.url);
    await client.connect();
    const { rows } = await client.query("SHOW statement_timeout");
    expect(rows).toEqual([{ statement_timeout: "0" }]);
    await client.end();
  });
});
