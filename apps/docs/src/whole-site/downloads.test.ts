import { operationTable } from "@grantbook/contract";
import { description, flowDescription } from "@grantbook/contract/description";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { extensions } from "../extensions.js";
import { siteHandler } from "../handler.js";
import { writeSite } from "../manifest.js";
import { serverFirst } from "../server-first.js";
import { file, pages, site } from "./site-fixture.js";

test("the descriptions in YAML are those in JSON", () => {
  expect(parse(file("openapi.yaml"))).toEqual(description);
  expect(parse(file("flows.yaml"))).toEqual(flowDescription);
  expect(file("openapi.yaml")).not.toMatch(/: [&*]\w+$/m);
});

test("the description that a server hands out begins with its own address", () => {
  for (const name of ["openapi.json", "openapi.yaml"]) {
    const { servers, ...rest } = parse(serverFirst(file(name), "https://ghe.example/api/v3"));
    const { servers: written, ...others } = description;
    expect(servers).toEqual([{ url: "https://ghe.example/api/v3", description: "This server." }, ...written]);
    expect(rest).toEqual(others);
  }
});

test("the page about the description explains each extension that the description has, and no other", () => {
  const names = new Set(JSON.stringify(description).match(/(?<=")x-[a-zA-Z-]+(?=":)/g));
  expect(Object.keys(extensions).toSorted()).toEqual([...names].toSorted());
  const page = file("guides/description.html");
  for (const name of names) expect(page).toContain(`<code>${name}</code>`);
  expect(page).toContain("OpenAPI 3.1 only");
});

describe("_headers, for static hosts", () => {
  const rules = new Map(
    file("_headers")
      .split(/^(?=\/)/m)
      .map((rule) => {
        const [path = "", ...lines] = rule.trimEnd().split("\n");
        return [path, Object.fromEntries(lines.map((line) => line.trim().split(/: (.*)/s)))];
      }),
  );

  test("lets pages of all origins read the descriptions, and names the types of files that tools read", () => {
    expect(Object.fromEntries([...rules].slice(1))).toEqual({
      "/openapi.json": { "Content-Type": "application/json", "Access-Control-Allow-Origin": "*" },
      "/openapi.yaml": { "Content-Type": "application/yaml", "Access-Control-Allow-Origin": "*" },
      "/flows.json": { "Content-Type": "application/json", "Access-Control-Allow-Origin": "*" },
      "/flows.yaml": { "Content-Type": "application/yaml", "Access-Control-Allow-Origin": "*" },
      "/llms.txt": { "Content-Type": "text/plain; charset=utf-8" },
    });
  });

  test("has the headers that the server sends, except those of the transfer", () => {
    const folder = newFolder();
    writeSite(folder, site);
    const handler = siteHandler(folder, "/docs");
    for (const path of ["openapi.json", "flows.yaml", "llms.txt", "index.html"]) {
      const sent = new Headers(handler(new Request(`http://docs.test/docs/${path}`))?.headers);
      for (const name of ["etag", "vary", ...(path.endsWith(".html") ? ["content-type"] : [])]) sent.delete(name);
      const listed = new Headers({ ...rules.get("/*"), ...rules.get(`/${path}`) });
      expect([path, ...listed]).toEqual([path, ...sent]);
    }
  });
});

describe("llms.txt", () => {
  const text = file("llms.txt");
  const links = [...text.matchAll(/^- \[.+\]\((.+)\): .+$/gm)].map(([, path]) => path);

  test("has the form of llmstxt.org: a title, a summary, then lists of links", () => {
    expect(text.split("\n").slice(0, 5)).toEqual([
      "# OAuth Authorizations API",
      "",
      "> Personal tokens, application tokens, grants, and the calls an application makes about its tokens.",
      "",
      "## Guides",
    ]);
    for (const line of text.split("\n").slice(5)) expect(line).toMatch(/^$|^## [A-Z]\w+$|^- \[.+\]\(.+\): .+$/);
  });

  test("leads to every page and every operation, and nowhere else", () => {
    expect(links).toEqual(expect.arrayContaining(Object.keys(operationTable).map((id) => `operations/${id}.html`)));
    expect(links.toSorted()).toEqual(
      [...pages.filter((path) => path !== "404.html"), "flows.yaml", "openapi.yaml"].toSorted(),
    );
    for (const path of links) expect([...site.keys()]).toContain(path);
  });
});
