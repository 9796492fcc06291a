import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { exchange, head } from "@grantbook/test-kit/raw-sockets";
import { failuresIn, main, useServerProcess } from "@grantbook/test-kit/server-process";
import { describe, expect, test } from "vitest";
import { freePort } from "../../../../scripts/free-port.js";

const { folder, start: run } = useServerProcess();

const start = (flags: readonly string[], environment: Record<string, string> = {}) =>
  run(["serve", "--port", "0", ...flags], environment);

const octocat = { authorization: basicAuth("octocat", "demo-password") };

/** A request of which half was sent, and which the server has begun to answer: it waits for the rest. */
interface Begun {
  finish(): void;
  /** The answer, or the code of what went wrong instead. */
  readonly outcome: Promise<IncomingMessage | string>;
}

async function begin(address: string, note: string): Promise<Begun> {
  const body = JSON.stringify({ note });
  const headers = { ...octocat, "content-length": body.length, expect: "100-continue" };
  const sent: ClientRequest = request(`${address}/api/v3/authorizations`, { method: "POST", headers });
  const outcome = new Promise<IncomingMessage | string>((resolve) => {
    sent.once("response", (answer) => resolve(answer.resume()));
    sent.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
  // The server says that it goes on when it has seen the request.
  await once(sent, "continue");
  sent.write(body.slice(0, 5));
  return { outcome, finish: () => sent.end(body.slice(5)) };
}

async function readiness(address: string): Promise<string> {
  const answer = await fetch(`${address}/ready`);
  return `${answer.status} ${await answer.text()}`;
}

describe("SIGTERM", () => {
  test("lets what is in flight be answered, while the probe says no, and ends with 0", async () => {
    const server = start(["--demo"]);
    const address = await server.listening();
    const begun = await Promise.all(Array.from({ length: 50 }, (_, index) => begin(address, `note ${index}`)));
    server.process.kill("SIGTERM");
    await expect.poll(() => readiness(address)).toBe('503 {"status":"not ready","reason":"the server is stopping"}');
    for (const { finish } of begun) finish();
    for (const { outcome } of begun) {
      expect(await outcome).toMatchObject({ statusCode: 201, headers: { connection: "close" } });
    }
    expect(await server.ended).toBe(0);
    expect(failuresIn(server)).toEqual([]);
    // The files that SQLite keeps next to an open database are gone.
    expect(existsSync(join(folder.path, "data/grantbook.db-wal"))).toBe(false);
  });

  test.each([
    ["that sent nothing", ""],
    ["that sent half of its headers", "GET /api/v3/ HTTP/1.1\r\nHost: local"],
    ["that was answered and is kept open", "GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n"],
  ])("does not wait for a connection %s", async (_, bytes) => {
    // Ten minutes: a server that waited would outlast the test.
    const server = start(["--demo", "--shutdown-timeout", "600"]);
    const { port } = new URL(await server.listening());
    const socket = connect(Number(port), "127.0.0.1");
    await once(socket, "connect");
    socket.resume().write(bytes);
    if (bytes.endsWith("\r\n\r\n")) await once(socket, "data");
    const closed = once(socket, "close");
    expect(await server.stop()).toBe(0);
    await closed;
    expect(failuresIn(server)).toEqual([]);
  });

  test("does not wait for what does not come, longer than it was told", async () => {
    const server = start(["--demo", "--shutdown-timeout", "1"]);
    const { outcome } = await begin(await server.listening(), "never finished");
    expect(await server.stop()).toBe(0);
    expect(await outcome).toBe("ECONNRESET");
    expect(failuresIn(server)).toEqual([]);
  });

  test("goes on to serve for the time that a balancer needs to notice", async () => {
    const server = start(["--demo", "--shutdown-delay", "2"]);
    const address = await server.listening();
    server.process.kill("SIGTERM");
    await expect.poll(() => readiness(address)).toMatch(/^503 .*stopping/);
    const answer = await fetch(`${address}/api/v3/authorizations`, { headers: octocat });
    expect([answer.status, answer.headers.get("connection")]).toEqual([200, "close"]);
    expect(await server.ended).toBe(0);
  });

  test("a second time ends it at once, with 1", async () => {
    const server = start(["--demo"]);
    const address = await server.listening();
    const { outcome } = await begin(address, "cut off");
    server.process.kill("SIGTERM");
    await expect.poll(() => readiness(address)).toMatch(/^503/);
    expect(await server.stop("SIGTERM")).toBe(1);
    expect(await outcome).toBe("ECONNRESET");
  });

  test("ends a server that still waits for its database", async () => {
    const port = await freePort();
    const flags = ["--port", String(port), "--database", "postgres://me@127.0.0.1:1/x", "--host", "127.0.0.1"];
    const server = start(flags);
    const address = `http://127.0.0.1:${port}`;
    await expect.poll(() => readiness(address).catch(String)).toMatch(/^503 .*the server is starting/);
    expect((await fetch(`${address}/live`)).status).toBe(200);
    const early = await fetch(`${address}/api/v3/authorizations`, { headers: octocat });
    expect([early.status, early.headers.get("retry-after")]).toEqual([503, "1"]);
    expect(await server.stop()).toBe(0);
    expect(server.output.stderr).toContain('"message":"waiting for the database"');
    expect(server.output.stdout).toBe("");
  });
});

test("a database that stays unavailable ends the start with one line and exit code 2", async () => {
  const server = start(["--database", "postgres://me:secret-value@127.0.0.1:1/x", "--database-wait", "1"]);
  expect(await server.ended).toBe(2);
  const lines = server.output.stderr.split("\n");
  expect(lines.at(-2)).toMatch(/^grantbook: cannot open the PostgreSQL database 127\.0\.0\.1:1\/x: .*ECONNREFUSED/);
  expect(server.output.stderr).not.toContain("secret-value");
});

describe("what nobody catches", () => {
  const trap = (throwing: string) => {
    const program = encodeURIComponent(`process.on("SIGUSR2", () => { ${throwing} })`);
    // In the environment, because the program itself is in the stack.
    const PLANTED = `planted gho_${"T".repeat(36)} at postgres://me:hunter2@db/g`;
    return { NODE_OPTIONS: `--import data:text/javascript,${program}`, PLANTED };
  };

  test.each([
    ["an exception", "throw new Error(process.env.PLANTED)"],
    ["a rejection", "Promise.reject(new Error(process.env.PLANTED))"],
  ])("%s is logged once, what is in flight is answered, and the exit code is 1", async (_, throwing) => {
    const server = start(["--demo"], trap(throwing));
    const address = await server.listening();
    const { outcome, finish } = await begin(address, "in flight");
    server.process.kill("SIGUSR2");
    await expect.poll(() => server.output.stderr).toContain('"message":"crashed"');
    finish();
    expect(await outcome).toMatchObject({ statusCode: 201 });
    expect(await server.ended).toBe(1);
    const [failure, ...others] = failuresIn(server);
    expect(others).toEqual([]);
    expect(JSON.parse(failure ?? "")).toMatchObject({
      level: "error",
      error: expect.stringMatching(/^Error: planted \*\*\* at postgres:\/\/\*\*\*db\/g\n/),
    });
    expect(server.output.stderr).not.toMatch(/gho_|hunter2/);
  });
});

test("the last lines of the log do not overtake one that is still being written", async () => {
  // Keeps the only thread that writes busy, so that the refusal below waits for it.
  const program = `import { pbkdf2 } from "node:crypto";
    process.on("SIGUSR2", () => { pbkdf2("", "", 1_000_000, 64, "sha512", () => {}); console.log("busy"); })`;
  const environment = {
    UV_THREADPOOL_SIZE: "1",
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(program)}`,
  };
  const server = start(["--demo", "--log-level", "debug"], environment);
  const address = await server.listening();
  server.process.kill("SIGUSR2");
  await expect.poll(() => server.output.stdout).toContain("busy");
  await exchange(address, head("GET / HTTP/9.9"));
  expect(await server.stop()).toBe(0);
  const messages = server.output.stderr
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line).message);
  expect(messages.slice(-2)).toEqual(["request refused", "stopping"]);
});

test("the reader of the log may go away: serving goes on", async () => {
  const child = spawn(process.execPath, [main, "serve", "--demo", "--port", "0"], { cwd: folder.path });
  const ended = once(child, "exit");
  try {
    const [first] = await once(child.stdout, "data");
    const [, address] = /listening on (\S+)/.exec(String(first)) ?? [];
    child.stdout.destroy();
    child.stderr.destroy();
    for (let index = 0; index < 20; index += 1) {
      expect((await fetch(`${address}/api/v3/authorizations`, { headers: octocat })).status).toBe(200);
    }
  } finally {
    child.kill("SIGTERM");
  }
  expect(await ended).toEqual([0, null]);
});
