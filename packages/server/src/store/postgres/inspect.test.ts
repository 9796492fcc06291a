import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { postgresUrl } from "@grantbook/test-kit/engines";
import { createSchema, type TestSchema } from "@grantbook/test-kit/postgres/schema";
import { missingPostgres } from "@grantbook/test-kit/server-process";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openPostgresStore } from "./index.js";
import { inspectPostgres } from "./inspect.js";

describe.skipIf(missingPostgres)("the inspection of a database", () => {
  let schema: TestSchema;
  /** Address whose connections have a name of their own. */
  let url: URL;
  beforeEach(async () => {
    schema = await createSchema(postgresUrl());
    url = new URL(schema.url);
    url.searchParams.set("application_name", `doctor ${randomUUID()}`);
  });
  afterEach(async () => {
    await schema.close();
    vi.unstubAllEnvs();
  });

  test("without tables says what will make them, makes none, and lets go of its connection", async () => {
    const { findings, keyCheckValue } = await inspectPostgres(url.href, 10);
    expect(findings.map(({ subject, level }) => [subject, level])).toEqual([
      ["version", "ok"],
      ["durability", "warning"],
      ["connections", "ok"],
      ["clock", "ok"],
      ["tls", "ok"],
      ["pooler", "ok"],
      ["tables", "ok"],
      ["locks", "ok"],
    ]);
    expect(findings.slice(-2).map(({ message }) => message)).toEqual([
      "the database has no tables yet; grantbook serve makes what is missing",
      "transactions are kept apart with advisory locks",
    ]);
    expect(keyCheckValue).toBeUndefined();
    const client = new pg.Client(schema.url);
    await client.connect();
    const backends = async () => {
      const name = url.searchParams.get("application_name");
      return (await client.query("SELECT pid FROM pg_stat_activity WHERE application_name = $1", [name])).rows;
    };
    await expect.poll(backends).toEqual([]);
    expect((await client.query("SELECT 1 FROM pg_tables WHERE schemaname = current_schema()")).rows).toEqual([]);
    await client.end();
  });

  test("with tables says by what it knows its key, and whether other locks are wanted than it has", async () => {
    const store = await openPostgresStore(url.href, { locks: "serializable" });
    await store.insertMetadata("key-check", "sealed");
    await store.close();
    const { findings, keyCheckValue } = await inspectPostgres(url.href, 10);
    expect(keyCheckValue).toBe("sealed");
    expect(findings.at(-1)).toEqual({
      subject: "locks",
      level: "ok",
      message: "transactions are kept apart with serializable locks",
    });
    const wanting = await inspectPostgres(url.href, 10, "advisory");
    expect(wanting.findings.at(-1)).toEqual({
      subject: "locks",
      level: "problem",
      message: "its processes use serializable locks, and this one advisory",
      advice: "leave out --database-locks, or stop them all and run grantbook migrate --database-locks advisory",
    });
  });

  test("finds the password where a server finds it", async () => {
    const folder = newFolder();
    const file = join(folder, "passwords");
    writeFileSync(file, `127.0.0.1:${url.port}:postgres:grantbook:${url.password}\n`, { mode: 0o600 });
    url.password = "";
    vi.stubEnv("PGPASSFILE", file);
    expect((await inspectPostgres(url.href, 10)).findings).not.toEqual([]);
    vi.stubEnv("PGPASSFILE", join(folder, "none"));
    await expect(inspectPostgres(url.href, 10)).rejects.toThrow(/password/);
  });
});
