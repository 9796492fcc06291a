import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { decodeOtpSecret, generateTotp } from "@grantbook/server";
import { basicOnce, fetchStatus, useAdminCommands } from "@grantbook/test-kit/admin-commands";
import { failuresIn, runToEnd } from "@grantbook/test-kit/server-process";
import { describe, expect, test } from "vitest";
import { runCommandLine } from "../cli/command-line.js";

const { folder, runCommand, runJson, serve, start } = useAdminCommands();

/** Runs a command in this process, for the errors that it throws. */
const command = (...words: string[]) =>
  runCommandLine([...words, "--database", `sqlite:${join(folder.path, "data/grantbook.db")}`], {});

describe("through a server that runs, commands", () => {
  test("are done at once, for users, applications and tokens", async () => {
    const { server, api } = await serve();
    const list = (password: string, code = "") =>
      fetchStatus(`${api}/authorizations`, { ...basicOnce("hubot", password), "x-github-otp": code });

    const profile = ["--name", "Hu Bot", "--email", "hubot@a.example", "--email", "hubot@b.example"];
    expect(runCommand(["user", "add", "hubot", "--password-file", "-", ...profile], "first one\n")).toBe(
      "added the user hubot\n",
    );
    expect(await list("first one")).toBe(200);
    const { password } = runJson(["user", "passwd", "hubot", "--generate-password"]);
    expect([await list("first one"), await list(password)]).toEqual([401, 200]);
    runCommand(["user", "suspend", "hubot"]);
    expect(await list(password)).toBe(403);
    runCommand(["user", "unsuspend", "hubot"]);
    const { secret } = runJson(["user", "otp", "enable", "hubot"]);
    const code = generateTotp(decodeOtpSecret(secret) ?? Buffer.alloc(0), new Date());
    expect([await list(password), await list(password, code)]).toEqual([401, 200]);
    expect(runCommand(["user", "otp", "code", "hubot"])).toMatch(/^\d{6}\n$/);
    runCommand(["user", "otp", "disable", "hubot"]);
    expect(await list(password)).toBe(200);
    expect(runJson(["user", "list"])).toMatchObject([
      {
        login: "hubot",
        name: "Hu Bot",
        email: "hubot@a.example",
        primary_email: "hubot@a.example",
        two_factor: false,
        suspended_at: null,
      },
    ]);
    const emails = await fetch(`${api}/user/emails`, { headers: basicOnce("hubot", password) });
    expect(await emails.json()).toEqual([
      { email: "hubot@a.example", primary: true, verified: true, visibility: "public" },
      { email: "hubot@b.example", primary: false, verified: true, visibility: null },
    ]);

    const { client_id: id, client_secret: old } = runJson(["app", "add", "CI", "https://ci.example/"]);
    const { client_secret: current } = runJson(["app", "rotate-secret", id]);
    expect(runJson(["app", "list"])).toMatchObject([{ client_id: id, name: "CI", type: "oauth" }]);
    const wanted = JSON.stringify({ client_id: id, client_secret: current, scopes: ["repo"] });
    const created = await fetch(`${api}/authorizations`, {
      method: "POST",
      headers: basicOnce("hubot", password),
      body: wanted,
    });
    const { token, id: tokenId } = (await created.json()) as { token: string; id: number };
    const check = (clientSecret: string) =>
      fetchStatus(`${api}/applications/${id}/token`, basicOnce(id, clientSecret), {
        method: "POST",
        body: JSON.stringify({ access_token: token }),
      });
    expect([await check(old), await check(current)]).toEqual([401, 200]);
    expect(runJson(["token", "list", "hubot", "--app", id])).toMatchObject([
      { id: tokenId, application: "CI", scopes: ["repo"] },
    ]);
    expect(runCommand(["token", "revoke", "--token-file", "-"], `${token}\n`)).toBe(
      `revoked the token ${tokenId} of hubot\n`,
    );
    expect(await check(current)).toBe(404);
    expect(runCommand(["app", "remove", id])).toBe("removed the application CI and 0 tokens\n");
    expect(await check(current)).toBe(401);

    await server.stop();
    expect(failuresIn(server)).toEqual([]);
    const log = server.output.stderr;
    expect(log).toContain('"command":"user suspend","login":"hubot"');
    for (const hidden of ["first one", password, secret, code, old, current, token]) expect(log).not.toContain(hidden);
  });

  test("can be read by people", async () => {
    await serve("--demo");
    expect(runCommand(["user", "list"]).split("\n")).toEqual([
      "ID  LOGIN     NAME               PRIMARY EMAIL  SITE ADMIN  TWO FACTOR  SUSPENDED AT  CREATED AT",
      expect.stringMatching(/^1 {3}octocat {3}The Octocat {8}- {14}yes {9}no {10}- {13}2/),
      expect.stringMatching(/^2 {3}monalisa {2}Mona Lisa Octocat {2}- {14}no {10}yes {9}- {13}2/),
      "",
    ]);
  });

  test("that cannot be done say why, and change nothing", async () => {
    await serve("--demo");
    const before = runCommand(["user", "list", "--json"]);
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
    expect(runCommand(["user", "list", "--json"])).toBe(before);
  });

  test("go over a socket for its owner alone, which a killed server leaves behind and the next one takes over", async () => {
    const first = await serve("--demo");
    const socket = join(folder.path, "data/grantbook.db.sock");
    expect(statSync(socket).mode & 0o777).toBe(0o600);
    await first.server.stop("SIGKILL");
    expect(existsSync(socket)).toBe(true);
    expect(runJson(["user", "list"])).toHaveLength(2);
    const second = await serve("--demo");
    expect(runJson(["user", "list"])).toHaveLength(2);
    await second.server.stop();
    expect(existsSync(socket)).toBe(false);
  });

  test("reach a database in memory by a socket that is named", async () => {
    const flags = ["--database", "sqlite::memory:", "--admin-socket", "admin.sock"];
    await serve("--demo", ...flags);
    expect(runJson(["user", "list", ...flags])).toHaveLength(2);
    expect(runToEnd(folder.path, ["backup", "b.db", ...flags]).stderr).toMatch(/in memory has no backups/);
    expect(runToEnd(folder.path, ["key", "rotate", ...flags]).stderr).toMatch(/has no key file/);
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
      message: expect.stringMatching(/^the connection to the server was lost before it answered/),
    });
    dying.closeAllConnections();
    await new Promise((resolve) => dying.close(resolve));
  });

  test("leave a file alone that is no socket, and a socket that another server has", async () => {
    writeFileSync(join(folder.path, "precious"), "kept");
    const refused = start(["serve", "--port", "0", "--admin-socket", "precious"]);
    expect(await refused.ended).toBe(2);
    expect(refused.output.stderr).toMatch(/precious exists and is not a socket/);
    expect(readFileSync(join(folder.path, "precious"), "utf8")).toBe("kept");
    await serve("--demo", "--admin-socket", "shared.sock");
    const second = ["serve", "--port", "0", "--database", "sqlite:other.db", "--admin-socket", "shared.sock"];
    const late = start(second);
    expect(await late.ended).toBe(2);
    expect(late.output.stderr).toMatch(/another server listens on the socket shared\.sock/);
  });
});
