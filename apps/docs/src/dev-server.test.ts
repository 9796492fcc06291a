import { afterEach, expect, test } from "vitest";
import { type DevServer, startDevServer } from "./dev-server.js";

let server: DevServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

test("a handler receives the request, and its response is sent", async () => {
  const requests: Request[] = [];
  server = await startDevServer((request) => {
    requests.push(request);
    return new Response("text", { status: 201, headers: { "x-own": "1", "content-type": "text/plain" } });
  }, 0);
  expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
  const headers = { accept: "text/html", "if-none-match": '"a"', "accept-encoding": "br", other: "x" };
  const response = await fetch(`${server.origin}/a?b=c`, { method: "PUT", headers });
  expect([response.status, await response.text()]).toEqual([201, "text"]);
  expect([response.headers.get("x-own"), response.headers.get("content-type")]).toEqual(["1", "text/plain"]);
  const [{ method, url, headers: received } = new Request("http://none.test")] = requests;
  expect([method, url]).toEqual(["PUT", "http://127.0.0.1/a?b=c"]);
  expect(Object.fromEntries([...received.keys()].map((name) => [name, received.get(name)]))).toEqual({
    accept: "text/html",
    "if-none-match": '"a"',
    "accept-encoding": "br",
  });
});

test("what no handler answers is not found", async () => {
  server = await startDevServer(() => undefined, 0);
  const response = await fetch(server.origin, { headers: { accept: "" } });
  expect([response.status, await response.text()]).toEqual([404, "Not found\n"]);
});

test("a port that is in use is named", async () => {
  server = await startDevServer(() => undefined, 0);
  const port = Number(new URL(server.origin).port);
  await expect(startDevServer(() => undefined, port)).rejects.toThrow(
    new Error(`the port ${port} is in use; choose another with --port`),
  );
});
