import { runInNewContext } from "node:vm";
import { operationTable } from "@grantbook/contract";
import MiniSearch from "minisearch";
import { describe, expect, test } from "vitest";
import { inOrder, readGuide } from "../guides.js";
import type { SearchSection } from "../search-index.js";
import { searchQuestions } from "../search-questions.js";
import { buildSite } from "../site.js";
import { file, sources } from "./site-fixture.js";

// What a reader sees, as literals: other tests look at the structure of pages.

/** Text of markup. */
const textOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

describe("the search", () => {
  type Section = SearchSection & { readonly terms: readonly string[] };
  type Excerpt = readonly { readonly text: string; readonly marked: boolean }[];
  interface Search {
    readonly search: (words: string) => readonly Section[];
    readonly excerptOf: (found: Section) => Excerpt;
  }

  /** Search of a script with sections, as a browser runs it. */
  function searchIn(script: string): Search {
    const context = { createSearch: undefined as never, excerptOf: undefined as never, searchSections: undefined };
    for (const code of [file("assets/search-ranking.js"), script]) runInNewContext(code, context);
    const create = context.createSearch as (engine: typeof MiniSearch, sections: unknown) => Search["search"];
    return { search: create(MiniSearch, context.searchSections), excerptOf: context.excerptOf };
  }
  const { search, excerptOf } = searchIn(file("assets/search-index.js"));

  test("has sixty questions and more, each once", () => {
    const words = searchQuestions.map(([question]) => question);
    expect(words.length).toBeGreaterThanOrEqual(60);
    expect(words).toEqual([...new Set(words)]);
  });

  test.each(searchQuestions)("of %j finds %s first", (words, id) => {
    expect(search(words)[0]?.id).toBe(id);
  });

  test("finds nothing for nothing, and for what is nowhere", () => {
    for (const words of ["", "  ", "zebra", "!!", "(", "fingerprint zebra"]) expect(search(words), words).toEqual([]);
  });

  test("shows each title in words", () => {
    const titles = search("authentication required").map(({ title }) => title);
    expect(titles).toContain("User authentication required");
    expect(titles.filter((title) => /^[a-z]+-[a-z-]+$/.test(title))).toEqual([]);
  });

  test("marks the words in an excerpt, also those of a synonym and of code", () => {
    const markedFor = (words: string) => {
      const [found] = search(words);
      return found ? excerptOf(found).filter(({ marked }) => marked) : [];
    };
    expect(markedFor("mfa").map(({ text }) => text.toLowerCase())).toContain("code");
    expect(markedFor("waitForURL")).toEqual([{ text: "waitForURL", marked: true }]);
    const [slot] = search("fingerprint slot");
    const text = slot && excerptOf(slot).map((part) => part.text);
    expect(text?.join("")).toMatch(/fingerprint.*slot/i);
    expect(text?.join("").length).toBeLessThan(200);
  });

  test("of a name is for the operation that has it, whatever stands in its path", () => {
    for (const [id, { method, path, clientMethod }] of Object.entries(operationTable)) {
      for (const name of [id, `${method} ${path}`, `${method} ${path.replaceAll(/\{\w+\}/g, "1")}`, clientMethod])
        expect(search(name)[0]?.id, name).toBe(`operations/${id}.html`);
    }
  });

  test("of a header finds a section that explains it", () => {
    const explained = file("index.html").matchAll(/ id="(?:request-)?header\/[^>]*><code>(.*?)<\/code>/g);
    const names = new Set([...explained].map(([, name = ""]) => name));
    expect(names).toContain("X-GitHub-Media-Type");
    expect(names).toContain("If-Unmodified-Since");
    for (const name of names) expect(search(name)[0]?.keys, name).toContain(name);
  });

  test("finds what is meant before what has a letter wrong", () => {
    const found = search("clock").map(({ title, text, code }) => `${title} ${text} ${code}`);
    expect(found.length).toBeGreaterThan(1);
    for (const text of found) expect(text).toMatch(/clock/i);
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
    const found = searchIn(changed.get("assets/search-index.js") ?? "").search("zebra");
    expect(found.map(({ id }) => id)).toEqual(["guides/b.html", "guides/a.html"]);
  });

  test("finds what has all of the words, and not what has one of them", () => {
    const all = (words: string) => new Set(search(words).map(({ id }) => id));
    const [both, first] = [all("fingerprint token"), all("fingerprint")];
    expect(both.size).toBeGreaterThan(0);
    for (const id of both) expect(first).toContain(id);
    expect(both.size).toBeLessThan(all("token").size);
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
    const generated = ["clients", "comparison"];
    expect(names).toEqual([...written.slice(0, afterClient), ...generated, ...written.slice(afterClient), "changelog"]);
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
});

describe("the reference", () => {
  const sectionOf = (id: string) => file("index.html").split(`<section id="${id}">`)[1]?.split("</section>")[0] ?? "";
  /** Text of the row of a field or a parameter. */
  const rowOf = (id: string, name: string) =>
    textOf(
      sectionOf(id)
        .split("<tr>")
        .find((row) => row.includes(`"field"><code>${name}</code>`))
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
