import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { locateDatabase } from "@grantbook/server/engine";
import { openPostgresStore } from "@grantbook/server/postgres";
import { emptySchema, missingPostgres } from "@grantbook/test-kit/server-process";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { runCommandLine } from "../cli/command-line.js";
import type { DatabaseSettings } from "../options/serve-options.js";
import { openDatabase } from "./database.js";
import { permissionWarnings } from "./permissions.js";

let folder: string;
let data: string;
let settings: DatabaseSettings;
beforeEach(() => {
  folder = newFolder();
  data = join(folder, "data");
  settings = {
    database: locateDatabase(`sqlite:${join(data, "g.db")}`),
    "key-file": join(data, "g.key"),
    "admin-socket": undefined,
    "database-locks": undefined,
  };
});

/** Opens a database as a server does, and closes it. */
async function serve(wanted = settings): Promise<void> {
  const { store } = await openDatabase(wanted, "serve");
  await store.close();
}

const file = (name: string) => join(data, name);
const contents = () => readdirSync(data).map((name) => [name, readFileSync(file(name), "base64")]);

/** Commands that only read. */
const reading = [
  ["user", "list"],
  ["user", "otp", "code", "alice"],
  ["app", "list"],
  ["token", "list", "alice"],
  ["check"],
  ["backup", "/nowhere/b"],
].map((words): [string[]] => [words]);

/** Runs a command on the database of the test, and returns what it prints. */
async function command(...words: string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    await runCommandLine([...words, "--database", `sqlite:${file("g.db")}`, "--key-file", file("g.key")], {});
    return write.mock.calls.map(([text]) => text).join("");
  } finally {
    write.mockRestore();
  }
}

describe("a start", () => {
  test("makes database and key where there is neither, and finds both the next time", async () => {
    await serve();
    expect(readdirSync(data).sort()).toEqual(["g.db", "g.key"]);
    await serve();
  });

  test("refuses an empty file next to a key, and says what to do", async () => {
    await serve();
    writeFileSync(file("g.db"), "");
    const before = contents();
    const opened = serve();
    await expect(opened).rejects.toMatchObject({
      name: "UsageError",
      message: expect.stringContaining("g.key exists"),
    });
    await expect(opened).rejects.toThrow(
      /restore a backup into .*g\.db, or move the key file away for a new database$/,
    );
    expect(contents()).toEqual(before);
    renameSync(file("g.key"), file("old.key"));
    await serve();
  });

  test("refuses a filled database whose key file is missing, and makes none", async () => {
    await serve();
    rmSync(file("g.key"));
    await expect(serve()).rejects.toMatchObject({
      name: "UsageError",
      message: `there is no key file ${file("g.key")}, but the database has a key; name the server's key file with --key-file`,
    });
    expect(readdirSync(data)).toEqual(["g.db"]);
  });

  test("makes no key for a file that is no database, and no database for a key that is none", async () => {
    mkdirSync(data);
    writeFileSync(file("g.db"), "this is a text, and not a database\n".repeat(50));
    await expect(serve()).rejects.toThrow(/file is not a database/);
    expect(existsSync(file("g.key"))).toBe(false);
    rmSync(file("g.db"));
    writeFileSync(file("g.key"), "no key");
    await expect(serve()).rejects.toThrow(/is not a key/);
    expect(readdirSync(data)).toEqual(["g.key"]);
  });

  test("does not read a key from what may never end", async () => {
    await expect(serve({ ...settings, "key-file": "/dev/zero" })).rejects.toThrow(
      /^the key file \/dev\/zero: it is not a regular file$/,
    );
  });
});

describe("commands", () => {
  test.each(reading)("%j makes nothing where there is no file", async (words) => {
    await expect(command(...words)).rejects.toThrow(/there is no database .*g\.db; grantbook serve creates it$/);
    expect(existsSync(data)).toBe(false);
  });

  test.each(reading)("%j makes nothing in an empty file", async (words) => {
    mkdirSync(data);
    writeFileSync(file("g.db"), "");
    await expect(command(...words)).rejects.toThrow(
      /g\.db: it has no tables; grantbook serve or grantbook migrate brings the tables up to date$/,
    );
    expect(contents()).toEqual([["g.db", ""]]);
  });

  test("that only read make no key, also for a database that never had one", async () => {
    await command("migrate");
    expect(await command("user", "list", "--json")).toBe("[]\n");
    expect(await command("check")).toBe("no damage found\n");
    expect(readdirSync(data)).toEqual(["g.db"]);
    await command("user", "add", "alice", "--generate-password");
    expect(readdirSync(data).sort()).toEqual(["g.db", "g.key"]);
  });

  test("do not make a key for a database that has another one", async () => {
    await serve();
    rmSync(file("g.key"));
    for (const words of [
      ["user", "list"],
      ["user", "add", "alice", "--generate-password"],
    ]) {
      await expect(command(...words)).rejects.toThrow(/there is no key file .*g\.key/);
    }
    expect(readdirSync(data)).toEqual(["g.db"]);
  });
});

describe.skipIf(missingPostgres)("with PostgreSQL", () => {
  test("what only reads makes no tables and no key, and a second server without the key is refused", async () => {
    const schema = await emptySchema();
    try {
      const wanted: DatabaseSettings = { ...settings, database: locateDatabase(schema.url) };
      const other = { ...wanted, "key-file": file("other.key") };
      await expect(openDatabase(wanted, "read")).rejects.toThrow(
        /it has no tables; grantbook serve or grantbook migrate/,
      );
      for (const [words] of reading) {
        const given = ["--database", schema.url, "--key-file", file("g.key")];
        await expect(runCommandLine([...words, ...given], {})).rejects.toThrow(/it has no tables|has its own/);
      }
      expect(existsSync(data)).toBe(false);
      await expect(openPostgresStore(schema.url, { tables: "require" })).rejects.toThrow(/it has no tables/);
      await serve(wanted);
      await expect(serve(other)).rejects.toThrow(/there is no key file .*other\.key/);
      expect(readdirSync(data)).toEqual(["g.key"]);
    } finally {
      await schema.close();
    }
  });
});

describe("permissions", () => {
  test("of a database, a key and a folder for their owner alone are no reason to warn", async () => {
    await serve();
    expect(permissionWarnings(settings)).toEqual([]);
  });

  test("that others have are warned of, with the command that takes them away", async () => {
    await serve();
    chmodSync(file("g.key"), 0o640);
    chmodSync(file("g.db"), 0o604);
    chmodSync(data, 0o777);
    expect(permissionWarnings(settings)).toEqual([
      {
        message: "other users can access the key file",
        path: file("g.key"),
        mode: "0640",
        advice: `chmod 600 ${file("g.key")}`,
      },
      {
        message: "other users can access the database file",
        path: file("g.db"),
        mode: "0604",
        advice: `chmod 600 ${file("g.db")}`,
      },
      {
        message: "other users can replace files in the data folder",
        path: data,
        mode: "0777",
        advice: `chmod go-w ${data}`,
      },
    ]);
  });

  test.each([
    [0o770, "0770"],
    [0o775, "0775"],
    [0o702, "0702"],
  ])("of a folder that others can write to are warned of: %o", async (mode, shown) => {
    await serve();
    chmodSync(data, mode);
    expect(permissionWarnings(settings)).toMatchObject([{ path: data, mode: shown }]);
  });

  test.each([0o700, 0o750, 0o755])("of a folder that others can only read are no reason to warn: %o", async (mode) => {
    await serve();
    chmodSync(data, mode);
    expect(permissionWarnings(settings)).toEqual([]);
  });
});
