import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { basicOnce, fetchStatus, useAdminCommands } from "@grantbook/test-kit/admin-commands";
import { emptySchema, failuresIn, missingPostgres, runToEnd } from "@grantbook/test-kit/server-process";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, test } from "vitest";

// The way of an operator, from an empty folder to the next version.

const { folder, runCommand, runJson, serve } = useAdminCommands();

const password = "a long password";
const olderDatabase = fileURLToPath(new URL("../../../packages/test-kit/src/older-database.sql", import.meta.url));
/** Key of the older database. */
const olderKey = "e1cb31092f57150efb0a8895a7a8a1663ce2de2691340d9bbbc7f8e87cf3c014";

const file = (name: string) => join(folder.path, name);
const addUser = (login: string, ...flags: string[]) =>
  runCommand(["user", "add", login, "--password-file", "-", ...flags], password);
const createToken = (api: string, login: string, note: string) =>
  fetchStatus(`${api}/authorizations`, basicOnce(login, password), { method: "POST", body: JSON.stringify({ note }) });
const notesOf = (login: string, ...flags: string[]) =>
  runJson(["token", "list", login, ...flags]).map(({ note }: { note: string }) => note);
/** Signs in with a code that the command prints. */
const signInWithCode = (api: string, login: string, ...flags: string[]) =>
  fetchStatus(`${api}/authorizations`, {
    ...basicOnce(login, password),
    "x-github-otp": runCommand(["user", "otp", "code", login, ...flags]).trim(),
  });

test("on a file: doctor, start, users, backup, restore, rotation of the key, stop", async () => {
  expect(runToEnd(folder.path, ["doctor", "--port", "0"]).code).toBe(0);
  const first = await serve();
  addUser("hubot");
  expect(await createToken(first.api, "hubot", "before the backup")).toBe(201);
  runCommand(["backup", "backup.db"]);
  expect(await createToken(first.api, "hubot", "after the backup")).toBe(201);
  expect(notesOf("hubot")).toEqual(["before the backup", "after the backup"]);
  expect(await first.server.stop()).toBe(0);
  expect(failuresIn(first.server)).toEqual([]);

  expect(runCommand(["check", "--database", "sqlite:backup.db"])).toBe("no damage found\n");
  for (const end of ["-wal", "-shm"]) rmSync(file(`data/grantbook.db${end}`), { force: true });
  copyFileSync(file("backup.db"), file("data/grantbook.db"));
  const second = await serve();
  expect(notesOf("hubot")).toEqual(["before the backup"]);
  runCommand(["user", "otp", "enable", "hubot"]);
  runCommand(["key", "rotate"]);
  expect(await signInWithCode(second.api, "hubot")).toBe(200);
  expect(await second.server.stop()).toBe(0);
  expect(failuresIn(second.server)).toEqual([]);
  const findings = runJson(["doctor", "--port", "0"]);
  expect(findings.filter(({ level }: { level: string }) => level === "problem")).toEqual([]);
});

test("from the version before, with the data in it", async () => {
  mkdirSync(file("data"), { mode: 0o700 });
  writeFileSync(file("data/grantbook.key"), olderKey, { mode: 0o600 });
  writeFileSync(file("data/grantbook.db"), "", { mode: 0o600 });
  const older = new DatabaseSync(file("data/grantbook.db"));
  older.exec(readFileSync(olderDatabase, "utf8"));
  older.close();
  const { code, stdout } = runToEnd(folder.path, ["doctor", "--port", "0"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^warning {2}tables {7}the tables have version 2, this program has \d+$/m);
  expect(stdout).toContain("the key in data/grantbook.key fits the database");
  expect(runCommand(["migrate"])).toMatch(/^migrated from version 2 to \d+\n$/);
  const { server, api } = await serve();
  expect(notesOf("octocat")).toEqual(["personal", null]);
  expect(await fetchStatus(`${api}/authorizations`, basicOnce("octocat", password))).toBe(200);
  expect(await createToken(api, "octocat", "personal")).toBe(422);
  expect(await createToken(api, "octocat", "another")).toBe(201);
  expect(await signInWithCode(api, "monalisa")).toBe(200);
  expect(await server.stop()).toBe(0);
  expect(failuresIn(server)).toEqual([]);
});

describe.skipIf(missingPostgres)("on PostgreSQL", () => {
  test("two processes, users by command, a rotation of the key while they serve, stop", async () => {
    const schema = await emptySchema();
    const database = ["--database", schema.url];
    const first = await serve(...database);
    const second = await serve(...database);
    addUser("hubot", ...database);
    expect(await createToken(first.api, "hubot", "a note")).toBe(201);
    expect(await createToken(second.api, "hubot", "a note")).toBe(422);
    expect(notesOf("hubot", ...database)).toEqual(["a note"]);
    runCommand(["user", "otp", "enable", "hubot", ...database]);
    runCommand(["key", "rotate", ...database]);
    expect(await signInWithCode(second.api, "hubot", ...database)).toBe(200);
    expect(runToEnd(folder.path, ["doctor", "--port", "0", ...database]).code).toBe(0);
    for (const { server } of [first, second]) {
      expect(await server.stop()).toBe(0);
      expect(failuresIn(server)).toEqual([]);
    }
    await schema.close();
  });
});
