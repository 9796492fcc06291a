import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { randomFrom, seed } from "@grantbook/test-kit/random";
import { exchange, head, openSocket, readToEnd, statusOf } from "@grantbook/test-kit/raw-sockets";
import { build, failuresIn, run, type ServerProcess } from "@grantbook/test-kit/server-process";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// Misuse of connections, on purpose or not. One server endures all of it and serves other clients meanwhile.

const folder = newFolder();
const octocat = { authorization: basicAuth("octocat", "demo-password") };
const maxConnections = 60;
let server: ServerProcess;
let address: URL;
let metricsUrl: string;
let before: Figures;
beforeAll(async () => {
  build();
  const flags = ["--demo", "--database", "sqlite::memory:", "--port", "0", "--metrics", "127.0.0.1:0"];
  const limits = ["--headers-timeout", "1", "--request-timeout", "2", "--keep-alive-timeout", "1"];
  // This heap cannot hold the unsent bytes of all clients: a server without limits would run out of memory.
  const environment = { NODE_OPTIONS: "--max-old-space-size=96", MAX_CONNECTIONS: String(maxConnections) };
  server = run(folder, ["serve", ...flags, ...limits], environment);
  address = new URL(await server.listening());
  metricsUrl = await server.metrics();
  // Memory that any work needs is not counted against clients.
  for (let index = 0; index < 200; index += 1) await bystander();
  before = await figures();
});
afterAll(() => server.stop("SIGKILL"));

/** Another client, which must be served throughout. */
async function bystander(): Promise<void> {
  const answer = await fetch(`${address.origin}/api/v3/authorizations`, { headers: octocat });
  await answer.arrayBuffer();
  expect(answer.status).toBe(200);
}

interface Figures {
  readonly memory: number;
  readonly descriptors: number;
  /** Answers with a status from 500 on. */
  readonly failures: number;
}

async function figures(): Promise<Figures> {
  const text = await (await fetch(metricsUrl)).text();
  const sum = (pattern: RegExp) => [...text.matchAll(pattern)].reduce((total, [, value]) => total + Number(value), 0);
  return {
    memory: sum(/^process_resident_memory_bytes (\S+)/gm),
    descriptors: sum(/^process_open_fds (\S+)/gm),
    failures: sum(/^grantbook_requests_total\{.*status="5.."\} (\S+)/gm),
  };
}

const open = () => openSocket(address);
const said = (bytes: string | Buffer) => exchange(address, bytes);
const post = (...headers: string[]) =>
  head("POST /api/v3/authorizations HTTP/1.1", "Host: x", `Authorization: ${octocat.authorization}`, ...headers);

describe("who is slow", () => {
  test("with headers is cut off, however many there are", async () => {
    const sockets = await Promise.all(Array.from({ length: 40 }, open));
    const outcomes = sockets.map(readToEnd);
    let isOver = false;
    const dripping = (async () => {
      for (const letter of `GET /api/v3/user HTTP/1.1\r\nX-Slow: ${"x".repeat(1000)}`) {
        if (isOver) return;
        for (const socket of sockets) socket.write(letter);
        await sleep(100);
      }
    })();
    await bystander();
    expect((await Promise.all(outcomes)).map(statusOf)).toEqual(Array(40).fill(408));
    isOver = true;
    await dripping;
    await bystander();
  });

  test("with the body is cut off", async () => {
    const socket = await open();
    socket.write(post("Content-Length: 1000"));
    const dripping = setInterval(() => socket.write("x"), 100);
    expect(statusOf(await readToEnd(socket))).toBe(408);
    clearInterval(dripping);
    await bystander();
  });

  test("to say anything at all is cut off", async () => {
    const sockets = await Promise.all(Array.from({ length: 40 }, open));
    expect((await Promise.all(sockets.map(readToEnd))).map(statusOf)).toEqual(Array(40).fill(408));
    await bystander();
  });

  test("to ask again is cut off", async () => {
    const text = await said(head("GET /live HTTP/1.1", "Host: x"));
    expect(text).toMatch(/^HTTP\/1\.1 200 .*\{"status":"live"\}$/s);
  });

  test("to read what was answered is not kept in memory for", async () => {
    const socket = await open();
    socket.pause();
    const many = head("GET /docs HTTP/1.1", "Host: x").repeat(2000);
    socket.write(many);
    // As long as others are served, the server has had its turn at this connection.
    for (let turn = 0; turn < 50; turn += 1) await bystander();
    expect((await figures()).memory - before.memory).toBeLessThan(150_000_000);
    socket.destroy();
  });
});

test("more connections than there may be are closed, and there is room again when others end", async () => {
  const sockets = await Promise.all(Array.from({ length: maxConnections }, open));
  // The server has taken them all when it has answered on each.
  for (const socket of sockets) socket.write(head("GET /live HTTP/1.1", "Host: x"));
  await Promise.all(sockets.map((socket) => once(socket, "data")));
  const extra = connect({ port: Number(address.port), host: address.hostname });
  extra.on("error", () => undefined);
  expect(await readToEnd(extra)).toBe("");
  for (const socket of sockets) socket.destroy();
  await expect
    .poll(() =>
      bystander().then(
        () => "served",
        () => "refused",
      ),
    )
    .toBe("served");
  expect(await (await fetch(metricsUrl)).text()).toMatch(/connections_refused_total\{reason="too-many"\} [1-9]/);
});

describe("a body", () => {
  test.each([
    ["that is announced as 10 gigabytes", post("Content-Length: 10737418240")],
    ["that is one byte too long", post("Content-Length: 65537") + "x".repeat(65_537)],
  ])("%s is refused", async (_, bytes) => {
    expect(statusOf(await said(bytes))).toBe(413);
    await bystander();
  });

  test("that never ends is refused and not kept", async () => {
    const socket = await open();
    socket.write(post("Transfer-Encoding: chunked"));
    const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
    let isOpen = true;
    const outcome = readToEnd(socket).finally(() => {
      isOpen = false;
    });
    while (isOpen && socket.writable) {
      if (!socket.write(chunk)) await Promise.race([once(socket, "drain").catch(() => undefined), outcome]);
      await sleep(0);
    }
    expect(statusOf(await outcome)).toBe(413);
    expect((await figures()).memory - before.memory).toBeLessThan(150_000_000);
    await bystander();
  });

  test("that is a bomb of gzip is refused unread", async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    const body = bomb.subarray(0, 20_000);
    const request = post("Content-Encoding: gzip", `Content-Length: ${body.length}`, "Connection: close");
    expect(statusOf(await said(Buffer.concat([Buffer.from(request), body])))).toBe(415);
  });
});

describe("a connection", () => {
  test("of which the client closed its half is answered", async () => {
    const socket = await open();
    const outcome = readToEnd(socket);
    socket.end(head("GET /api/v3/authorizations HTTP/1.1", "Host: x", `Authorization: ${octocat.authorization}`));
    expect(statusOf(await outcome)).toBe(200);
  });

  test.each([
    ["in the request line", "GET /api/v3/auth"],
    ["in the headers", "GET /api/v3/authorizations HTTP/1.1\r\nHost: x\r\nAuthor"],
    ["in the body", `${post("Content-Length: 100")}{"note":`],
    ["in a chunk", `${post("Transfer-Encoding: chunked")}ff\r\n{"note":`],
  ])("closed %s is closed on our side, too", async (_, bytes) => {
    const socket = await open();
    const outcome = readToEnd(socket);
    socket.end(bytes);
    expect([0, 400]).toContain(statusOf(await outcome));
    await bystander();
  });

  test("that is torn down in the middle of a request or an answer leaves nothing behind", async () => {
    for (let index = 0; index < 100; index += 1) {
      const socket = await open();
      socket.write(index % 2 ? `${post("Content-Length: 100")}{` : head("GET /docs HTTP/1.1", "Host: x"));
      // Some of them in the middle of the answer, others before the server has read anything.
      if (index % 4 === 0) await once(socket, "data");
      socket.resetAndDestroy();
    }
    await bystander();
    await expect.poll(async () => (await figures()).descriptors).toBeLessThanOrEqual(before.descriptors + 5);
  });
});

describe("what is no request, or nearly one,", () => {
  const line = "GET /api/v3/user HTTP/1.1";
  test.each<[string, string, number]>([
    ["nothing but letters", "hello, is anybody there?\r\n\r\n", 400],
    ["TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400],
    ["HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
    ["no Host", head(line), 400],
    ["two Hosts", head(line, "Host: x", "Host: y", "Connection: close"), 400],
    ["a Host that is none", head(line, "Host: x y", "Connection: close"), 400],
    ["an unknown method", head("GTE / HTTP/1.1", "Host: x"), 400],
    ["a path with letters beyond ASCII", head("GET /\xe4 HTTP/1.1", "Host: x"), 400],
    ["a backslash for a slash", head("GET /api\\v3 HTTP/1.1", "Host: x", "Connection: close"), 400],
    ["both lengths", `${post("Content-Length: 2", "Transfer-Encoding: chunked")}{}`, 400],
    ["two lengths", `${post("Content-Length: 2", "Content-Length: 3")}{}`, 400],
    ["a negative length", post("Content-Length: -1"), 400],
    ["a chunk without a size", `${post("Transfer-Encoding: chunked")}x\r\n`, 400],
    ["a line break in a header", head(line, "Host: x", "X-A: b\rc"), 400],
    ["headers of 17 KiB", head(line, "Host: x", `X-Long: ${"x".repeat(17_408)}`), 431],
    [
      "a thousand headers",
      head(line, "Host: x", ...Array.from({ length: 1000 }, (_, n) => `X-${n}: ${n}${"x".repeat(10)}`)),
      431,
    ],
    [
      "a password of 15 KiB",
      head(line, "Host: x", `Authorization: Basic ${btoa(`octocat:${"x".repeat(11_000)}`)}`, "Connection: close"),
      401,
    ],
    [
      "Authorization twice",
      head(
        line,
        "Host: x",
        `Authorization: ${octocat.authorization}`,
        `Authorization: ${octocat.authorization}`,
        "Connection: close",
      ),
      401,
    ],
    [
      "another server's address",
      head("GET http://evil.example/api/v3/meta HTTP/1.1", "Host: x", "Connection: close"),
      200,
    ],
    [
      "another server's address with a password",
      "POST http://a:b@evil.example/api/v3/authorizations HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}",
      401,
    ],
    ["a password in Host", head(line, "Host: a:b@x", "Connection: close"), 400],
    ["a target that is none", head("GET * HTTP/1.1", "Host: x", "Connection: close"), 400],
    ["a wish to be a proxy", head("CONNECT evil.example:443 HTTP/1.1", "Host: evil.example:443"), 0],
    ["a wish for another protocol", head(line, "Host: x", "Connection: upgrade, close", "Upgrade: websocket"), 401],
    ["an expectation nobody has", head(line, "Host: x", "Expect: the-unexpected", "Connection: close"), 417],
  ])("%s gets a response, and the connection is closed", async (_, bytes, status) => {
    const text = await said(Buffer.from(bytes, "latin1"));
    expect(statusOf(text)).toBe(status);
    expect(text).not.toMatch(/evil|Error|node_modules/);
    await bystander();
  });

  test("any bytes at all are answered with less than 500, or closed", async () => {
    const random = randomFrom(seed);
    const good = `${post("Content-Length: 14", "X-GitHub-OTP: 123456", "If-Match: *")}{"note":"fuzz"}`;
    for (let round = 0; round < 300; round += 1) {
      const bytes = Buffer.from(good, "latin1");
      for (let change = 0; change <= random(8); change += 1) bytes[random(bytes.length)] = random(256);
      const socket = await open();
      const outcome = readToEnd(socket);
      socket.end(random(4) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes);
      const status = statusOf(await outcome);
      expect(status < 500, `SEED=${seed}, round ${round}: ${status} for ${bytes.toString("base64")}`).toBe(true);
    }
    await bystander();
  });
});

test("after all that, nothing is left of it", async () => {
  await expect.poll(async () => (await figures()).descriptors).toBeLessThanOrEqual(before.descriptors + 5);
  const after = await figures();
  const growth = Math.round((after.memory - before.memory) / 1_000_000);
  console.log(
    `connections: memory grew by ${growth} MB to ${Math.round(after.memory / 1_000_000)} MB, ${after.descriptors} descriptors`,
  );
  expect(growth).toBeLessThan(150);
  expect(after.failures).toBe(0);
  expect(failuresIn(server)).toEqual([]);
});
