import { expect, test } from "vitest";
import { parse } from "yaml";
import { buildSite } from "./site.js";
import { small, smallFlows } from "./small-description-fixture.js";

const written = (name: string, order: number) => ({
  file: `apps/docs/guides/${name}.md`,
  text: `---\norder: ${order}\n---\n# About ${name}\n\nAll *about* ${name}.\n\n<!-- scopes -->\n\n## More\n\n[Check](op:apps/check-token)\n`,
});

const workflow = {
  workflowId: "run",
  summary: "",
  inputs: {},
  steps: [{ stepId: "a", description: "A.", operationId: "oauth/create-device-code", successCriteria: [] }],
};

const sources = {
  description: small,
  flows: smallFlows,
  guides: ["description", "d", "c", "b", "a"].map((name, index) => written(name, 5 - index)),
  workflows: [
    {
      file: "openapi/workflows/run.arazzo.yaml",
      document: {
        info: { title: "Run", summary: "Runs.", description: "D." },
        sourceDescriptions: [],
        workflows: [workflow],
      },
    },
  ],
  changelogs: [{ file: "packages/a/CHANGELOG.md", text: "# a" }],
  clients: { file: "interop/results.json", text: "[]" },
  comparison: { file: "interop/comparison.json", text: "[]" },
  assets: new Map([["assets/style.css", "a {}"]]),
};

test("a site has its pages, the descriptions, and the files for tools", () => {
  expect([...buildSite(sources).keys()]).toEqual([
    "guides/a.html",
    "guides/b.html",
    "guides/c.html",
    "guides/d.html",
    "guides/description.html",
    "guides/clients.html",
    "guides/comparison.html",
    "guides/changelog.html",
    "workflows/run.html",
    "index.html",
    "operations/meta/root.html",
    "operations/apps/check-token.html",
    "operations/apps/delete-token.html",
    "operations/oauth-authorizations/get-authorization.html",
    "operations/oauth-authorizations/update-authorization.html",
    "operations/oauth/create-device-code.html",
    "404.html",
    "openapi.json",
    "openapi.yaml",
    "flows.json",
    "flows.yaml",
    "llms.txt",
    "assets/search-index.js",
    "assets/style.css",
    "_headers",
  ]);
});

test("a guide has its title, text, links, outline and source", () => {
  const page = buildSite(sources).get("guides/a.html");
  expect(page).toContain('<meta name="description" content="All about a.">\n<title>About a · Grantbook</title>');
  expect(page).toContain('<body class="guide" ');
  expect(page).toContain("<article>\n<h1>About a</h1>\n<p>All <em>about</em> a.</p>\n<table>");
  expect(page).toContain('<th scope="row"><code>user</code></th>');
  expect(page).toContain('<a href="../index.html#apps/check-token">Check</a>');
  expect(page).toContain('<li class="level-2"><a href="#more">More</a></li>');
  expect(page).toContain("<footer>Made from <code>apps/docs/guides/a.md</code> in the repository");
});

test("the reference begins with the first four guides", () => {
  const [, cards] = buildSite(sources).get("index.html")?.split('<ul class="cards">') ?? [];
  expect(cards?.split("</ul>")[0]).toBe(
    ["a", "b", "c", "d"]
      .map((name) => `<li><a href="guides/${name}.html">About ${name}</a><span>All about ${name}.</span></li>`)
      .join(""),
  );
});

test("the page for an unknown address leads on, and is in no menu", () => {
  const site = buildSite(sources);
  const page = site.get("404.html");
  expect(page).toContain("<title>There is no such page · Grantbook</title>");
  expect(page).toContain('content="The address is not one of these docs."');
  expect(page).toContain('<body class="guide" data-root="">');
  expect(page).toContain(
    '<h1>There is no such page</h1>\n<p>It may have moved. Look for it in the menu or with the search, or begin with <a href="index.html">the reference</a>.</p>',
  );
  expect(site.get("index.html")).not.toContain("404.html");
});

test("the descriptions are as they were given, in lines, without anchors", () => {
  const site = buildSite(sources);
  const api = site.get("openapi.json") ?? "";
  expect(api.startsWith('{\n  "info": {\n    "title": "Small API",\n')).toBe(true);
  expect(JSON.parse(api)).toEqual(small);
  expect(site.get("flows.json")?.startsWith('{\n  "info": {\n')).toBe(true);
  expect(JSON.parse(site.get("flows.json") ?? "")).toEqual(smallFlows);
  expect(parse(site.get("openapi.yaml") ?? "")).toEqual(small);
  expect(parse(site.get("flows.yaml") ?? "")).toEqual(smallFlows);

  const info = { ...small.info, description: "long ".repeat(40).trim() };
  const yaml = buildSite({ ...sources, description: { ...small, info, externalDocs: { url: "x" } } }).get(
    "openapi.yaml",
  );
  expect(yaml).toContain(`  description: ${info.description}\n`);
  expect(yaml).not.toMatch(/[&*]a\d/);
});

test("the proposed changes of a review are the first page, and in the reference", () => {
  const where = "POST /applications/{client_id}/token";
  const change = { rating: "major", rule: "text", where, operations: [where], what: "It changes." } as const;
  const site = buildSite({ ...sources, changes: [change] });
  expect([...site.keys()][0]).toBe("changes.html");
  for (const path of ["index.html", "operations/apps/check-token.html"])
    expect(site.get(path)).toContain("It changes.");
  expect(buildSite({ ...sources, changes: [] }).get("changes.html")).toContain("0 major, 0 minor, 0 patch");
});

test("llms.txt lists the pages by kind", () => {
  expect(buildSite(sources).get("llms.txt")).toBe(`# Small API

> A & B.

## Guides

- [About a](guides/a.html): All about a.
- [About b](guides/b.html): All about b.
- [About c](guides/c.html): All about c.
- [About d](guides/d.html): All about d.
- [About description](guides/description.html): All about description.
- [Which clients work](guides/clients.html): Clients by other authors, old and new, that were run unmodified against this server.
- [Compared with other tools](guides/comparison.html): What clients and test servers can do, and how many lines of code the same calls take.
- [Changelog](guides/changelog.html): What changed from release to release.

## Workflows

- [Run](workflows/run.html): Runs.

## Reference

- [API reference](index.html): A & B.

## Operations

- [List the operations](operations/meta/root.html): GET /: parameters, responses and samples.
- [Check a token](operations/apps/check-token.html): POST /applications/{client_id}/token: parameters, responses and samples.
- [Delete an app token](operations/apps/delete-token.html): DELETE /applications/{client_id}/token: parameters, responses and samples.
- [Get a token](operations/oauth-authorizations/get-authorization.html): GET /authorizations/{authorization_id}: parameters, responses and samples.
- [Update a token](operations/oauth-authorizations/update-authorization.html): PATCH /authorizations/{authorization_id}: parameters, responses and samples.
- [Begin the device flow](operations/oauth/create-device-code.html): POST /login/device/code: parameters, responses and samples.

## Description

- [openapi.yaml](openapi.yaml): the API, in OpenAPI 3.1; openapi.json is the same
- [flows.yaml](flows.yaml): the sign-in flows, in OpenAPI 3.1; flows.json is the same
`);
});

test("_headers has the types and origins of what tools read", () => {
  const [all, ...rules] = (buildSite(sources).get("_headers") ?? "").split(/^(?=\/)/m);
  expect(all).toMatch(
    /^\/\*\n {2}Content-Security-Policy: default-src 'none'; .*\n.*\n.*\n {2}Cache-Control: no-cache\n$/,
  );
  expect(rules).toEqual([
    "/openapi.json\n  Content-Type: application/json\n  Access-Control-Allow-Origin: *\n",
    "/openapi.yaml\n  Content-Type: application/yaml\n  Access-Control-Allow-Origin: *\n",
    "/flows.json\n  Content-Type: application/json\n  Access-Control-Allow-Origin: *\n",
    "/flows.yaml\n  Content-Type: application/yaml\n  Access-Control-Allow-Origin: *\n",
    "/llms.txt\n  Content-Type: text/plain; charset=utf-8\n",
  ]);
});

test("what is in the description is shown as text, whatever it is", () => {
  const info = { ...small.info, summary: '<script>alert("x")</script>' };
  const page = buildSite({ ...sources, description: { ...small, info } }).get("index.html");
  expect(page).not.toContain(info.summary);
  expect(page).toContain('<p class="lead">&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</p>');
});

test.each([
  ["a guide that is not there", "[x](nowhere.md)", "there is nothing at nowhere.md"],
  ["an operation that is not described", "[x](op:apps/forget-token)", "there is nothing at op:apps/forget-token"],
  ["something that is not made", "<!-- everything -->", "unknown directive <!-- everything -->"],
  ["a component that is not there", "<!-- example nothing -->", "#/components/examples/nothing"],
])("a guide cannot have %s, and is named with what is wrong", (_, text, problem) => {
  const guides = [...sources.guides, { file: "apps/docs/guides/new.md", text: `# New\n\n${text}\n` }];
  const build = () => buildSite({ ...sources, guides });
  expect(build).toThrow("apps/docs/guides/new.md: ");
  expect(build).toThrow(problem);
});

test("the changelog is that of the packages, each under its name", () => {
  const changelogs = ["client", "server"].map((name) => ({
    file: `packages/${name}/CHANGELOG.md`,
    text: `# @grantbook/${name}\n\n## 1.2.3\n\n- A change of the ${name}.\n`,
  }));
  expect(buildSite({ ...sources, changelogs }).get("guides/changelog.html")).toMatch(
    /<h2 id="grantbookclient">@grantbook\/client .*<h3 id="123">1\.2\.3 .*the client.*<h3 id="123-1">1\.2\.3 .*the server/s,
  );
});
