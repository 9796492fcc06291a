import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { siteHandler } from "./handler.js";
import { writeSite } from "./manifest.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "grantbook-docs-"));
  const names = ["index.html", "a.css", "a.js", "a.json", "a.svg", "a.txt"];
  writeSite(folder, new Map(names.map((name) => [name, `content of ${name}`])));
});
afterEach(() => rmSync(folder, { recursive: true }));

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
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

test.each([
  ["/docs/", "text/html; charset=utf-8"],
  ["/docs/a.css", "text/css; charset=utf-8"],
  ["/docs/a.js", "text/javascript; charset=utf-8"],
  ["/docs/a.json", "application/json"],
  ["/docs/a.svg", "image/svg+xml"],
  ["/docs/a.txt", "application/octet-stream"],
])("%s is %s, and has every header of the site", (path, type) => {
  expect(headersOf(ask(path))).toEqual({
    ...security,
    "cache-control": "no-cache",
    "content-type": type,
    etag: expect.stringMatching(/^"[\w-]{43}"$/),
  });
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
