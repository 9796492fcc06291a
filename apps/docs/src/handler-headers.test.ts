import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { beforeEach, describe, expect, test } from "vitest";
import { siteHandler } from "./handler.js";
import { writeSite } from "./manifest.js";

let folder: string;
beforeEach(() => {
  folder = newFolder();
  const names = [
    "index.html",
    "a.css",
    "a.js",
    "a.json",
    "a.svg",
    "a.txt",
    "a.yaml",
    "a.bin",
    "openapi.json",
    "openapi.yaml",
    "flows.json",
    "flows.yaml",
  ];
  writeSite(folder, new Map(names.map((name) => [name, `content of ${name}`])));
});

const ask = (path: string, init?: RequestInit) =>
  siteHandler(folder, "/docs")(new Request(`http://docs.test${path}`, init)) as Response;

function headersOf({ headers }: Response): Record<string, string> {
  const all: Record<string, string> = {};
  headers.forEach((value, name) => {
    all[name] = value;
  });
  return all;
}

const security = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

test.each([
  ["/docs/", "text/html; charset=utf-8"],
  ["/docs/a.css", "text/css; charset=utf-8"],
  ["/docs/a.js", "text/javascript; charset=utf-8"],
  ["/docs/a.json", "application/json"],
  ["/docs/a.svg", "image/svg+xml"],
  ["/docs/a.txt", "text/plain; charset=utf-8"],
  ["/docs/a.yaml", "application/yaml"],
  ["/docs/a.bin", "application/octet-stream"],
])("%s is %s, and has every header of the site", (path, type) => {
  expect(headersOf(ask(path))).toEqual({
    ...security,
    "cache-control": "no-cache",
    "content-type": type,
    etag: expect.stringMatching(/^"[\w-]{43}"$/),
    vary: "Accept-Encoding",
  });
});

test("the description may be read by tools on any page, and nothing else", () => {
  const originOf = (path: string) => ask(path).headers.get("access-control-allow-origin");
  expect(
    ["/docs/openapi.json", "/docs/openapi.yaml", "/docs/flows.json", "/docs/flows.yaml", "/docs/", "/docs/a.json"].map(
      originOf,
    ),
  ).toEqual(["*", "*", "*", "*", null, null]);
});

describe("a file is compressed as the client accepts it:", () => {
  test.each([
    ["gzip, deflate, br", "br"],
    ["br;q=0.5, gzip", "br"],
    ["gzip", "gzip"],
    ["GZIP", "gzip"],
    ["gzip;q=0, br;q=0.0", null],
    ["deflate", null],
    ["*", null],
    ["", null],
  ])("%j is %s", async (accepted, coding) => {
    const answer = ask("/docs/", { headers: { "accept-encoding": accepted } });
    expect(answer.headers.get("content-encoding")).toBe(coding);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const decoded = coding === "br" ? brotliDecompressSync(bytes) : coding === "gzip" ? gunzipSync(bytes) : bytes;
    expect(decoded.toString()).toBe("content of index.html");
  });

  test("each coding has an entity tag of its own, for which the response is 304", () => {
    const tags = ["br", "gzip", ""].map((coding) => ask("/docs/", { headers: { "accept-encoding": coding } }));
    expect(new Set(tags.map(({ headers }) => headers.get("etag"))).size).toBe(3);
    const headers = { "accept-encoding": "gzip", "if-none-match": tags[1]?.headers.get("etag") ?? "" };
    expect(ask("/docs/", { headers }).status).toBe(304);
    expect(ask("/docs/", { headers: { ...headers, "accept-encoding": "br" } }).status).toBe(200);
  });
});

test("a page is filled each time, other files are not", async () => {
  let count = 0;
  const handle = siteHandler(folder, "/docs", { fill: (html) => `${html} ${count}` });
  const textAt = async (path: string) => (await handle(new Request(`http://docs.test${path}`))?.text()) ?? "";
  expect(await textAt("/docs/")).toBe("content of index.html 0");
  count = 1;
  expect(await textAt("/docs/")).toBe("content of index.html 1");
  expect(await textAt("/docs/a.js")).toBe("content of a.js");
});

test("two files have different entity tags, and a file has the same one each time", () => {
  const tags = ["/docs/", "/docs/a.css", "/docs/"].map((path) => ask(path).headers.get("etag"));
  expect(tags[0]).toBe(tags[2]);
  expect(tags[0]).not.toBe(tags[1]);
});

describe("without a body, the headers are those of the page:", () => {
  test("HEAD", async () => {
    const answer = ask("/docs/", { method: "HEAD" });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
    expect(headersOf(answer)).toEqual(headersOf(ask("/docs/")));
  });

  test("304", async () => {
    const etag = ask("/docs/").headers.get("etag") ?? "";
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const answer = ask("/docs/", { headers: { "if-none-match": tags } });
      expect([answer.status, await answer.text()]).toEqual([304, ""]);
      expect(headersOf(answer)).toEqual(headersOf(ask("/docs/")));
    }
  });
});

test.each([["/docs/nothing", 404, "There is no such page; the docs begin at /docs/.\n"]])(
  "%s is %d in plain text, as safe as a page",
  async (path, status, text) => {
    const answer = ask(path);
    expect([answer.status, await answer.text()]).toEqual([status, text]);
    expect(headersOf(answer)).toEqual({ ...security, "content-type": "text/plain; charset=utf-8" });
  },
);
