import { runInNewContext } from "node:vm";
import MiniSearch from "minisearch";
import { describe, expect, test } from "vitest";
import { inOrder, readGuide } from "./guides.js";
import { buildSite } from "./site.js";
import { file, sources } from "./site-fixture.js";

// What a reader sees, as literals: other tests look at the structure of pages.

/** Text of markup. */
const textOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

describe("the search", () => {
  interface Found {
    readonly id: string;
    readonly title: string;
  }
  /** Search of a script with an index, as a browser runs it. */
  function searchIn(script: string): (words: string) => Found[] {
    const context: { searchIndex?: { json: string; options: never } } = {};
    runInNewContext(script, context);
    const { json = "", options } = context.searchIndex ?? {};
    const index = MiniSearch.loadJSON(json, options as never);
    return (words) => index.search(words) as unknown as Found[];
  }
  const search = searchIn(file("assets/search-index.js"));

  test.each([
    ["check a token", "index.html#apps/check-token"],
    ["reset a token", "index.html#apps/reset-token"],
    ["delete a grant", "index.html#oauth-authorizations/delete-grant"],
    ["scopes", "guides/scopes.html"],
    ["errors", "guides/errors.html"],
    ["apps/check-token", "index.html#apps/check-token"],
  ])("of %j finds %s first", (words, id) => {
    expect(search(words)[0]?.id).toBe(id);
  });

  test("finds a title before a text that has the word more often", () => {
    const guides = [
      { file: "apps/docs/guides/a.md", text: `# Animals\n\n${"Zebra. ".repeat(30)}\n` },
      {
        file: "apps/docs/guides/b.md",
        text: `# How one of the many animals that graze in a wide and dry land, a zebra, lives\n\n${"A long text about something else. ".repeat(30)}\n`,
      },
    ];
    const changed = buildSite({ ...sources, guides: [...sources.guides, ...guides] });
    const found = searchIn(changed.get("assets/search-index.js") ?? "")("zebra");
    expect(found.map(({ id }) => id)).toEqual(["guides/b.html", "guides/a.html"]);
  });

  test("finds what has all of the words, and not what has one of them", () => {
    const all = (words: string) => new Set(search(words).map(({ id }) => id));
    const [both, first] = [all("fingerprint token"), all("fingerprint")];
    expect(both.size).toBeGreaterThan(0);
    for (const id of both) expect(first).toContain(id);
    expect(both.size).toBeLessThan(all("token").size);
    expect(search("fingerprint zebra")).toEqual([]);
  });

  test("finds a word by its beginning, and with one letter wrong", () => {
    expect(search("finger").map(({ id }) => id)).toContain(search("fingerprint")[0]?.id);
    expect(search("fingerprimt").map(({ id }) => id)).toContain(search("fingerprint")[0]?.id);
  });
});

describe("the guides", () => {
  const [, menu = ""] = file("index.html").split("<h2>Guides</h2>");
  const [list = ""] = menu.split("</ul>");
  const names = [...list.matchAll(/href="guides\/([\w-]+)\.html"/g)].map(([, name = ""]) => name);

  test("are in reading order in the menu", () => {
    expect(names[0]).toBe("getting-started");
    const written = inOrder(sources.guides.map(({ file, text }) => readGuide(file, text))).map(({ name }) => name);
    const afterClient = written.indexOf("client") + 1;
    expect(names).toEqual([...written.slice(0, afterClient), "clients", ...written.slice(afterClient), "changelog"]);
  });

  test("are sorted by their number; those without one come last, by name", () => {
    const guide = (name: string, order?: number) =>
      readGuide(`${name}.md`, `---\n${order === undefined ? "" : `order: ${order}\n`}title: ${name}\n---\nText.`);
    const sorted = inOrder([guide("b"), guide("z", 10), guide("a"), guide("y", 2), guide("x", 2)]);
    expect(sorted.map(({ name }) => name)).toEqual(["x", "y", "z", "a", "b"]);
  });

  test("lead to the one before and the one after", () => {
    for (const [index, name] of names.entries()) {
      const link = (relation: string) =>
        new RegExp(`rel="${relation}" href="(?:\\.\\./guides/)?([\\w-]+)\\.html"`).exec(
          file(`guides/${name}.html`),
        )?.[1];
      expect([link("prev"), link("next")]).toEqual([names[index - 1], names[index + 1]]);
    }
  });

  test("have an outline of the headings of the second and third level, and no deeper", () => {
    const text = "# New\n\nText.\n\n## Two\n\n### Three\n\n#### Four\n\nEnd.\n";
    const guides = [...sources.guides, { file: "apps/docs/guides/new.md", text }];
    const page = buildSite({ ...sources, guides }).get("guides/new.html") ?? "";
    const [, outline = ""] = page.split('<nav class="outline"');
    expect([...outline.matchAll(/class="level-(\d)"><a href="#([^"]*)"/g)].map(([, level, id]) => [level, id])).toEqual(
      [
        ["2", "two"],
        ["3", "three"],
      ],
    );
  });
});

describe("the reference", () => {
  const sectionOf = (id: string) => file("index.html").split(`<section id="${id}">`)[1]?.split("</section>")[0] ?? "";
  /** Text of the row of a field or a parameter. */
  const rowOf = (id: string, name: string) =>
    textOf(
      sectionOf(id)
        .split("<tr>")
        .find((row) => row.includes(`"field depth-0"><code>${name}</code>`))
        ?.split("</tr>")[0] ?? "",
    );

  const list = "oauth-authorizations/list-authorizations";
  const create = "oauth-authorizations/create-authorization";
  const getOrCreate = "oauth-authorizations/get-or-create-authorization-for-app";
  const getGrant = "oauth-authorizations/get-grant";
  const check = "apps/check-token";

  test.each([
    [list, "per_page", /^per_page integer, in the query .* Clamped to 1–100; 30 when left out/],
    [list, "page", /^page integer, in the query .*; 1 when left out/],
    [create, "note", /^note string .* At most 255 characters/],
    [create, "scopes", /^scopes array of string or .*null .* at most 100 items.* each at most 255 characters/],
    [create, "client_secret", /^client_secret string .* At most 40 characters; never in a response/],
    [getOrCreate, "client_secret", /^client_secret required string .* At most 40 characters; never in a response/],
    [getGrant, "grant_id", /^grant_id required integer, in the path .* 64 bits; for example 1/],
    [check, "access_token", /^access_token required string .* At most 255 characters/],
    [check, "client_id", /^client_id required string, in the path /],
  ])("of %s shows %s with its type, limits and whether it is required", (id, name, row) => {
    expect(rowOf(id, name)).toMatch(row);
  });

  test("says whether a body is required", () => {
    expect(textOf(sectionOf("apps/check-token"))).toContain("Request body Required.");
    expect(textOf(sectionOf("oauth-authorizations/create-authorization"))).toContain("Request body Optional.");
  });

  test("names the callers, and the day of the removal", () => {
    expect(textOf(sectionOf("apps/check-token"))).toContain("Callers application ");
    const list = textOf(sectionOf("oauth-authorizations/list-authorizations"));
    expect(list).toContain("Callers user ");
    expect(list).toMatch(/Deprecated since .*2020.*removed it from github\.com on .*13.*2020/);
  });
});
