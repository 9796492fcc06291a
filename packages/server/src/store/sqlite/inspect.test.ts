import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { DatabaseSync } from "@photostructure/sqlite";
import { beforeEach, describe, expect, test } from "vitest";
import { migrations } from "../migrations.js";
import { openSqliteStore } from "./index.js";
import { inspectSqlite } from "./inspect.js";

const newest = migrations.length;
const intact = { subject: "integrity", level: "ok", message: "the whole file was read, without damage" };

let folder: string;
let file: string;
beforeEach(() => {
  folder = newFolder();
  file = join(folder, "grantbook.db");
});

/** Makes a database with all tables, and closes it. */
async function makeDatabase(keyCheck?: string) {
  const store = await openSqliteStore(file);
  if (keyCheck !== undefined) await store.insertMetadata("key-check", keyCheck);
  await store.close();
}

function change(sql: string) {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

/** Everything in the folder, by name. */
const contents = () => Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));

describe("the inspection of a file", () => {
  test.each([
    ["is missing", false],
    ["is empty", true],
  ])("that %s makes nothing", async (_, isThere) => {
    if (isThere) writeFileSync(file, "");
    const message = `there is no database ${file} yet; grantbook serve makes what is missing`;
    expect(await inspectSqlite(file)).toEqual({
      findings: [{ subject: "tables", level: "ok", message }],
      keyCheckValue: undefined,
    });
    expect(existsSync(file) ? statSync(file).size : undefined).toBe(isThere ? 0 : undefined);
  });

  test("with the tables of this program says so, and changes nothing", async () => {
    await makeDatabase("sealed");
    const before = contents();
    expect(await inspectSqlite(file)).toEqual({
      findings: [intact, { subject: "tables", level: "ok", message: `the tables have version ${newest}` }],
      keyCheckValue: "sealed",
    });
    expect(contents()).toEqual(before);
  });

  test("of a newer program advises that program", async () => {
    await makeDatabase();
    change(`INSERT INTO migrations (version) VALUES (${newest + 1})`);
    expect(await inspectSqlite(file)).toEqual({
      findings: [
        intact,
        {
          subject: "tables",
          level: "problem",
          message: `the tables have version ${newest + 1}, this program has ${newest}`,
          advice: "use the newer program that migrated them, or restore a backup",
        },
      ],
      keyCheckValue: undefined,
    });
  });

  test.each([
    [`DELETE FROM migrations WHERE version = ${newest}`, newest - 1],
    ["DELETE FROM migrations", 0],
  ])("of an older program advises a migration: %s", async (sql, version) => {
    await makeDatabase();
    change(sql);
    expect((await inspectSqlite(file)).findings).toEqual([
      intact,
      {
        subject: "tables",
        level: "warning",
        message: `the tables have version ${version}, this program has ${newest}`,
        advice: "make a backup; the next start of grantbook serve, or grantbook migrate, migrates them",
      },
    ]);
  });

  test("without tables of ours says that they will be made", async () => {
    change("CREATE TABLE elsewhere (a)");
    const message = "the database has no tables yet; grantbook serve makes what is missing";
    expect(await inspectSqlite(file)).toEqual({
      findings: [intact, { subject: "tables", level: "ok", message }],
      keyCheckValue: undefined,
    });
  });

  test.each([
    [
      "no database",
      () => writeFileSync(file, "no database".repeat(1000)),
      "the file is damaged: file is not a database",
    ],
    [
      "a database with a page of another",
      () => {
        const bytes = readFileSync(file);
        bytes.fill(0xff, 4096, 8192);
        writeFileSync(file, bytes);
      },
      "the file is damaged: ",
    ],
    [
      "a database with a page that nothing uses",
      () => {
        const database = new DatabaseSync(file);
        database.enableDefensive(false);
        database.exec("CREATE INDEX lost ON users (login); PRAGMA writable_schema = ON");
        database.exec("DELETE FROM sqlite_schema WHERE name = 'lost'");
        database.close();
      },
      /^the file is damaged: Page \d+: never used$/,
    ],
  ])("that is %s says that it is damaged, and nothing of its tables", async (_, damage, message) => {
    await makeDatabase();
    damage();
    expect(await inspectSqlite(file)).toEqual({
      findings: [
        {
          subject: "integrity",
          level: "problem",
          message: expect.stringMatching(message),
          advice: "restore a backup, and look at the disk",
        },
      ],
      keyCheckValue: undefined,
    });
  });

  test("after a kill reads the log next to it in a copy, which is removed", async () => {
    const store = await openSqliteStore(join(folder, "running.db"));
    await store.insertMetadata("key-check", "in the log");
    for (const end of ["", "-wal"]) copyFileSync(join(folder, `running.db${end}`), file + end);
    await store.close();
    const before = contents();
    const { TMPDIR } = process.env;
    process.env.TMPDIR = mkdtempSync(join(folder, "copies-"));
    try {
      expect(await inspectSqlite(file)).toMatchObject({
        findings: [intact, { level: "ok" }],
        keyCheckValue: "in the log",
      });
      expect(readdirSync(process.env.TMPDIR)).toEqual([]);
      rmSync(process.env.TMPDIR, { recursive: true });
    } finally {
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
    }
    expect(contents()).toEqual(before);
  });
});
