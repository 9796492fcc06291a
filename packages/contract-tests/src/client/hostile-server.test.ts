import type { RequestListener } from "node:http";
import type { Socket } from "node:net";
import { type ClientOptions, createClient } from "@grantbook/client";
import { failureOf } from "@grantbook/test-kit/failure-of";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { octocat } from "./contract.js";
import { closedPort, listen, listenWithBytes } from "./hostile-server.js";

const json = { "content-type": "application/json" };
const clientOf = (baseUrl: string, options: Partial<ClientOptions> = {}) =>
  createClient({ baseUrl, auth: octocat, retry: false, ...options });

beforeEach(() => {
  // A retry waits for a part of half a second: here for none of it.
  vi.spyOn(Math, "random").mockReturnValue(0);
});

afterEach(() => vi.restoreAllMocks());

describe("a server that is not there", () => {
  test("is a lost connection, and named as the runtime names it", async () => {
    const error = await failureOf(clientOf(await closedPort()).grants.list());
    expect(error).toMatchObject({
      name: "ClientError",
      code: "connection",
      message: expect.stringMatching(/^oauth-authorizations\/list-grants: connect ECONNREFUSED 127\.0\.0\.1:\d+$/),
      cause: { code: "ECONNREFUSED", address: "127.0.0.1" },
    });
  });
});

describe("a server that takes its time", () => {
  const waits: [string, RequestListener][] = [
    ["for the headers", () => undefined],
    ["for the body", (_, response) => response.writeHead(200, json).write("[")],
    [
      "for every byte of the body",
      (_, response) => {
        response.writeHead(200, json).write("[");
        const timer = setInterval(() => response.write(" "), 5);
        response.on("close", () => clearInterval(timer));
      },
    ],
  ];

  test.each(waits)("%s is left after the time that the client has", async (_, answer) => {
    const { baseUrl, requests } = await listen(answer);
    const error = await failureOf(clientOf(baseUrl, { timeout: 100 }).grants.list());
    expect(error).toMatchObject({ name: "ClientError", code: "timeout" });
    // The server notices.
    await expect.poll(() => requests[0]?.socket.destroyed).toBe(true);
  });

  test.each(waits)("%s is left when the call is broken off", async (_, answer) => {
    const controller = new AbortController();
    const { baseUrl, requests } = await listen((request, response) => {
      answer(request, response as Parameters<RequestListener>[1]);
      controller.abort("enough");
    });
    const call = failureOf(clientOf(baseUrl, { timeout: 0 }).grants.list({}, { signal: controller.signal }));
    expect(await call).toBe("enough");
    await expect.poll(() => requests[0]?.socket.destroyed).toBe(true);
  });
});

describe("a server that breaks off", () => {
  const cuts: [string, RequestListener][] = [
    ["before it answers", (request) => request.socket.destroy()],
    ["with a reset", (request) => request.socket.resetAndDestroy()],
    [
      "in the middle of a body of known length",
      (request, response) =>
        response.writeHead(200, { ...json, "content-length": 100 }).write("[", () => request.socket.destroy()),
    ],
    [
      "in the middle of a body in chunks",
      (request, response) => response.writeHead(200, json).write("[", () => request.socket.destroy()),
    ],
  ];

  test.each(cuts)("%s is a lost connection", async (_, answer) => {
    const { baseUrl, requests } = await listen(answer);
    const error = await failureOf(clientOf(baseUrl).grants.list());
    expect(error).toMatchObject({ name: "ClientError", code: "connection" });
    expect(requests).toHaveLength(1);
  });

  test.each(cuts)("%s is asked again by what may be repeated, and by nothing else", async (_, answer) => {
    const { baseUrl, requests } = await listen((request, response, count) => {
      if (count === 0) answer(request, response as Parameters<RequestListener>[1]);
      else response.writeHead(200, json).end("[]");
    });
    expect(await clientOf(baseUrl, { retry: {} }).grants.list()).toEqual([]);
    expect(requests).toHaveLength(2);
    const other = await listen(answer);
    const create = clientOf(other.baseUrl, { retry: {} }).authorizations.create({ note: "n" });
    expect(await failureOf(create)).toMatchObject({ code: "connection" });
    expect(other.requests).toHaveLength(1);
  });
});

describe("a server that does not speak HTTP", () => {
  const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
  test.each<[string, (socket: Socket) => void]>([
    ["says hello", (socket) => socket.end("HELLO\r\n\r\n")],
    ["says nothing and leaves", (socket) => socket.end()],
    ["has a status that is none", (socket) => socket.end("HTTP/1.1 2000 OK\r\n\r\n")],
    ["gives two lengths", (socket) => socket.end(`${head}content-length: 2\r\ncontent-length: 9\r\n\r\n[]`)],
    ["gives a length that is none", (socket) => socket.end(`${head}content-length: many\r\n\r\n[]`)],
    ["has chunks that are none", (socket) => socket.end(`${head}transfer-encoding: chunked\r\n\r\nhello\r\n`)],
    [
      "squeezes what is not squeezed",
      (socket) => socket.end(`${head}content-encoding: gzip\r\ncontent-length: 2\r\n\r\n[]`),
    ],
    ["has a header without end", (socket) => socket.write(`${head}x: ${"x".repeat(1 << 20)}`)],
    [
      "has headers without end",
      (socket) => socket.write(head + Array.from({ length: 20_000 }, (_, index) => `x-${index}: x\r\n`).join("")),
    ],
  ])("and %s is a lost connection", async (_, answer) => {
    const error = await failureOf(clientOf(await listenWithBytes(answer), { timeout: 0 }).grants.list());
    expect(error).toMatchObject({
      name: "ClientError",
      code: "connection",
      message: expect.stringMatching(/^oauth-authorizations\/list-grants: \w+/),
    });
  });

  test("is understood when it only says more than it has to", async () => {
    const hints = "HTTP/1.1 103 Early Hints\r\nlink: <https://evil.example/>; rel=next\r\n\r\n".repeat(3);
    const address = await listenWithBytes((socket) => socket.end(`${hints}${head}content-length: 2\r\n\r\n[]`));
    expect(await clientOf(address).grants.list()).toEqual([]);
  });
});

describe("a server that answers something else", () => {
  const html = { "content-type": "text/html" };
  const unreadable = (status: number) => ({ name: "ClientError", code: "invalid-response", status });
  const retryAfter = 365 * 24 * 3600;

  test.each<[string, RequestListener, object, number]>([
    [
      "a page of a proxy, three times",
      (_, response) => response.writeHead(502, html).end("<h1>Bad Gateway</h1>"),
      unreadable(502),
      3,
    ],
    ["a page to sign in", (_, response) => response.writeHead(200, html).end("<form>"), unreadable(200), 1],
    [
      "JSON that it calls text",
      (_, response) => response.writeHead(200, { "content-type": "text/plain" }).end("[]"),
      unreadable(200),
      1,
    ],
    ["half of its JSON", (_, response) => response.writeHead(200, json).end('[{"id":'), unreadable(200), 1],
    ["nothing", (_, response) => response.writeHead(200, json).end(), unreadable(200), 1],
    [
      "that it has no time for a year",
      (_, response) => response.writeHead(503, { ...json, "retry-after": `${retryAfter}` }).end("{}"),
      { name: "ApiError", code: "unavailable", retryAfter },
      1,
    ],
  ])("like %s gets an error that says so", async (_, answer, error, count) => {
    const { baseUrl, requests } = await listen(answer);
    expect(await failureOf(clientOf(baseUrl, { retry: {} }).grants.list())).toMatchObject(error);
    expect(requests).toHaveLength(count);
  });
});

describe("a proxy that cuts sockets between two requests", () => {
  test("loses none of 300 checks, which may be repeated, and a creation is sent once", async () => {
    const used = new WeakSet<Socket>();
    const { baseUrl, requests } = await listen(({ socket, method, url }, response) => {
      // The second request of a connection finds it closed.
      if (used.has(socket)) return socket.destroy();
      used.add(socket);
      const isCheck = method === "POST" && url?.endsWith("/token");
      return response.writeHead(isCheck ? 200 : 201, json).end('{"id":1}');
    });
    const auth = { clientId: "a", clientSecret: "b" };
    const application = createClient({ baseUrl, auth });
    const ids: number[] = [];
    for (let count = 0; count < 300; count += 1) ids.push((await application.tokens.check({ access_token: "t" })).id);
    expect(ids).toEqual(Array(300).fill(1));
    expect(requests.length).toBeGreaterThan(300);
    const before = requests.length;
    const creation = createClient({ baseUrl, auth: octocat }).authorizations.create();
    expect(await creation.then(({ id }) => id, failureCode)).toBeOneOf([1, "connection"]);
    expect(requests.length).toBe(before + 1);
  });
});

const failureCode = (error: { readonly code?: string }) => error.code;
