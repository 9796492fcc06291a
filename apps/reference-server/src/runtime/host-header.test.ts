import { once } from "node:events";
import { exchange, head, openSocket, readToEnd, statusOf } from "@grantbook/test-kit/raw-sockets";
import { failuresIn, useServerProcess } from "@grantbook/test-kit/server-process";
import { demoFlags, useSharedServer } from "@grantbook/test-kit/shared-server";
import { describe, expect, test } from "vitest";

const { start } = useServerProcess();
const shared = useSharedServer();

describe("Host", () => {
  const paths = ["/", "/live", "/ready", "/docs", "/api/v3", "/api/v3/user", "/_grantbook/", "/_grantbook/clock"];
  const hosts = [
    "x.1",
    "1.2.3.256",
    "4294967296",
    "0x7f.1",
    "xn--a",
    "www.XN--",
    "xn--a-.example",
    "1.2.3.4.5",
    "a b",
    "a/b",
    "a@b",
    "x:65536",
    "%31",
    "",
  ];

  test("that is no address is refused on every path with one line of debug", async () => {
    const server = start(["serve", ...demoFlags, "--log-level", "debug"]);
    const address = await server.listening();
    for (const path of paths) {
      for (const host of hosts) {
        const text = await exchange(address, head(`GET ${path} HTTP/1.1`, `Host: ${host}`));
        expect([path, host, statusOf(text)]).toEqual([path, host, 400]);
      }
    }
    await server.stop();
    expect(failuresIn(server)).toEqual([]);
    const lines = server.output.stderr.match(/"level":"debug".*"reason":"malformed"/g);
    expect(lines).toHaveLength(paths.length * hosts.length);
  });

  test.each([
    "localhost",
    "127.0.0.1:3000",
    "[::1]:3000",
    "my_service",
    "Example.COM:",
    "www.xn--mnchen-3ya.example",
    "a-xn--b",
  ])("%s is an address", async (host) => {
    const { address } = shared.current;
    const request = head("GET /live HTTP/1.1", `Host: ${host}`, "Connection: close");
    expect(statusOf(await exchange(address, request))).toBe(200);
  });

  test("that is there twice is refused, and so is HTTP/1.1 without one", async () => {
    const { address } = shared.current;
    for (const path of paths) {
      expect(
        statusOf(await exchange(address, head(`GET ${path} HTTP/1.1`, "Host: localhost", "HOST: localhost"))),
      ).toBe(400);
      expect(statusOf(await exchange(address, head(`GET ${path} HTTP/1.1`)))).toBe(400);
      const many = Array<string>(2500).fill("a: b");
      expect(
        statusOf(await exchange(address, head(`GET ${path} HTTP/1.1`, "Host: localhost", ...many, "Host: x"))),
      ).toBe(400);
    }
  });

  test("is not asked of HTTP/1.0, whose connections are closed unless the client wants to keep them", async () => {
    const { address } = shared.current;
    for (const path of ["/live", "/ready", "/api/v3/meta"]) {
      const text = await exchange(address, head(`GET ${path} HTTP/1.0`));
      expect(statusOf(text)).toBe(200);
      expect(text).toMatch(/\r\nConnection: close\r\n/i);
    }
    const socket = await openSocket(address);
    socket.write(head("GET /live HTTP/1.0", "Connection: keep-alive"));
    const [first] = await once(socket, "data");
    expect(String(first)).toMatch(/\r\nConnection: keep-alive\r\n/i);
    socket.write(head("GET /live HTTP/1.0"));
    expect(statusOf(await readToEnd(socket))).toBe(200);
  });
});
