import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { engines, postgresUrl } from "@grantbook/test-kit/engines";
import { createSchema, type TestSchema } from "@grantbook/test-kit/postgres/schema";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { NewApplication, Queries } from "../../domain/store.js";
import { migratePostgres, OpenDatabaseError, openPostgresStore } from "./index.js";

function application(clientId: string): NewApplication {
  const url = "https://a.example";
  return {
    clientId,
    secretHash: "0",
    name: clientId,
    url,
    type: "oauth",
    expireUserTokens: false,
    createdAt: new Date(0),
  };
}

// What PostgreSQL alone has. What every engine must do is tested with all of them.
const missing = !engines.some(({ isShared, missing }) => isShared && !missing);
describe.skipIf(missing)("PostgreSQL", () => {
  let schema: TestSchema;
  /** Address for the store; its connections have a name of their own. */
  let url: string;
  /** A connection of the superuser, to look at and to disturb what the store does. */
  let client: pg.Client;
  beforeEach(async () => {
    schema = await createSchema(postgresUrl());
    url = address((it) => it.searchParams.set("application_name", `store ${randomUUID()}`));
    client = new pg.Client(schema.url);
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await schema.close();
    vi.unstubAllEnvs();
  });

  /** The address with some of it replaced. */
  function address(change: (url: URL) => void): string {
    const changed = new URL(schema.url);
    change(changed);
    return changed.href;
  }

  /** Makes a role with a password, which may use the tables of the schema and make none. */
  async function makeRole(password: string): Promise<string> {
    const [{ role }] = (await client.query("SELECT 'role_' || md5(random()::text) AS role")).rows;
    await client.query(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`);
    await client.query(`
      DO $$ BEGIN
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${role}', current_schema());
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO ${role}', current_schema());
      END $$
    `);
    return role;
  }

  /** Process ids of the connections that a store has. */
  async function backends(): Promise<number[]> {
    const { rows } = await client.query("SELECT pid FROM pg_stat_activity WHERE application_name = $1", [
      new URL(url).searchParams.get("application_name"),
    ]);
    return rows.map(({ pid }) => pid);
  }

  describe("an address", () => {
    test("that is unknown, and a wrong password, are reported in one line without the password", async () => {
      const nobody = address((it) => {
        it.port = "1";
      });
      const wrong = address((it) => {
        it.password = "a wrong secret";
      });
      for (const [place, reason] of [
        [nobody, /^cannot open the PostgreSQL database 127\.0\.0\.1:1\/postgres: connect ECONNREFUSED [^\n]*$/],
        [
          "postgres://u@localhost:1/db",
          /^cannot open the PostgreSQL database localhost:1\/db: connect ECONNREFUSED [^\n]*$/,
        ],
        [wrong, /^cannot open the PostgreSQL database [^\n]*: password authentication failed for user "grantbook"$/],
        ["postgres://user:secret/1@host/database", /^cannot open the PostgreSQL database: the address [^\n]* as %2F/],
        ["postgres://user:1?secret@host/database", /^cannot open the PostgreSQL database: the address [^\n]* as %3F/],
        ["postgres://user:1#secret@host/database", /^cannot open the PostgreSQL database: the address [^\n]* as %23/],
      ] as const) {
        const opening = openPostgresStore(place);
        await expect(opening).rejects.toThrow(OpenDatabaseError);
        await expect(opening).rejects.toThrow(reason);
        await expect(opening).rejects.not.toThrow(/secret/);
      }
    });

    test("may leave the password to PGPASSWORD, or to the file of PGPASSFILE", async () => {
      const { password } = new URL(schema.url);
      const without = address((it) => {
        it.password = "";
      });
      vi.stubEnv("PGPASSWORD", password);
      await (await openPostgresStore(without)).close();
      vi.unstubAllEnvs();
      const folder = newFolder();
      const file = join(folder, "passwords");
      writeFileSync(file, `127.0.0.1:*:postgres:grantbook:${password}\n`, { mode: 0o600 });
      vi.stubEnv("PGPASSFILE", file);
      await (await openPostgresStore(without)).close();
    });

    test("of a database that cannot hold every text is refused", async () => {
      await client.query("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE_PROVIDER libc TEMPLATE template0");
      const latin = address((it) => {
        it.pathname = "/latin";
      });
      await expect(openPostgresStore(latin)).rejects.toThrow("its encoding is LATIN1; make it with the encoding UTF8");
    });
  });

  test("a database that does not exist, and a login that is refused, are no reason to wait", async () => {
    const nowhere = address((it) => {
      it.pathname = "/nowhere";
    });
    const wrong = address((it) => {
      it.password = "wrong";
    });
    for (const [place, code] of [
      [nowhere, "3D000"],
      [wrong, "28P01"],
    ] as const) {
      await expect(openPostgresStore(place)).rejects.toMatchObject({ name: "OpenDatabaseError", cause: { code } });
    }
  });

  describe("the tables", () => {
    test("are made by the first process, and by no other", async () => {
      const stores = await Promise.all(Array.from({ length: 5 }, () => openPostgresStore(url)));
      await stores[0]?.insertApplication(application("a"));
      for (const store of stores) await expect(store.application("a")).resolves.toBeDefined();
      for (const store of stores) await store.close();
    });

    test("of a newer program are refused, naming the version", async () => {
      await migratePostgres(url);
      await expect.poll(backends).toEqual([]);
      await client.query("INSERT INTO migrations (version) VALUES (1000)");
      await expect(openPostgresStore(url)).rejects.toThrow(/: the database has version 1000, .*newer program$/);
      await expect(migratePostgres(url)).rejects.toThrow(OpenDatabaseError);
      await expect.poll(backends).toEqual([]);
    });

    test("may be used by a role that cannot make tables, once another has made them", async () => {
      await expect(migratePostgres(url)).resolves.toMatchObject({ from: 0 });
      const role = await makeRole("a password");
      const limited = address((it) => {
        it.username = role;
        it.password = "a password";
      });
      const store = await openPostgresStore(limited);
      await store.transaction((queries) => queries.insertApplication(application("a")));
      await expect(store.application("a")).resolves.toBeDefined();
      await store.close();
    });
  });

  describe("a connection", () => {
    test("is used again, also after a statement that failed", async () => {
      const store = await openPostgresStore(url, { maxConnections: 1 });
      const before = await backends();
      expect(before).toHaveLength(1);
      await store.insertApplication(application("a"));
      await expect(store.insertApplication({ ...application("b"), url: "a\0b" })).rejects.toThrow("0x00");
      await expect(store.transaction((queries) => queries.application("a\0b"))).rejects.toThrow("0x00");
      await expect(store.application("a")).resolves.toBeDefined();
      expect(await backends()).toEqual(before);
      expect(store.connections).toEqual({ open: 1, idle: 1, waiting: 0 });
      await store.close();
    });

    test("is one of ten, unless more are wanted", async () => {
      const store = await openPostgresStore(url, { timeoutMs: 60_000 });
      const all = Array.from({ length: 12 }, (_, index) => store.transactionOf(index, (queries) => queries.user(1)));
      expect(store.connections.waiting).toBe(12);
      await Promise.all(all);
      expect(store.connections).toEqual({ open: 10, idle: 10, waiting: 0 });
      await store.close();
    });

    test("parses numbers for itself alone", async () => {
      const store = await openPostgresStore(url);
      const { id } = (await store.insertApplication(application("a"))) ?? {};
      expect(id).toBe(1);
      const { rows } = await client.query("SELECT 1::bigint AS one");
      expect(rows).toEqual([{ one: "1" }]);
      await store.close();
    });

    test("that ends while nobody uses it, or in a transaction, is replaced", async () => {
      const store = await openPostgresStore(url, { maxConnections: 1 });
      const end = async () => {
        for (const pid of await backends()) await client.query("SELECT pg_terminate_backend($1, 5000)", [pid]);
      };
      const failing = store.transaction(async (queries) => {
        await queries.insertApplication(application("a"));
        await end();
        await queries.insertApplication(application("b"));
      });
      await expect(failing).rejects.toMatchObject({ name: "StoreUnavailableError" });
      await expect(store.application("a")).resolves.toBeUndefined();
      await end();
      await expect.poll(() => store.connections.open).toBe(0);
      await expect(store.application("a")).resolves.toBeUndefined();
      await store.close();
    });

    test("that does not come free in time says that the store is not available, and so does a lock", async () => {
      const store = await openPostgresStore(url, { maxConnections: 1, timeoutMs: 1000 });
      let held: Promise<unknown> = Promise.resolve();
      const first = store.transaction(async (queries) => {
        held = store.application("a");
        await held.catch(() => undefined);
        await queries.insertApplication(application("a"));
      });
      await first.catch(() => undefined);
      await expect(held).rejects.toMatchObject({ cause: { message: "timeout exceeded when trying to connect" } });
      await client.query("BEGIN; LOCK TABLE applications");
      await expect(store.application("a")).rejects.toMatchObject({ name: "StoreUnavailableError" });
      await client.query("ROLLBACK");
      await expect.poll(() => store.application("a")).toBeUndefined();
      await store.close();
    });
  });

  describe("a transaction", () => {
    test("in which a statement failed is not stored, also when its work goes on", async () => {
      const store = await openPostgresStore(url);
      const work = async (queries: Queries) => {
        await queries.insertApplication(application("a"));
        await queries.application("a\0b").catch(() => undefined);
      };
      await expect(store.transaction(work)).rejects.toThrow("in which a statement had failed");
      await expect(store.application("a")).resolves.toBeUndefined();
      await store.close();
    });

    test("that meets a conflict is done again, four times at most", async () => {
      const store = await openPostgresStore(url);
      // What the server says of a conflict, said by a rule of ours so that it comes when it is wanted.
      await client.query(`
        CREATE SEQUENCE tries;
        CREATE FUNCTION conflict() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF nextval('tries') < 4 OR NEW.name = 'never' THEN RAISE SQLSTATE '40P01'; END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER conflict BEFORE INSERT ON applications FOR EACH ROW EXECUTE FUNCTION conflict();
      `);
      let tries = 0;
      const insert = (name: string) =>
        store.transaction(async (queries) => {
          tries += 1;
          await queries.insertApplication(application(`${name} before`));
          return queries.insertApplication(application(name));
        });
      await expect(insert("fourth")).resolves.toMatchObject({ name: "fourth" });
      expect(tries).toBe(4);
      await expect(insert("never")).rejects.toMatchObject({ name: "StoreUnavailableError", cause: { code: "40P01" } });
      expect(tries).toBe(8);
      await expect(store.application("never before")).resolves.toBeUndefined();
      await store.close();
    });
  });
});
