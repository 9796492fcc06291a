import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setImmediate as nextLoop } from "node:timers/promises";
import { head, openSocket, readToEnd, statusesIn } from "@grantbook/test-kit/raw-sockets";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ConnectionRegistry } from "./connection-registry.js";

// Longer than what is parsed at a time, so that each request is parsed by itself.
const request = head("GET / HTTP/1.1", "Host: localhost", `X-Long: ${"x".repeat(1100)}`);
const limits = {
  maxPipelinedRequests: 3,
  maxRequests: 1000,
  maxUnsentBytes: 100_000_000,
  maxTotalUnsentBytes: 100_000_000,
  writeTimeoutMs: 60_000,
};

let http: Server;
let registry: ConnectionRegistry;
let started: ServerResponse[];
beforeEach(async () => {
  started = [];
  registry = new ConnectionRegistry({
    limits,
    answer: (response) => started.push(response),
    onRefused: () => undefined,
  });
  http = createServer();
  http.on("connection", (socket) => registry.add(socket));
  http.on("request", ({ socket }, response) => registry.find(socket)?.accept(response));
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
});
afterEach(() => {
  http.closeAllConnections();
  http.close();
});

test("a socket that Node paused for unsent responses is not read on before Node resumes it", async () => {
  const socket = await openSocket(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  // More than the buffers of the operating system take.
  const body = Buffer.alloc(20_000_000);
  socket.pause().write(request.repeat(2));
  await expect.poll(() => started.length).toBe(2);
  // Waits for the first response, and is more than Node lets wait: it pauses the socket with the next request.
  started[1]?.end(body);
  socket.write(request.repeat(6));
  await expect.poll(() => started.length).toBe(3);
  started[2]?.end(body);
  // Now there is room for another request, but two responses are not sent.
  started[0]?.end();
  await expect.poll(() => registry.inFlight).toBe(2);
  await nextLoop();
  expect(started).toHaveLength(3);
  const outcome = readToEnd(socket.resume());
  for (let index = 3; index < 8; index += 1) {
    await expect.poll(() => started.length).toBeGreaterThan(index);
    if (index === 7) started[index]?.setHeader("connection", "close");
    started[index]?.end();
  }
  expect(statusesIn(await outcome)).toEqual(Array(8).fill(200));
});

test("a client that leaves ends each of its requests once", async () => {
  const sockets: Socket[] = [];
  http.on("connection", (socket: Socket) => sockets.push(socket));
  const socket = await openSocket(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  socket.write(request.repeat(3));
  await expect.poll(() => registry.inFlight).toBe(3);
  socket.resetAndDestroy();
  await expect.poll(() => registry.size).toBe(0);
  await nextLoop();
  expect(registry.inFlight).toBe(0);
  // Each further end would have asked to be closed after it.
  expect(sockets[0]?.listenerCount("finish")).toBeLessThanOrEqual(1);
});
