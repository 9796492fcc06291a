import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { head, openSocket, readToEnd, statusOf } from "@grantbook/test-kit/raw-sockets";
import { afterEach, beforeEach, expect, test } from "vitest";
import { allowHalfOpen, bytesSent, takeDataListener } from "./node-internals.js";

// A failure here says that this version of Node lacks something that the listener depends on, and what.

let http: Server;
let address: string;
beforeEach(async () => {
  http = createServer();
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(() => {
  http.closeAllConnections();
  http.close();
});

const live = head("GET / HTTP/1.1", "Host: localhost", "Connection: close");

test("the handle of a socket counts the part of a chunk that was sent: _handle.bytesWritten, _handle.writeQueueSize", async () => {
  const bytes = 64 * 1024 * 1024;
  http.on("request", (_, response) => response.end(Buffer.alloc(bytes)));
  const client = await openSocket(address);
  client.pause().write(live);
  const [request] = await once(http, "request");
  const socket = request.socket as Socket;
  // The buffers of the operating system take a part; all the rest is one chunk that the stream counts as unsent.
  await expect
    .poll(() => bytesSent(socket), { message: "_handle is missing or has other properties" })
    .toBeGreaterThan(1000);
  expect(bytesSent(socket)).toBeLessThan(bytes);
  expect(socket.writableLength).toBeGreaterThan(bytes - 1000);
  const before = bytesSent(socket);
  client.resume();
  await expect.poll(() => bytesSent(socket)).toBeGreaterThan(before);
  client.destroy();
});

test("a server responds to a client that closed its half: httpAllowHalfOpen", async () => {
  allowHalfOpen(http);
  http.on("request", (request, response) => request.socket.once("end", () => setImmediate(() => response.end("late"))));
  const client = await openSocket(address);
  client.end(live);
  expect(statusOf(await readToEnd(client)), "httpAllowHalfOpen has no effect").toBe(200);
});

test("a server listens for data with one listener, which can be called with a part of it", async () => {
  http.on("connection", (socket: Socket) => {
    const parse = takeDataListener(socket);
    socket.on("data", (data) => {
      for (const byte of data) parse.call(socket, Buffer.from([byte]));
    });
  });
  http.on("request", (_, response) => response.end());
  const client = await openSocket(address);
  client.write(live);
  expect(statusOf(await readToEnd(client))).toBe(200);
});

test("a socket with no listener for data, or with several, is refused", async () => {
  const sockets: Socket[] = [];
  http.on("connection", (socket: Socket) => sockets.push(socket));
  const client = await openSocket(address);
  await expect.poll(() => sockets.length).toBe(1);
  const [socket] = sockets as [Socket];
  takeDataListener(socket);
  expect(() => takeDataListener(socket)).toThrow("node:http does not listen for data on its sockets as expected");
  client.destroy();
});
