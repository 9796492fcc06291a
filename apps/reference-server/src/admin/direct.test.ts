import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { basicOnce, fetchStatus, useAdminCommands } from "@grantbook/test-kit/admin-commands";
import { runToEnd } from "@grantbook/test-kit/server-process";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, test } from "vitest";
import { runCommandLine } from "../cli/command-line.js";

const { folder, runCommand, serve } = useAdminCommands();

/** Runs a command in this process, for the errors that it throws. */
const command = (...words: string[]) =>
  runCommandLine([...words, "--database", `sqlite:${join(folder.path, "data/grantbook.db")}`], {});

describe("without a server, commands", () => {
  test("open the database themselves, and leave it for a server", async () => {
    const first = await serve("--demo");
    await first.server.stop();
    runCommand(["user", "add", "hubot", "--password-file", "-"], "a password");
    const { api } = await serve();
    expect(await fetchStatus(`${api}/authorizations`, basicOnce("hubot", "a password"))).toBe(200);
  });

  test("do not make a database where there is none", () => {
    const { code, stderr } = runToEnd(folder.path, ["user", "list"]);
    expect([code, stderr]).toEqual([
      2,
      "grantbook: there is no database data/grantbook.db; grantbook serve creates it\n",
    ]);
    expect(existsSync(join(folder.path, "data"))).toBe(false);
  });

  test("and a start with the key file of another database, make no key", () => {
    runCommand(["migrate"]);
    runCommand(["user", "add", "hubot", "--generate-password"]);
    for (const words of [
      ["user", "list"],
      ["serve", "--port", "0"],
    ]) {
      const { code, stderr } = runToEnd(folder.path, [...words, "--key-file", "new.key"]);
      expect([code, stderr]).toEqual([
        2,
        "grantbook: there is no key file new.key, but the database has a key; name the server's key file with --key-file\n",
      ]);
      expect(existsSync(join(folder.path, "new.key"))).toBe(false);
    }
  });

  test("add an application with its properties, and refuse an owner who is no user", () => {
    runCommand(["migrate"]);
    runCommand(["user", "add", "hubot", "--generate-password"]);
    const add = ["app", "add", "Reviewer", "https://review.example/"];
    const { code, stderr } = runToEnd(folder.path, [...add, "--owner", "nobody"]);
    expect([code, stderr]).toEqual([1, "grantbook: there is no user nobody\n"]);
    const urls = ["https://review.example/a", "https://review.example/b"];
    const properties = ["--device-flow", "--expire-user-tokens", "false", "--owner", "hubot", "--type", "github"];
    const rules = ["--consent", "never"];
    runCommand([...add, ...urls.flatMap((url) => ["--callback-url", url]), ...properties, ...rules]);
    const database = new DatabaseSync(join(folder.path, "data/grantbook.db"));
    const columns = "callback_url, consent, device_flow, expire_user_tokens, owner_id";
    expect(database.prepare(`SELECT ${columns} FROM applications`).all()).toEqual([
      { callback_url: urls.join("\n"), consent: "never", device_flow: 1, expire_user_tokens: 0, owner_id: 1 },
    ]);
    database.close();
  });

  test("find damages in a copy", () => {
    runCommand(["migrate"]);
    runCommand(["user", "add", "hubot", "--generate-password"]);
    runCommand(["backup", "copy.db"]);
    const copy = ["--database", "sqlite:copy.db"];
    expect(runCommand(["check", ...copy])).toBe("no damage found\n");
    const file = join(folder.path, "copy.db");
    const database = new DatabaseSync(file);
    // Opening a database does not read the index of logins.
    const sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'users_login'";
    const { rootpage } = database.prepare(sql).get() as { rootpage: number };
    database.close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, (rootpage - 1) * 4096, rootpage * 4096);
    writeFileSync(file, bytes);
    const { code, stdout } = runToEnd(folder.path, ["check", ...copy]);
    expect([code, stdout]).toEqual([1, expect.not.stringContaining("nothing")]);
  });

  test("say whose socket it is that they may not open", async () => {
    await serve("--demo");
    for (const open of [folder.path, join(folder.path, "data")]) chmodSync(open, 0o755);
    // Root may open everything, so it becomes another user.
    const isRoot = process.getuid?.() === 0;
    if (!isRoot) chmodSync(join(folder.path, "data/grantbook.db.sock"), 0o000);
    const stranger = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    const { code, stderr } = runToEnd(folder.path, ["user", "list"], { identity: stranger });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/belongs to another user; run the command as that user/)]);
  });
});

describe("secrets", () => {
  test("are read from a file or standard input, without the end of the line", async () => {
    const { api } = await serve();
    writeFileSync(join(folder.path, "password"), " with spaces \r\n");
    runCommand(["user", "add", "hubot", "--password-file", "password"]);
    expect(await fetchStatus(`${api}/authorizations`, basicOnce("hubot", " with spaces "))).toBe(200);
  });

  test("that cannot be read end the command with exit code 2", () => {
    const { code, stderr } = runToEnd(folder.path, ["user", "add", "hubot", "--password-file", "-"]);
    expect([code, stderr]).toEqual([2, "grantbook: standard input: it is empty\n"]);
  });

  test("are asked for by name where there is no terminal for a prompt, or no file", async () => {
    await expect(command("user", "add", "hubot")).rejects.toThrow(
      /no terminal .* password; use --password-file or --gen/,
    );
    await expect(command("user", "add", "hubot", "--password-file", "nowhere")).rejects.toThrow(/nowhere: ENOENT/);
  });
});
