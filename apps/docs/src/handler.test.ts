import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { beforeEach, describe, expect, test } from "vitest";
import { siteHandler } from "./handler.js";
import { writeSite } from "./manifest.js";

let folder: string;

beforeEach(() => {
  folder = newFolder();
});

const site = new Map([
  ["index.html", "<p>reference"],
  ["guides/scopes.html", "<p>scopes"],
  ["assets/page.js", "1"],
]);

function ask(path: string, init: RequestInit = {}, base = "/docs"): Response | undefined {
  writeSite(join(folder, "site"), site);
  writeFileSync(join(folder, "secret.html"), "secret");
  return siteHandler(join(folder, "site"), base)(new Request(`http://docs.test${path}`, init));
}

test("a page is found with and without its ending", async () => {
  for (const path of ["/docs/guides/scopes", "/docs/guides/scopes.html"]) {
    const answer = ask(path);
    expect(answer?.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await answer?.text()).toBe("<p>scopes");
  }
  expect(await ask("/docs/")?.text()).toBe("<p>reference");
  expect(await ask("/", {}, "")?.text()).toBe("<p>reference");
});

test("the way without a slash leads to the one with it, below any address", () => {
  const answer = ask("/docs");
  expect(answer?.status).toBe(302);
  expect(new URL(answer?.headers.get("location") ?? "", "https://hub.example/some/where/docs").href).toBe(
    "https://hub.example/some/where/docs/",
  );
});

test("nothing but the site is answered", () => {
  for (const path of ["/", "/docsx", "/api/v3/docs"]) expect(ask(path)).toBeUndefined();
  expect(ask("/docs/", { method: "POST" })).toBeUndefined();
  for (const path of [
    "/docs/nothing",
    "/docs/../secret",
    "/docs/%2e%2e/secret",
    "/docs/..%2fsecret",
    "/docs/site.json",
  ]) {
    const answer = ask(path);
    expect([path, answer?.status ?? 404]).toEqual([path, 404]);
  }
});

test("a browser gets a page for an unknown address, whose links lead to the site from there", async () => {
  const page = '<html data-root=""><a href="#content">x</a><a href="index.html">y</a><script src="assets/page.js">';
  writeSite(join(folder, "site"), new Map([...site, ["404.html", page]]));
  const handle = siteHandler(join(folder, "site"), "/docs");
  const accept = "text/html,application/xhtml+xml";
  const answer = handle(new Request("http://docs.test/docs/old/guides/scopes", { headers: { accept } }));
  expect([answer?.status, answer?.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
  expect(answer?.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await answer?.text()).toBe(
    '<html data-root="../../"><a href="#content">x</a><a href="../../index.html">y</a><script src="../../assets/page.js">',
  );
  const program = handle(new Request("http://docs.test/docs/old", { headers: { accept: "*/*" } }));
  expect(await program?.text()).toBe("There is no such page; the docs begin at /docs/.\n");
});

test("a page that a browser has is not sent again", async () => {
  const first = ask("/docs/");
  const etag = first?.headers.get("etag") ?? "";
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  const second = ask("/docs/", { headers: { "if-none-match": etag } });
  expect([second?.status, await second?.text()]).toEqual([304, ""]);
  expect(ask("/docs/", { headers: { "if-none-match": '"another"' } })?.status).toBe(200);
});

test("HEAD has the headers alone, and nothing may be loaded from elsewhere", async () => {
  const answer = ask("/docs/", { method: "HEAD" });
  expect(await answer?.text()).toBe("");
  expect(answer?.headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self';/,
  );
});

test("a site that is not there is said so", async () => {
  const answer = siteHandler(join(folder, "nothing"), "/docs")(new Request("http://docs.test/docs/"));
  expect([answer?.status, await answer?.text()]).toEqual([503, "The docs are not built; `npm run build` does it.\n"]);
});

test("writing a site removes what the one before had, and nothing else", () => {
  writeFileSync(join(folder, "mine.txt"), "mine");
  writeSite(folder, new Map([...site, ["guides/old.html", "old"]]));
  writeSite(folder, site);
  expect(readFileSync(join(folder, "mine.txt"), "utf8")).toBe("mine");
  expect(() => readFileSync(join(folder, "guides/old.html"))).toThrow();
  expect(readFileSync(join(folder, "guides/scopes.html"), "utf8")).toBe("<p>scopes");
});

describe("what a server fills in", () => {
  const descriptions = ["openapi.json", "openapi.yaml", "flows.json", "x.openapi.json"];
  const textAt = async (handle: ReturnType<typeof siteHandler>, path: string) =>
    handle(new Request(`http://docs.test/docs/${path}`))?.text();

  test("is in pages, and in the description of the API", async () => {
    writeSite(folder, new Map([...site, ...descriptions.map((name) => [name, "{}"] as const)]));
    const handle = siteHandler(folder, "/docs", {
      fill: (html) => `page ${html}`,
      fillDescription: (text) => `api ${text}`,
    });
    const texts = await Promise.all(["", "assets/page.js", ...descriptions].map((path) => textAt(handle, path)));
    expect(texts).toEqual(["page <p>reference", "1", "api {}", "api {}", "{}", "{}"]);
  });

  test("needs no option", async () => {
    writeSite(folder, new Map([...site, ["openapi.json", "{}"]]));
    const handle = siteHandler(folder, "/docs");
    expect([await textAt(handle, ""), await textAt(handle, "openapi.json")]).toEqual(["<p>reference", "{}"]);
  });
});

test("files are read once", async () => {
  const missing = () => new Request("http://docs.test/docs/none", { headers: { accept: "text/html" } });
  writeSite(folder, new Map([...site, ["404.html", "<p>none"]]));
  const handle = siteHandler(folder, "/docs");
  const read = async () => [
    await handle(new Request("http://docs.test/docs/guides/scopes"))?.text(),
    await handle(missing())?.text(),
  ];
  expect(await read()).toEqual(["<p>scopes", "<p>none"]);
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  expect(await read()).toEqual(["<p>scopes", "<p>none"]);
});

test("a site without a page for unknown addresses says so in a sentence", async () => {
  const answer = ask("/docs/none", { headers: { accept: "text/html" } });
  expect([answer?.status, await answer?.text()]).toEqual([404, "There is no such page; the docs begin at /docs/.\n"]);
});
