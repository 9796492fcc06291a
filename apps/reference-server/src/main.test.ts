import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { failuresIn, halfSentCreation, requestsInFlight, useServerProcess } from "@grantbook/test-kit/server-process";
import { describe, expect, test } from "vitest";

const { folder, start: run } = useServerProcess();

const start = (...parameters: string[]) => run(["serve", "--port", "0", ...parameters]);

const octocat = { authorization: basicAuth("octocat", "demo-password") };

describe("serve", () => {
  const canCopy = spawnSync("bash", ["-c", "curl --version"]).status === 0;
  test.skipIf(!canCopy)(
    "says where it listens on its first line, and the demo's lines for bash and curl work as they are",
    async () => {
      const server = start("--demo", "--database", "sqlite::memory:");
      const address = await server.listening();
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      await expect.poll(() => server.output.stdout).toContain("Check the token");
      const lines = server.output.stdout.split("\n").filter((line) => /^ {2}(TOKEN|curl)/.test(line));
      const answer = execFileSync("bash", ["-c", lines.join("\n")], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
      expect(JSON.parse(answer)).toMatchObject({
        scopes: ["repo"],
        user: { login: "octocat" },
        token: expect.stringMatching(/^gho_/),
      });
      expect(JSON.parse(answer).url).toContain(address);
    },
  );

  test("keeps what was stored over a new start, in a file for its owner alone", async () => {
    const first = start("--demo");
    const created = await fetch(`${await first.listening()}/api/v3/authorizations`, {
      method: "POST",
      headers: octocat,
      body: '{"note":"kept"}',
    });
    expect(created.status).toBe(201);
    expect(await first.stop()).toBe(0);
    const second = start("--demo");
    const listed = await fetch(`${await second.listening()}/api/v3/authorizations`, { headers: octocat });
    expect(await listed.json()).toMatchObject([{ note: "kept" }]);
    for (const file of ["grantbook.db", "grantbook.db-wal", "grantbook.key"]) {
      expect(statSync(join(folder.path, "data", file)).mode & 0o077).toBe(0);
    }
  });

  test("serves the demo to other machines where the operator names its host", async () => {
    const server = start("--demo", "--database", "sqlite::memory:", "--host", "0.0.0.0", "--demo-host", "grantbook");
    const { port } = new URL(await server.listening());
    const statusFor = (host: string) =>
      new Promise((resolve, reject) => {
        const options = { port, path: "/_grantbook/clock", headers: { host } };
        get(options, (response) => resolve(response.resume().statusCode)).once("error", reject);
      });
    expect(await statusFor("grantbook:3000")).toBe(200);
    expect(await statusFor("evil.example")).toBe(403);
  });

  test("warns of a key that others can read, with the command that mends it", async () => {
    const first = start();
    await first.listening();
    await first.stop();
    expect(first.output.stderr).not.toContain('"level":"warn"');
    chmodSync(join(folder.path, "data/grantbook.key"), 0o644);
    const second = start();
    await second.listening();
    await second.stop();
    expect(second.output.stderr).toContain('"level":"warn"');
    expect(second.output.stderr).toContain('"mode":"0644","advice":"chmod 600 data/grantbook.key"');
  });

  test("prints what a seed left out this once, and seeding again changes nothing", async () => {
    const seedFile = join(folder.path, "my.yaml");
    writeFileSync(seedFile, "users:\n  - login: hubot\napplications:\n  - name: CI\n    url: https://ci.example/\n");
    const first = start("--seed", "my.yaml");
    const address = await first.listening();
    await expect.poll(() => first.output.stdout).toContain("client secret");
    const [, password = ""] = /user hubot: password (\S+)/.exec(first.output.stdout) ?? [];
    const login = { authorization: basicAuth("hubot", password) };
    expect((await fetch(`${address}/api/v3/authorizations`, { headers: login })).status).toBe(200);
    await first.stop();
    const second = start("--seed", "my.yaml");
    const again = await second.listening();
    expect((await fetch(`${again}/api/v3/authorizations`, { headers: login })).status).toBe(200);
    await second.stop();
    expect(second.output.stdout).toBe(`listening on ${again}\ndocs at ${again}/docs\n`);
  });

  test("takes settings from the environment, and the flag before the environment", async () => {
    const environment = {
      PORT: "0",
      DATABASE_URL: "sqlite::memory:",
      PUBLIC_URL: "https://wrong.example",
      DEMO: "true",
    };
    const started = run(["serve", "--public-url", "https://hub.example/"], environment);
    const created = await fetch(`${await started.listening()}/api/v3/authorizations`, {
      method: "POST",
      headers: { ...octocat, host: "evil.example", "x-forwarded-host": "evil.example" },
      body: '{"note":"addresses"}',
    });
    expect(created.headers.get("location")).toBe("https://hub.example/api/v3/authorizations/1");
    expect(existsSync(join(folder.path, "data"))).toBe(false);
  });

  test("rehearses the removal in the periods it is given, and limits failed logins and requests", async () => {
    const hour = 60 * 60 * 1000;
    const time = (offset: number) => new Date(Date.now() + offset).toISOString();
    const flags = ["--demo", "--database", "sqlite::memory:", "--failed-passwords", "1", "--rate-limit", "100"];
    const over = `${time(-2 * hour)}/${time(-hour)}`;
    const available = await start(
      ...flags,
      "--brownout",
      over,
      "--brownout",
      `${time(hour)}/${time(2 * hour)}`,
    ).listening();
    const list = (address: string, authorization: string) =>
      fetch(`${address}/api/v3/authorizations`, { headers: { authorization } });
    const answer = await list(available, octocat.authorization);
    expect([answer.status, answer.headers.get("x-ratelimit-remaining")]).toEqual([200, "99"]);
    expect((await list(available, basicAuth("octocat", "wrong"))).status).toBe(401);
    expect((await list(available, octocat.authorization)).status).toBe(403);
    const brownout = await start(
      ...flags,
      "--brownout",
      over,
      "--brownout",
      `${time(-hour)}/${time(hour)}`,
    ).listening();
    expect((await list(brownout, octocat.authorization)).status).toBe(404);
    const removed = await start(...flags, "--removal", time(-hour)).listening();
    expect((await list(removed, octocat.authorization)).status).toBe(404);
  });

  test("finishes what is in flight on SIGINT, as on SIGTERM, and exits with 0", async () => {
    const server = start("--demo", "--database", "sqlite::memory:", "--metrics", "127.0.0.1:0");
    const creation = halfSentCreation(await server.listening(), octocat, "in flight");
    const metrics = await server.metrics();
    await expect.poll(() => requestsInFlight(metrics)).toBe(1);
    server.process.kill("SIGINT");
    await expect.poll(() => server.output.stderr).toContain('"message":"stopping"');
    creation.finish();
    expect(await creation.status).toBe(201);
    expect(await server.ended).toBe(0);
    expect(failuresIn(server)).toEqual([]);
  });

  test("is not disturbed by a client that goes away in the middle of a body", async () => {
    const server = start("--demo", "--database", "sqlite::memory:", "--metrics", "127.0.0.1:0");
    const address = await server.listening();
    const creation = halfSentCreation(address, octocat, "given up");
    const metrics = await server.metrics();
    await expect.poll(() => requestsInFlight(metrics)).toBe(1);
    creation.destroy();
    await expect.poll(() => requestsInFlight(metrics)).toBe(0);
    expect((await fetch(`${address}/api/v3/authorizations`, { headers: octocat })).status).toBe(200);
    await server.stop();
    expect(failuresIn(server)).toEqual([]);
  });
});

describe("a start that fails prints one line, with exit code 2", () => {
  const cases: [string, string[], RegExp][] = [
    ["an unknown flag", ["--prot", "1"], /--prot/],
    ["a value that cannot be read", ["--database", "mysql://secret-value"], /--database: this is not a database/],
    ["a socket whose path is too long", ["--admin-socket", "s".repeat(120)], /longer than 103 bytes.*--admin-socket/],
    ["a file that is no database", ["--database", "sqlite:not-a-database"], /not-a-database: file is not a database/],
    ["a seed file that is not there", ["--seed", "nowhere.yaml"], /there is no seed file nowhere\.yaml/],
    ["a seed file that is not YAML", ["--seed", "broken.yaml"], /broken\.yaml: .*line 1/],
    [
      "a seed file with a wrong value",
      ["--seed", "wrong.yaml"],
      /wrong\.yaml: users\[0\]\.site_admin must be a boolean/,
    ],
    [
      "a seed file with an unknown key",
      ["--seed", "unknown.yaml"],
      /unknown\.yaml: users\[0\] must not have the unknown key passwrd/,
    ],
    ["a key that is none", ["--key-file", "not-a-database"], /not-a-database is not a key/],
    ["several workers on a file", ["--workers", "2"], /--workers: one process owns a SQLite file.*PostgreSQL/],
    ["the demo where others can reach it", ["--demo", "--host", "0.0.0.0"], /--demo .* not on 0\.0\.0\.0.*--demo-host/],
  ];

  test.each(cases)("%s", async (_, flags, message) => {
    writeFileSync(join(folder.path, "not-a-database"), "this is a text, and not a database\n".repeat(50));
    writeFileSync(join(folder.path, "broken.yaml"), "users: [");
    writeFileSync(join(folder.path, "wrong.yaml"), "users:\n  - login: octocat\n    site_admin: secret-value\n");
    writeFileSync(join(folder.path, "unknown.yaml"), "users:\n  - login: octocat\n    passwrd: secret-value\n");
    const started = run(["serve", "--port", "0", ...flags]);
    expect(await started.ended).toBe(2);
    expect(started.output.stderr).toMatch(message);
    expect(started.output.stderr).toMatch(/^grantbook: [^\n]+\n$/);
    expect(started.output.stderr).not.toContain("secret-value");
    expect(started.output.stdout).toBe("");
  });

  test("a database that another server uses, and a port that is taken", async () => {
    const first = start();
    const { port } = new URL(await first.listening());
    const second = start();
    expect(await second.ended).toBe(2);
    expect(second.output.stderr).toMatch(/^grantbook: .*another process uses it.*PostgreSQL\n$/);
    const third = run(["serve", "--port", port, "--database", "sqlite::memory:"]);
    expect(await third.ended).toBe(2);
    expect(third.output.stderr).toMatch(/^grantbook: cannot listen on .*the port is in use/);
  });

  test("a port of the metrics that is taken, and nothing is left behind", async () => {
    const first = start("--database", "sqlite::memory:");
    const { host } = new URL(await first.listening());
    const second = start("--metrics", host, "--demo");
    expect(await second.ended).toBe(2);
    expect(second.output.stderr).toMatch(/^grantbook: cannot listen on .*the port is in use; .*--metrics\n$/);
    expect(existsSync(join(folder.path, "data"))).toBe(false);
  });

  test("a database that was made with another key", async () => {
    const first = start("--demo");
    await first.listening();
    await first.stop();
    const key = readFileSync(join(folder.path, "data/grantbook.key"), "utf8");
    writeFileSync(
      join(folder.path, "data/grantbook.key"),
      key.replace(/^./, (digit) => (digit === "0" ? "1" : "0")),
    );
    const second = start("--demo");
    expect(await second.ended).toBe(2);
    expect(second.output.stderr).toMatch(/^grantbook: .*data\/grantbook\.key.*another key; .*--key-file\n$/);
  });
});

test("--help names the commands, and with a command its settings; --version has the version", async () => {
  const said = async (...words: string[]) => {
    const program = run(words);
    expect(await program.ended).toBe(0);
    return program.output.stdout;
  };
  expect(await said("--help")).toContain("  user add LOGIN ");
  expect(await said("serve", "--help")).toMatch(/--port NUMBER +Port to listen on.* \[env PORT,\s+default 3000\]\n/);
  expect(await said("--version")).toMatch(/^\d+\.\d+\.\d+\n$/);
});
