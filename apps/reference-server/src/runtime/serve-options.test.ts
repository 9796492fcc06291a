import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { failuresIn, type ServerProcess, useServerProcess } from "@grantbook/test-kit/server-process";
import { expect, test } from "vitest";

const { start: run } = useServerProcess();

const start = (...flags: string[]) =>
  run(["serve", "--demo", "--database", "sqlite::memory:", "--port", "0", ...flags]);

const login = (password: string) => ({ authorization: basicAuth("octocat", password) });
const list = async (server: ServerProcess, headers: Record<string, string>) =>
  (await fetch(`${await server.listening()}/api/v3/authorizations`, { headers })).status;

test("the log has a line of JSON for each request, under the id of the answer, and not for good probes", async () => {
  const server = start();
  const address = await server.listening();
  const answer = await fetch(`${address}/api/v3/authorizations`, { headers: login("wrong") });
  await fetch(`${address}/ready`);
  await fetch(`${address}/nowhere`);
  await fetch(`${address}/_grantbook/clock`);
  await server.stop();
  const lines = server.output.stderr
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.filter(({ message }) => message === "request")).toEqual([
    {
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      request: answer.headers.get("x-github-request-id"),
      operation: "oauth-authorizations/list-authorizations",
      method: "GET",
      status: 401,
      duration: expect.any(Number),
      address: "127.0.0.1",
      reason: "credentials-wrong",
      message: "request",
    },
    expect.objectContaining({ status: 404, reason: "not-found" }),
    expect.objectContaining({ status: 200, route: "/_grantbook/clock" }),
  ]);
  expect(lines.map(({ message }) => message)).toEqual(["serving", "request", "request", "request", "stopping"]);
});

test("the log can be for people, and have less or nothing in it", async () => {
  const text = start("--log-format", "text");
  await list(text, login("demo-password"));
  await text.stop();
  expect(text.output.stderr).toMatch(/^\d\d:\d\d:\d\d 200 GET \/authorizations [\d.]+ ms user 1 [0-9A-F:]+$/m);
  for (const level of ["warn", "silent"]) {
    const quiet = start("--log-level", level);
    await list(quiet, login("demo-password"));
    await quiet.stop();
    expect(quiet.output.stderr).toBe("");
  }
});

test("failed logins are counted by the address that a trusted proxy names, and by no other", async () => {
  const flags = ["--failed-passwords", "1"];
  const trusting = start(...flags, "--trusted-proxy", "127.0.0.0/8");
  const from = (address: string, password: string) => ({ ...login(password), "x-forwarded-for": address });
  expect(await list(trusting, from("198.51.100.1", "wrong"))).toBe(401);
  expect(await list(trusting, from("198.51.100.1", "demo-password"))).toBe(403);
  expect(await list(trusting, from("198.51.100.2", "demo-password"))).toBe(200);
  const careful = start(...flags);
  expect(await list(careful, from("198.51.100.1", "wrong"))).toBe(401);
  expect(await list(careful, from("198.51.100.2", "demo-password"))).toBe(403);
});

test("logins beyond what may wait are answered with 503, and counted as that", async () => {
  const flags = ["--password-verifications", "1", "--password-queue", "0", "--password-memory", "0"];
  const server = start(...flags, "--failed-passwords", "1000", "--metrics", "127.0.0.1:0");
  await server.listening();
  const statuses: number[] = [];
  // The machine decides how many coincide, but some always do.
  while (!statuses.includes(503)) {
    statuses.push(...(await Promise.all(Array.from({ length: 30 }, () => list(server, login("demo-password"))))));
  }
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  const refused = statuses.filter((status) => status === 503).length;
  const metrics = await (await fetch(await server.metrics())).text();
  expect(metrics).toContain(`grantbook_password_verifications_total{outcome="refused"} ${refused}\n`);
  expect(metrics).toContain(`grantbook_password_verifications_total{outcome="right"} ${statuses.length - refused}\n`);
  expect(metrics).toMatch(/operation="oauth-authorizations\/list-authorizations",status="503"\} /);
  expect(metrics).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  expect(failuresIn(server)).toEqual([]);
});

test("metrics have a listener of their own, with nothing else on it, and are not on the other", async () => {
  const server = start("--metrics", "127.0.0.1:0");
  const address = await server.listening();
  const metrics = new URL(await server.metrics());
  expect((await fetch(metrics)).headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  for (const path of ["/", "/ready", "/api/v3/meta", "/metrics/"]) {
    expect((await fetch(new URL(path, metrics))).status).toBe(404);
  }
  expect((await fetch(metrics, { method: "POST" })).status).toBe(404);
  expect((await fetch(`${address}/metrics`)).status).toBe(404);
});

test("without --demo the switches for testing are not there", async () => {
  const server = run(["serve", "--port", "0"]);
  const address = await server.listening();
  const unknown = await (await fetch(`${address}/nowhere`)).text();
  for (const path of ["", "/", "/reset", "/requests", "/clock", "/faults"]) {
    const answer = await fetch(`${address}/_grantbook${path}`, { method: path === "/reset" ? "POST" : "GET" });
    expect([answer.status, await answer.text()]).toEqual([404, unknown]);
  }
});

test("a fault that was ordered cuts a connection that is really one", async () => {
  const server = start();
  const address = await server.listening();
  const order = [{ operation: "oauth-authorizations/create-authorization", cut: "after", count: 1 }];
  await fetch(`${address}/_grantbook/faults`, { method: "PUT", body: JSON.stringify(order) });
  const create = () =>
    fetch(`${address}/api/v3/authorizations`, {
      method: "POST",
      headers: login("demo-password"),
      body: '{"note":"a"}',
    });
  await expect(create()).rejects.toThrow("fetch failed");
  // It was done all the same.
  expect((await create()).status).toBe(422);
  await server.stop();
  expect(failuresIn(server)).toEqual([]);
});
