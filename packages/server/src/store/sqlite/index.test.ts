import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { DatabaseSync } from "@photostructure/sqlite";
import { beforeEach, describe, expect, test } from "vitest";
import type { NewApplication } from "../../domain/store.js";
import { migrations } from "../migrations.js";
import { migrateSqlite, OpenDatabaseError, openSqliteStore } from "./index.js";

let directory: string;
let file: string;
beforeEach(() => {
  directory = newFolder();
  file = join(directory, "data", "grantbook.db");
});

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

/** What comes of it when another process opens a database. */
function openElsewhere(database: string): string {
  const program = `
    const { DatabaseSync } = require("@photostructure/sqlite");
    try {
      new DatabaseSync(process.argv[1]).exec("CREATE TABLE elsewhere (a)");
      console.log("opened");
    } catch (error) {
      console.log(error.message);
    }
  `;
  const cwd = fileURLToPath(new URL(".", import.meta.url));
  return execFileSync(process.execPath, ["-e", program, database], { cwd, encoding: "utf8" }).trim();
}

test("a database in memory makes no file", async () => {
  const store = await openSqliteStore(":memory:");
  const isThere = existsSync(":memory:");
  await store.close();
  rmSync(":memory:", { force: true });
  expect(isThere).toBe(false);
});

describe("a file", () => {
  test("is made by a migration, which does nothing the second time", async () => {
    const newest = migrations.length;
    expect(await migrateSqlite(file)).toEqual({ from: 0, to: newest });
    expect(await migrateSqlite(file)).toEqual({ from: newest, to: newest });
  });

  test("is made, for its owner alone, with the folder around it", async () => {
    const store = await openSqliteStore(file);
    const modes = [file, `${file}-wal`, join(directory, "data")].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o700]);
    await store.close();
  });

  test.each(["upgrade", "require"] as const)("is not made, and not filled, with tables: %s", async (tables) => {
    await expect(openSqliteStore(file, { tables })).rejects.toThrow(/grantbook\.db: it has no tables$/);
    expect(existsSync(join(directory, "data"))).toBe(false);
    const empty = join(directory, "empty.db");
    writeFileSync(empty, "");
    await expect(openSqliteStore(empty, { tables })).rejects.toMatchObject({ cause: { name: "MissingTablesError" } });
    expect(readdirSync(directory)).toEqual(["empty.db"]);
    expect(statSync(empty).size).toBe(0);
  });

  test("is copied while it is in use, as it is at one moment, for its owner alone", async () => {
    const store = await openSqliteStore(file);
    const target = join(directory, "backup.db");
    let release: () => void = () => undefined;
    const hold = new Promise<void>((resolve) => {
      release = resolve;
    });
    const held = store.transaction(async (queries) => {
      await queries.insertApplication(application("before"));
      await hold;
      await queries.insertApplication(application("with it"));
    });
    const copied = store.backup(target);
    const later = store.insertApplication(application("after"));
    release();
    await Promise.all([held, copied, later]);
    expect(statSync(target).mode & 0o777).toBe(0o600);
    const copy = await openSqliteStore(target);
    expect((await copy.listApplications(0, 10)).map(({ clientId }) => clientId)).toEqual(["before", "with it"]);
    await copy.close();
    await expect(store.backup(target)).rejects.toThrow(/EEXIST/);
    await store.close();
  });

  test("is read whole to find damages", async () => {
    const store = await openSqliteStore(file);
    expect(await store.checkIntegrity()).toEqual([]);
    await store.close();
    const database = new DatabaseSync(file);
    database.enableDefensive(false);
    database.exec("CREATE INDEX lost ON users (login); PRAGMA writable_schema = ON");
    database.exec("DELETE FROM sqlite_schema WHERE name = 'lost'; PRAGMA writable_schema = RESET");
    database.exec("PRAGMA foreign_keys = OFF");
    database.exec(
      `INSERT INTO grants (user_id, application_id, scopes, created_at, updated_at) VALUES (7, 8, '', 0, 0)`,
    );
    database.close();
    const damaged = await openSqliteStore(file);
    expect([...(await damaged.checkIntegrity())].sort()).toEqual([
      expect.stringMatching(/^Page \d+: never used$/),
      "row 1 of grants refers to nothing in applications",
      "row 1 of grants refers to nothing in users",
    ]);
    await damaged.close();
  });

  test("has what was acknowledged, without being closed", async () => {
    const store = await openSqliteStore(file);
    const stored = await store.insertApplication(application("kept"));
    cpSync(join(directory, "data"), join(directory, "copy"), { recursive: true });
    const copy = await openSqliteStore(join(directory, "copy", "grantbook.db"));
    await expect(copy.application("kept")).resolves.toEqual(stored);
    await copy.close();
    await store.close();
  });

  test("keeps what was stored after it was closed, and is free at once", async () => {
    const first = await openSqliteStore(file);
    const stored = await first.insertApplication(application("kept"));
    await first.close();
    expect(openElsewhere(file)).toBe("opened");
    const second = await openSqliteStore(file);
    await expect(second.application("kept")).resolves.toEqual(stored);
    await second.close();
  });

  test("is refused to another process", async () => {
    const store = await openSqliteStore(file);
    expect(openElsewhere(file)).toBe("database is locked");
    await store.close();
  });

  test("is refused to a second one who opens it, naming PostgreSQL", async () => {
    const first = await openSqliteStore(file);
    const second = openSqliteStore(file);
    await expect(second).rejects.toThrow(OpenDatabaseError);
    await expect(second).rejects.toThrow(/grantbook\.db: .*another process.*PostgreSQL$/);
    await expect(first.insertApplication(application("still works"))).resolves.toBeDefined();
    await first.close();
  });

  test("is still refused to another process after a second opening in this one was refused", async () => {
    const first = await openSqliteStore(file);
    await expect(openSqliteStore(file)).rejects.toThrow(OpenDatabaseError);
    expect(openElsewhere(file)).toBe("database is locked");
    await first.close();
  });

  test("that is no database is refused and left as it is", async () => {
    const letter = join(directory, "letter.txt");
    writeFileSync(letter, "Dear Mona, ".repeat(1000), { mode: 0o644 });
    const attempt = openSqliteStore(letter);
    await expect(attempt).rejects.toThrow(OpenDatabaseError);
    await expect(attempt).rejects.toThrow(/letter\.txt: file is not a database$/);
    expect(readFileSync(letter, "utf8")).toBe("Dear Mona, ".repeat(1000));
    expect(statSync(letter).mode & 0o777).toBe(0o644);
  });

  test("that is a folder is refused, for that reason also where nothing may be made", async () => {
    for (const tables of ["create", "require"] as const) {
      const opening = openSqliteStore(directory, { tables });
      await expect(opening).rejects.toThrow(OpenDatabaseError);
      await expect(opening).rejects.toThrow("unable to open database file");
    }
  });

  test("of a newer program is refused, and let go of", async () => {
    await (await openSqliteStore(file)).close();
    const change = (sql: string) => {
      const database = new DatabaseSync(file);
      database.exec(sql);
      database.close();
    };
    change("INSERT INTO migrations (version) VALUES (1000)");
    await expect(openSqliteStore(file)).rejects.toThrow(
      /grantbook\.db: the database has version 1000, .* newer program$/,
    );
    await expect(migrateSqlite(file)).rejects.toThrow(OpenDatabaseError);
    change("DELETE FROM migrations WHERE version = 1000");
    await (await openSqliteStore(file, { tables: "require" })).close();
  });
});
