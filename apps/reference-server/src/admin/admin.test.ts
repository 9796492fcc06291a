import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { decodeOtpSecret, generateTotp } from "@grantbook/server";
import { openSqliteStore } from "@grantbook/server/sqlite";
import { failuresIn, runToEnd, type ServerProcess, useServerProcess } from "@grantbook/test-kit/server-process";
import { describe, expect, test } from "vitest";
import { runCommandLine } from "../cli/command-line.js";

const { folder, start } = useServerProcess();

async function serve(...flags: string[]): Promise<{ readonly server: ServerProcess; readonly api: string }> {
  const server = start(["serve", "--port", "0", ...flags]);
  return { server, api: `${await server.listening()}/api/v3` };
}

/** Runs a command that must succeed, and gives what it printed. */
function done(words: readonly string[], input = ""): string {
  const { code, stdout, stderr } = runToEnd(folder.path, words, { input });
  expect([code, stderr]).toEqual([0, ""]);
  return stdout;
}

const json = (words: readonly string[], input = "") => JSON.parse(done([...words, "--json"], input));
/** Runs a command in this process, for what it throws. */
const command = (...words: string[]) =>
  runCommandLine([...words, "--database", `sqlite:${join(folder.path, "data/grantbook.db")}`], {});

/** Without a connection that is kept: while a command runs, the test does not see that the server ends it. */
const basic = (name: string, secret: string) => ({
  authorization: `Basic ${btoa(`${name}:${secret}`)}`,
  connection: "close",
});
const statusOf = async (url: string, headers: Record<string, string>, init: RequestInit = {}) =>
  (await fetch(url, { ...init, headers })).status;

describe("through a server that runs, commands", () => {
  test("are done at once, for users, applications and tokens", async () => {
    const { server, api } = await serve();
    const list = (password: string, code = "") =>
      statusOf(`${api}/authorizations`, { ...basic("hubot", password), "x-github-otp": code });

    expect(done(["user", "add", "hubot", "--password-file", "-", "--name", "Hu Bot"], "first one\n")).toBe(
      "added the user hubot\n",
    );
    expect(await list("first one")).toBe(200);
    const { password } = json(["user", "passwd", "hubot", "--generate-password"]);
    expect([await list("first one"), await list(password)]).toEqual([401, 200]);
    done(["user", "suspend", "hubot"]);
    expect(await list(password)).toBe(403);
    done(["user", "unsuspend", "hubot"]);
    const { secret } = json(["user", "otp", "enable", "hubot"]);
    const code = generateTotp(decodeOtpSecret(secret) ?? Buffer.alloc(0), new Date());
    expect([await list(password), await list(password, code)]).toEqual([401, 200]);
    done(["user", "otp", "disable", "hubot"]);
    expect(await list(password)).toBe(200);
    expect(json(["user", "list"])).toMatchObject([
      { login: "hubot", name: "Hu Bot", two_factor: false, suspended_at: null },
    ]);

    const { client_id: id, client_secret: old } = json(["app", "add", "CI", "https://ci.example/"]);
    const { client_secret: current } = json(["app", "rotate-secret", id]);
    expect(json(["app", "list"])).toMatchObject([{ client_id: id, name: "CI", type: "oauth" }]);
    const wanted = JSON.stringify({ client_id: id, client_secret: current, scopes: ["repo"] });
    const created = await fetch(`${api}/authorizations`, {
      method: "POST",
      headers: basic("hubot", password),
      body: wanted,
    });
    const { token, id: tokenId } = (await created.json()) as { token: string; id: number };
    const check = (clientSecret: string) =>
      statusOf(`${api}/applications/${id}/token`, basic(id, clientSecret), {
        method: "POST",
        body: JSON.stringify({ access_token: token }),
      });
    expect([await check(old), await check(current)]).toEqual([401, 200]);
    expect(json(["token", "list", "hubot", "--app", id])).toMatchObject([
      { id: tokenId, application: "CI", scopes: ["repo"] },
    ]);
    expect(done(["token", "revoke", "--token-file", "-"], `${token}\n`)).toBe(
      `revoked the token ${tokenId} of hubot\n`,
    );
    expect(await check(current)).toBe(404);
    expect(done(["app", "remove", id])).toBe("removed the application CI and 0 tokens\n");
    expect(await check(current)).toBe(401);

    await server.stop();
    expect(failuresIn(server)).toEqual([]);
    const log = server.output.stderr;
    expect(log).toContain('"command":"suspendUser","login":"hubot"');
    for (const hidden of ["first one", password, secret, code, old, current, token]) expect(log).not.toContain(hidden);
  });

  test("can be read by people", async () => {
    await serve("--demo");
    expect(done(["user", "list"]).split("\n")).toEqual([
      "ID  LOGIN     NAME               EMAIL  SITE ADMIN  TWO FACTOR  SUSPENDED AT  CREATED AT",
      expect.stringMatching(/^1 {3}octocat {3}The Octocat {8}- {6}yes {9}no {10}- {13}2/),
      expect.stringMatching(/^2 {3}monalisa {2}Mona Lisa Octocat {2}- {6}no {10}yes {9}- {13}2/),
      "",
    ]);
  });

  test("that cannot be done say why, and change nothing", async () => {
    await serve("--demo");
    const before = done(["user", "list", "--json"]);
    for (const [words, message] of [
      [["user", "add", "octocat", "--generate-password"], /^there is a user octocat already$/],
      [["user", "add", "no:body", "--generate-password"], /^login must begin with a letter or digit/],
      [["user", "passwd", "nobody", "--generate-password"], /^there is no user nobody$/],
      [["user", "otp", "enable", "monalisa"], /^monalisa has two-factor authentication already/],
      [["app", "add", "CI", "nowhere"], /^url must be an http or https address$/],
      [["app", "remove", "nobody"], /^there is no application with the client id nobody$/],
      [["token", "revoke", "--user", "octocat", "--id", "7"], /^octocat has no token with the id 7$/],
    ] as const) {
      await expect(command(...words)).rejects.toMatchObject({
        name: "AdministrationError",
        message: expect.stringMatching(message),
      });
    }
    expect(done(["user", "list", "--json"])).toBe(before);
  });

  test("go over a socket for its owner alone, which a killed server leaves behind and the next one takes over", async () => {
    const first = await serve("--demo");
    const socket = join(folder.path, "data/grantbook.db.sock");
    expect(statSync(socket).mode & 0o777).toBe(0o600);
    await first.server.stop("SIGKILL");
    expect(existsSync(socket)).toBe(true);
    expect(json(["user", "list"])).toHaveLength(2);
    const second = await serve("--demo");
    expect(json(["user", "list"])).toHaveLength(2);
    await second.server.stop();
    expect(existsSync(socket)).toBe(false);
  });

  test("reach a database in memory by a socket that is named", async () => {
    const flags = ["--database", "sqlite::memory:", "--admin-socket", "admin.sock"];
    await serve("--demo", ...flags);
    expect(json(["user", "list", ...flags])).toHaveLength(2);
    expect(runToEnd(folder.path, ["backup", "b.db", ...flags]).stderr).toMatch(/in memory is not backed up/);
    expect(runToEnd(folder.path, ["key", "rotate", ...flags]).stderr).toMatch(/in no file/);
  });

  test("say so when the server goes away in the middle", async () => {
    const socket = join(folder.path, "dying.sock");
    const dying = createServer((request, response) => {
      request.resume();
      response.writeHead(200, { "content-length": 100 });
      response.write("[");
      setImmediate(() => response.destroy());
    });
    await new Promise<void>((resolve) => dying.listen(socket, resolve));
    const listed = command("user", "list", "--admin-socket", socket);
    await expect(listed).rejects.toMatchObject({
      name: "AdministrationError",
      message: expect.stringMatching(/^the server went away before it answered/),
    });
    dying.closeAllConnections();
    await new Promise((resolve) => dying.close(resolve));
  });

  test("leave a file alone that is no socket, and a socket that somebody else has", async () => {
    writeFileSync(join(folder.path, "precious"), "kept");
    const refused = start(["serve", "--port", "0", "--admin-socket", "precious"]);
    expect(await refused.ended).toBe(2);
    expect(refused.output.stderr).toMatch(/precious is there, and is no socket/);
    expect(readFileSync(join(folder.path, "precious"), "utf8")).toBe("kept");
    await serve("--demo", "--admin-socket", "shared.sock");
    const second = ["serve", "--port", "0", "--database", "sqlite:other.db", "--admin-socket", "shared.sock"];
    const late = start(second);
    expect(await late.ended).toBe(2);
    expect(late.output.stderr).toMatch(/another server listens on the socket shared\.sock/);
  });
});

describe("without a server, commands", () => {
  test("open the database themselves, and leave it for a server", async () => {
    const first = await serve("--demo");
    await first.server.stop();
    done(["user", "add", "hubot", "--password-file", "-"], "a password");
    const { api } = await serve();
    expect(await statusOf(`${api}/authorizations`, basic("hubot", "a password"))).toBe(200);
  });

  test("do not make a database where there is none", () => {
    const { code, stderr } = runToEnd(folder.path, ["user", "list"]);
    expect([code, stderr]).toEqual([
      2,
      "grantbook: there is no database data/grantbook.db; grantbook serve makes it\n",
    ]);
    expect(existsSync(join(folder.path, "data"))).toBe(false);
  });

  test("find damages in a copy", () => {
    done(["migrate"]);
    done(["user", "add", "hubot", "--generate-password"]);
    done(["backup", "copy.db"]);
    const copy = ["--database", "sqlite:copy.db"];
    expect(done(["check", ...copy])).toBe("nothing is damaged\n");
    const bytes = readFileSync(join(folder.path, "copy.db"));
    // The last page has rows or an index; the head of a page says what it has.
    bytes.fill(0xff, bytes.length - 4096, bytes.length - 4000);
    writeFileSync(join(folder.path, "copy.db"), bytes);
    const { code, stdout } = runToEnd(folder.path, ["check", ...copy]);
    expect([code, stdout]).toEqual([1, expect.not.stringContaining("nothing")]);
  });

  test("say whose socket it is that they may not open", async () => {
    await serve("--demo");
    for (const open of [folder.path, join(folder.path, "data")]) chmodSync(open, 0o755);
    // Root may open everything, so it becomes somebody else.
    const isRoot = process.getuid?.() === 0;
    if (!isRoot) chmodSync(join(folder.path, "data/grantbook.db.sock"), 0o000);
    const stranger = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    const { code, stderr } = runToEnd(folder.path, ["user", "list"], { identity: stranger });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/is another user's; run this as that user/)]);
  });
});

describe("secrets", () => {
  test("are read from a file or standard input, without the end of the line", async () => {
    const { api } = await serve();
    writeFileSync(join(folder.path, "password"), " with spaces \r\n");
    done(["user", "add", "hubot", "--password-file", "password"]);
    expect(await statusOf(`${api}/authorizations`, basic("hubot", " with spaces "))).toBe(200);
  });

  test("that cannot be read are told, with exit code 2", () => {
    const { code, stderr } = runToEnd(folder.path, ["user", "add", "hubot", "--password-file", "-"]);
    expect([code, stderr]).toEqual([2, "grantbook: standard input: it is empty\n"]);
  });

  test("are told to be missing where there is no terminal to ask on, or no file", async () => {
    await expect(command("user", "add", "hubot")).rejects.toThrow(
      /no terminal .* password; use --password-file or --gen/,
    );
    await expect(command("user", "add", "hubot", "--password-file", "nowhere")).rejects.toThrow(/nowhere: ENOENT/);
  });
});

describe("backup", () => {
  test("copies the database while it is written to, whole and for its owner alone", async () => {
    const { api, server } = await serve("--demo");
    const headers = basic("octocat", "demo-password");
    let isWriting = true;
    const acknowledged: string[] = [];
    const writing = (async () => {
      for (let index = 0; isWriting; index += 1) {
        const note = `note ${index}`;
        const { status } = await fetch(`${api}/authorizations`, {
          method: "POST",
          headers,
          body: JSON.stringify({ note }),
        });
        if (status === 201) acknowledged.push(note);
      }
    })();
    await expect.poll(() => acknowledged.length).toBeGreaterThan(5);
    const sure = [...acknowledged];
    expect(done(["backup", "backup.db"])).toBe("backed up to backup.db\n");
    isWriting = false;
    await writing;
    await server.stop();
    expect(failuresIn(server)).toEqual([]);

    const file = join(folder.path, "backup.db");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const copy = await openSqliteStore(file);
    const { items } = await copy.listAuthorizations(1, { page: 1, perPage: 10_000 }, null);
    await copy.close();
    expect(items.map(({ note }) => note)).toEqual(expect.arrayContaining(sure));
    expect(existsSync(join(folder.path, "backup.db.partial"))).toBe(false);
  });

  test("does not write over a file, nor leave half of one", async () => {
    await serve("--demo");
    writeFileSync(join(folder.path, "backup.db"), "kept");
    expect(runToEnd(folder.path, ["backup", "backup.db"])).toMatchObject({
      code: 2,
      stderr: "grantbook: there is a file backup.db already\n",
    });
    expect(readFileSync(join(folder.path, "backup.db"), "utf8")).toBe("kept");
    await expect(command("backup", "/no/folder/backup.db")).rejects.toThrow(/^cannot write \/no\/folder/);
  });

  test("writes to standard output as well, and is restored by serving the copy", async () => {
    const first = await serve("--demo");
    expect(done(["backup", "-"])).toMatch(/^SQLite format 3\0/);
    done(["backup", "copy.db"]);
    await first.server.stop();
    const restored = ["--database", "sqlite:copy.db"];
    const { api } = await serve(...restored);
    expect(await statusOf(`${api}/authorizations`, basic("octocat", "demo-password"))).toBe(200);
    expect(json(["user", "list", ...restored])).toHaveLength(2);
  });
});

describe("key rotate", () => {
  test("replaces the key under a server that goes on, and after a new start", async () => {
    const first = await serve("--demo");
    const seed = decodeOtpSecret("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP") ?? Buffer.alloc(0);
    const signIn = (api: string, ahead: number) =>
      statusOf(`${api}/authorizations`, {
        ...basic("monalisa", "demo-password"),
        "x-github-otp": generateTotp(seed, new Date(Date.now() - ahead * 30_000)),
      });
    const keyFile = join(folder.path, "data/grantbook.key");
    const before = readFileSync(keyFile, "utf8");
    expect(await signIn(first.api, 1)).toBe(200);
    expect(done(["key", "rotate"])).toBe("replaced the key in data/grantbook.key; 1 seeds were sealed anew\n");
    expect(readFileSync(keyFile, "utf8")).not.toBe(before);
    expect(existsSync(`${keyFile}.next`)).toBe(false);
    expect(await signIn(first.api, 0)).toBe(200);
    await first.server.stop();
    expect(failuresIn(first.server)).toEqual([]);
    const second = await serve();
    expect(json(["user", "otp", "disable", "monalisa"])).toEqual({ login: "monalisa" });
    expect(await statusOf(`${second.api}/authorizations`, basic("monalisa", "demo-password"))).toBe(200);
  });
});
