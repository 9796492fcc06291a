import { exchange, head, statusOf } from "@grantbook/test-kit/raw-sockets";
import { type ServerProcess, useServerProcess } from "@grantbook/test-kit/server-process";
import { expect, test } from "vitest";

// Scripts and old clients compare the names of headers with case: `grep 'X-GitHub-OTP: required'`, ghub of Emacs.

/** Names as GitHub documents them, and as RFC 9110 and its neighbours spell the others. */
const documented = new Set([
  "Accept-Encoding",
  "Accept-Ranges",
  "Access-Control-Allow-Headers",
  "Access-Control-Allow-Methods",
  "Access-Control-Allow-Origin",
  "Access-Control-Expose-Headers",
  "Access-Control-Max-Age",
  "Allow",
  "Cache-Control",
  "Connection",
  "Content-Encoding",
  "Content-Length",
  "Content-Security-Policy",
  "Content-Type",
  "Date",
  "Deprecation",
  "ETag",
  "Keep-Alive",
  "Last-Modified",
  "Link",
  "Location",
  "Referrer-Policy",
  "Retry-After",
  "Set-Cookie",
  "Status",
  "Sunset",
  "Transfer-Encoding",
  "Vary",
  "X-Accepted-OAuth-Scopes",
  "X-Content-Type-Options",
  "X-Frame-Options",
  "X-GitHub-Api-Version-Selected",
  "X-GitHub-Enterprise-Version",
  "X-GitHub-Media-Type",
  "X-GitHub-OTP",
  "X-GitHub-Request-Id",
  "X-OAuth-Client-Id",
  "X-OAuth-Scopes",
  "X-XSS-Protection",
]);

const { start } = useServerProcess();
const octocat = `Authorization: Basic ${btoa("octocat:demo-password")}`;

async function serve(): Promise<{ server: ServerProcess; address: string; metrics: string }> {
  const flags = ["--demo", "--database", "sqlite::memory:", "--port", "0", "--metrics", "127.0.0.1:0"];
  const server = start(["serve", "--log-level", "debug", ...flags]);
  return { server, address: await server.listening(), metrics: await server.metrics() };
}

const close = ["Host: localhost", "Connection: close"];
const get = (path: string, ...lines: string[]) => head(`GET ${path} HTTP/1.1`, ...close, ...lines);

/** Header lines of a response, each with its name and value. */
function headersOf(text: string): Map<string, string> {
  const [lines = ""] = text.split("\r\n\r\n");
  return new Map(
    lines
      .split("\r\n")
      .slice(1)
      .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
  );
}

const responses: readonly [string, string, number, readonly string[]][] = [
  ["a list", get("/api/v3/authorizations", octocat), 200, ["ETag", "Link", "X-GitHub-Request-Id", "Sunset"]],
  ["a HEAD", head("HEAD /api/v3/meta HTTP/1.1", ...close), 200, ["ETag", "Content-Length"]],
  ["a 401", get("/api/v3/authorizations"), 401, ["Content-Type", "X-GitHub-Media-Type"]],
  ["a 404 of no operation", get("/api/v3/nowhere"), 404, ["X-GitHub-Request-Id"]],
  [
    "a created token",
    `${head("POST /api/v3/authorizations HTTP/1.1", ...close, octocat, "Content-Length: 12")}{"note":"a"}`,
    201,
    ["Location", "ETag"],
  ],
  ["a preflight", head("OPTIONS /api/v3/user HTTP/1.1", ...close), 204, ["Access-Control-Allow-Methods"]],
  ["the docs", get("/docs/"), 200, ["Content-Type", "ETag"]],
  ["a page of the docs that is not there", get("/docs/nowhere"), 404, ["Content-Type"]],
  ["a path outside of everything", get("/favicon"), 404, []],
  ["a probe", get("/live"), 200, ["Content-Type", "Cache-Control"]],
  ["a probe of the database", get("/ready"), 200, ["Content-Type", "Cache-Control"]],
  ["a page for users", get("/login"), 200, ["Content-Security-Policy"]],
  ["the switches", get("/_grantbook/"), 200, ["Content-Type"]],
  ["a list of the switches", get("/_grantbook/faults"), 200, ["Cache-Control"]],
  ["a method that a switch does not have", head("POST /_grantbook/clock HTTP/1.1", ...close), 405, ["Allow"]],
  ["bytes that are no request", head("GET / HTTP/9.9", ...close), 400, ["X-GitHub-Request-Id", "Connection"]],
  ["headers that are too large", get("/", `X: ${"x".repeat(70_000)}`), 431, ["X-GitHub-Request-Id", "Connection"]],
  ["a bad Host", head("GET / HTTP/1.1", "Host: a b", "Connection: close"), 400, ["X-GitHub-Request-Id", "Connection"]],
  ["an unknown expectation", get("/", "Expect: tea"), 417, ["X-GitHub-Request-Id", "Connection"]],
  ["a target that is no URL", get("http://"), 400, []],
];

test("every response of the executable has its header names as documented", async () => {
  const { address, metrics } = await serve();
  for (const [name, request, status, expected] of responses) {
    const text = await exchange(address, request);
    const names = [...headersOf(text).keys()];
    expect([name, statusOf(text)]).toEqual([name, status]);
    expect([name, names.filter((one) => !documented.has(one))]).toEqual([name, []]);
    expect(names).toEqual(expect.arrayContaining([...expected]));
  }
  for (const [path, status] of [
    ["/metrics", 200],
    ["/nowhere", 404],
  ] as const) {
    const text = await exchange(metrics, get(path));
    expect(statusOf(text)).toBe(status);
    expect([...headersOf(text).keys()].filter((name) => !documented.has(name))).toEqual([]);
  }
});

test("a request that reaches no handler is logged with a reason, and with the id of its response", async () => {
  const { server, address } = await serve();
  const requests = responses.filter(([, , , expected]) => expected.includes("Connection"));
  const ids: (string | undefined)[] = [];
  for (const [, request] of requests) ids.push(headersOf(await exchange(address, request)).get("X-GitHub-Request-Id"));
  expect(await server.stop()).toBe(0);
  const lines = server.output.stderr.split("\n").filter((line) => line.includes('"request refused"'));
  expect(lines.map((line) => JSON.parse(line))).toMatchObject(
    [
      { reason: "malformed", status: 400 },
      { reason: "headers-too-large", status: 431 },
      { reason: "malformed", status: 400 },
      { reason: "unknown-expectation", status: 417 },
    ].map((line, index) => ({ ...line, request: ids[index], address: expect.stringMatching(/127\.0\.0\.1$/) })),
  );
});

test("Date follows the clock of the switches", async () => {
  const { address } = await serve();
  const body = '{"now":"2031-02-03T04:05:06Z","stopped":true}';
  const set = head("PUT /_grantbook/clock HTTP/1.1", ...close, `Content-Length: ${body.length}`);
  expect(statusOf(await exchange(address, set + body))).toBe(200);
  for (const path of ["/api/v3/meta", "/api/v3/nowhere", "/api/v3/authorizations", "/login"]) {
    expect([path, headersOf(await exchange(address, get(path))).get("Date")]).toEqual([
      path,
      "Mon, 03 Feb 2031 04:05:06 GMT",
    ]);
  }
  expect(statusOf(await exchange(address, head("DELETE /_grantbook/clock HTTP/1.1", ...close)))).toBe(204);
});
