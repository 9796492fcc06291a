import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { exchange, head, openSocket, readToEnd, statusesIn, statusOf } from "@grantbook/test-kit/raw-sockets";
import { failuresIn, requestsInFlight, useServerProcess } from "@grantbook/test-kit/server-process";
import { demoFlags, running, useSharedServer } from "@grantbook/test-kit/shared-server";
import { afterEach, describe, expect, test } from "vitest";

// A client must not harm the others: each connection is bounded, and so are all of them together.

const { start } = useServerProcess();
const octocat = `Authorization: Basic ${btoa("octocat:demo-password")}`;
const live = head("GET /live HTTP/1.1", "Host: localhost");
const list = head("GET /api/v3/authorizations HTTP/1.1", "Host: localhost", octocat);
const page = head("GET /docs/ HTTP/1.1", "Host: localhost");

const shared = useSharedServer();
afterEach(() => restoreLists(shared.current.address));

/** Starts a server for one test, with limits of its own. */
const serve = (...flags: string[]) => running(start(["serve", ...demoFlags, "--log-level", "debug", ...flags]));

async function metric(metrics: string, name: string): Promise<number> {
  const text = await (await fetch(metrics)).text();
  const line = text.split("\n").find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length));
}

const refused = (metrics: string, reason: string) =>
  metric(metrics, `grantbook_connections_refused_total{reason="${reason}"}`);

/** Makes the operation that lists authorizations take its time. */
async function delayLists(address: string, delay: number): Promise<void> {
  const body = JSON.stringify({ operation: "oauth-authorizations/list-authorizations", delay });
  const answer = await fetch(`${address}/_grantbook/faults`, { method: "PUT", body });
  expect(answer.status).toBe(200);
}

/** Ends the delay of {@link delayLists}, for requests to come. */
async function restoreLists(address: string): Promise<void> {
  await fetch(`${address}/_grantbook/faults`, { method: "DELETE" });
}

describe("pipelined requests", () => {
  test("of clients that leave are forgotten, and do not keep the server from stopping", async () => {
    const { server, address, metrics } = await serve("--shutdown-timeout", "120");
    for (let index = 0; index < 10; index += 1) {
      const socket = await openSocket(address);
      await new Promise((resolve) => socket.write(live.repeat(2000), resolve));
      socket.destroy();
    }
    await expect.poll(() => metric(metrics, "grantbook_connections")).toBe(0);
    expect(await requestsInFlight(metrics)).toBe(0);
    expect(await server.stop()).toBe(0);
    expect(failuresIn(server)).toEqual([]);
  });

  test("are answered 16 at a time, all of them, and in their order", async () => {
    const { address, metrics } = shared.current;
    await delayLists(address, 1500);
    const socket = await openSocket(address);
    const outcome = readToEnd(socket);
    socket.end(list.repeat(40) + page + live.repeat(500));
    await expect.poll(() => requestsInFlight(metrics)).toBe(16);
    await restoreLists(address);
    const text = await outcome;
    expect(statusesIn(text)).toEqual(Array(541).fill(200));
    expect(text.match(/<title>|"status":"live"/g)).toEqual(["<title>", ...Array(500).fill('"status":"live"')]);
    await expect.poll(() => requestsInFlight(metrics)).toBe(0);
  });

  test("are answered as many at a time as is set", async () => {
    const { address, metrics } = await serve("--max-pipelined-requests", "3");
    await delayLists(address, 500);
    const socket = await openSocket(address);
    socket.write(list.repeat(40));
    await expect.poll(() => requestsInFlight(metrics)).toBe(3);
    socket.destroy();
    await expect.poll(() => requestsInFlight(metrics)).toBe(0);
  });

  test.each(["1", "2", "16"])("with bodies are read one after the other: %s at a time", async (maximum) => {
    const { address } = await serve("--max-pipelined-requests", maximum);
    const bodies = Array.from({ length: 60 }, (_, index) => `{"note":"${index}"${" ".repeat(index * 80)}}`);
    const creations = bodies.map(
      (body) =>
        head("POST /api/v3/authorizations HTTP/1.1", "Host: localhost", octocat, `Content-Length: ${body.length}`) +
        body,
    );
    const socket = await openSocket(address);
    socket.end(creations.join(""));
    const text = await readToEnd(socket);
    expect(statusesIn(text)).toEqual(Array(60).fill(201));
    const notes = [...text.matchAll(/"note":"(\d+)"/g)].map(([, note]) => Number(note));
    expect(notes).toEqual(Array.from({ length: 60 }, (_, index) => index));
  });

  test("before what is no request are answered", async () => {
    const { address } = shared.current;
    await delayLists(address, 200);
    expect(statusesIn(await exchange(address, `${list.repeat(3)}nonsense\r\n\r\n`))).toEqual([200, 200, 200, 400]);
  });
});

describe("answers that nobody reads", () => {
  test("are cut off when they make no progress", async () => {
    // Sixteen answers of a megabyte for each of five connections: only the time is to end them, not their sum.
    const { server, address, metrics } = await serve("--write-timeout", "1", "--max-unsent-bytes-total", "500000000");
    const sockets = await Promise.all(Array.from({ length: 5 }, () => openSocket(address)));
    for (const socket of sockets) socket.pause().write(page.repeat(1600));
    await expect.poll(() => refused(metrics, "stalled")).toBe(5);
    await expect.poll(() => metric(metrics, "grantbook_connections")).toBe(0);
    for (const socket of sockets) socket.destroy();
    expect(failuresIn(server)).toEqual([]);
  });

  test("are bounded in sum: the connections that hold most are closed, the others are served", async () => {
    const { address, metrics } = await serve("--max-unsent-bytes-total", "1000000", "--write-timeout", "600");
    const sockets = await Promise.all(Array.from({ length: 20 }, () => openSocket(address)));
    for (const socket of sockets) socket.pause().write(page.repeat(1600));
    await expect.poll(() => refused(metrics, "unsent")).toBeGreaterThanOrEqual(10);
    expect(statusOf(await exchange(address, head("GET /live HTTP/1.0")))).toBe(200);
    for (const socket of sockets) socket.destroy();
  });
});

test("idle connections and half a head do not keep the server from stopping; what is in flight is answered", async () => {
  const { server, address, metrics } = await serve("--shutdown-timeout", "120", "--headers-timeout", "120");
  await delayLists(address, 1000);
  const idle = await Promise.all(Array.from({ length: 10 }, () => openSocket(address)));
  for (const socket of idle.slice(5)) socket.write("GET /live HTTP/1.1\r\nHost: loc");
  const socket = await openSocket(address);
  const outcome = readToEnd(socket);
  socket.write(list.repeat(3));
  await expect.poll(() => requestsInFlight(metrics)).toBe(3);
  expect(await server.stop()).toBe(0);
  const text = await outcome;
  expect(statusesIn(text)).toEqual([200, 200, 200]);
  expect(text.match(/\r\nConnection: [a-z-]+/gi)?.map((line) => line.slice(14))).toEqual([
    "keep-alive",
    "keep-alive",
    "close",
  ]);
  expect(failuresIn(server)).toEqual([]);
});

test("the last request that a connection may send is answered with Connection: close, and no other is", async () => {
  const { address } = await serve("--max-requests", "5", "--keep-alive-timeout", "120");
  const text = await exchange(address, live.repeat(20));
  expect(statusesIn(text)).toEqual([200, 200, 200, 200, 200]);
  expect(text.match(/\r\nConnection: close\r\n/gi)).toHaveLength(1);
  expect(text.lastIndexOf("HTTP/1.1 200")).toBeLessThan(text.search(/\r\nConnection: close\r\n/i));
});

test("a request for an upgrade is answered, and is the last one: what follows may be another protocol", async () => {
  const { address } = await serve("--keep-alive-timeout", "120");
  const upgrade = head("GET /live HTTP/1.1", "Host: localhost", "Connection: Upgrade", "Upgrade: websocket");
  // The parser drops the rest of what it is given, and would go on in the middle.
  for (const next of [live, "x".repeat(1024 - upgrade.length) + live]) {
    const text = await exchange(address, upgrade + next);
    expect(statusesIn(text)).toEqual([200]);
    expect(text).toMatch(/\r\nConnection: close\r\n/i);
  }
});

describe("an expectation", () => {
  const post = (length: number, ...more: string[]) =>
    head("POST /api/v3/authorizations HTTP/1.1", "Host: localhost", octocat, `Content-Length: ${length}`, ...more);

  test("of a body that is too long is answered at once, without 100", async () => {
    const { address } = shared.current;
    const text = await exchange(address, post(65_537, "Expect: 100-continue"));
    expect(statusesIn(text)).toEqual([413]);
    expect(text).toMatch(/\r\nConnection: close\r\n/i);
  });

  test("of any other body is answered with 100", async () => {
    const { address } = shared.current;
    const socket = await openSocket(address);
    socket.write(post(2, "Expect: 100-continue", "Connection: close"));
    const [first] = await once(socket, "data");
    expect(String(first)).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    socket.write("{}");
    expect(statusOf(await readToEnd(socket))).toBe(422);
  });
});

describe("a body that is too long", () => {
  const post = (length: number) =>
    head("POST /api/v3/authorizations HTTP/1.1", "Host: localhost", octocat, `Content-Length: ${length}`);

  test("does not keep the connection from its next request", async () => {
    const { address } = shared.current;
    const text = await exchange(address, post(70_000) + " ".repeat(70_000) + head("GET /live HTTP/1.0"));
    expect(statusesIn(text)).toEqual([413, 200]);
  });

  test("may take its time after the response", async () => {
    const { address } = shared.current;
    const socket = await openSocket(address);
    socket.write(post(70_000));
    const [first] = await once(socket, "data");
    expect(statusOf(String(first))).toBe(413);
    // Longer than the half second after which the adapter would close the connection.
    await sleep(1000);
    socket.write(" ".repeat(70_000) + head("GET /live HTTP/1.0"));
    expect(statusOf(await readToEnd(socket))).toBe(200);
  });

  test("is not read for ever: the connection is closed", async () => {
    const { address } = await serve("--request-timeout", "600");
    const socket = await openSocket(address);
    const outcome = readToEnd(socket);
    socket.write(post(10_000_000_000));
    const sending = setInterval(() => socket.write(" ".repeat(100_000)), 1);
    expect(statusesIn(await outcome)).toEqual([413]);
    clearInterval(sending);
  });
});
