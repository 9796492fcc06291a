import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { expect, test } from "vitest";
import { type Change, changeMark, changesOf, changesPage, readChanges } from "./changes.js";
import { entriesOf } from "./description.js";
import { html } from "./html.js";
import { entryOf, small } from "./small-description-fixture.js";

const folder = newFolder();

const check = "POST /applications/{client_id}/token";
const changes: readonly Change[] = [
  {
    rating: "major",
    rule: "field-required",
    where: `${check}, request, body`,
    operations: [check, "GET /gone"],
    what: "It is `<b>` now.",
  },
  { rating: "minor", rule: "part-added", where: "GET /", operations: ["GET /"], what: "Added." },
  { rating: "patch", rule: "text", where: "info, title", operations: [], what: "`title` changed." },
];

test("the page of the changes has each with its operations, or where it is", () => {
  const { content, ...page } = changesPage(entriesOf(small), changes);
  expect(page).toEqual({
    path: "changes.html",
    title: "Proposed changes",
    summary: "What the proposed change of the description means to clients.",
    kind: "guide",
    outline: [],
    sources: [],
  });
  expect(content.text).toBe(`<h1>Proposed changes</h1>
<p class="lead">These docs show a description that is under review: 1 major, 1 minor, 1 patch.</p>
<ul class="changes"><li><a class="rating rating-major" href="guides/ratings.html#field-required">major</a> <a href="index.html#apps/check-token"><code>POST /applications/{client_id}/token</code></a>, <code>GET /gone</code><br>request, body: It is <code>&lt;b&gt;</code> now.</li>
<li><a class="rating rating-minor" href="guides/ratings.html#part-added">minor</a> <a href="index.html#meta/root"><code>GET /</code></a><br>Added.</li>
<li><a class="rating rating-patch" href="guides/ratings.html#text">patch</a> <code>info, title</code><br><code>title</code> changed.</li>
</ul>`);
});

test("an operation has its own changes", () => {
  const of = (id: string, from: string) => `${html`${changesOf(from, entryOf(id), changes)}`}`;
  expect(
    of("apps/check-token", "operations/a/b.html"),
  ).toBe(`<div class="notice"><strong>Changed</strong> · <a href="../../changes.html">all proposed changes</a>
<ul class="changes"><li><a class="rating rating-major" href="../../guides/ratings.html#field-required">major</a> request, body: It is <code>&lt;b&gt;</code> now.</li></ul></div>`);
  expect(
    of("meta/root", "index.html"),
  ).toBe(`<div class="notice"><strong>New</strong> · <a href="changes.html">all proposed changes</a>
<ul class="changes"><li><a class="rating rating-minor" href="guides/ratings.html#part-added">minor</a> Added.</li></ul></div>`);
  expect(changesOf("index.html", entryOf("apps/delete-token"), changes)).toBeUndefined();
});

test("an operation is new when it was added itself, not a part of it", () => {
  const titleWith = (change: Partial<Change>) => {
    const added = { rating: "minor", rule: "part-added", where: "GET /", operations: ["GET /"], what: "x" } as const;
    const all = [
      { ...added, rule: "text", where: "GET /, tags" },
      { ...added, ...change },
    ];
    return /<strong>(\w+)</.exec(`${html`${changesOf("index.html", entryOf("meta/root"), all)}`}`)?.[1];
  };
  expect(titleWith({})).toBe("New");
  expect(titleWith({ where: "GET /, response 200" })).toBe("Changed");
  expect(titleWith({ rule: "text" })).toBe("Changed");
});

test("an operation is marked with the first rating of its changes, the gravest", () => {
  const marks = ["apps/check-token", "meta/root", "apps/delete-token"].map((id) => changeMark(entryOf(id), changes));
  expect(marks.map((mark) => mark && `${mark}`)).toEqual([
    ' <span class="rating rating-major">major</span>',
    ' <span class="rating rating-minor">minor</span>',
    undefined,
  ]);
});

test("a saved review is read, and nothing else", () => {
  const file = join(folder, "report.json");
  const read = (text: string) => {
    writeFileSync(file, text);
    return readChanges(file);
  };
  expect(read(JSON.stringify({ base: "1", changes }))).toEqual(changes);
  expect(read('{"base":"1"}')).toBeUndefined();
  for (const text of [
    "",
    "[]",
    "{}",
    '{"base":1,"changes":[]}',
    '{"base":"1","changes":[{"rating":"major"},{"rating":"huge"}]}',
  ]) {
    expect(() => read(text), text).toThrow(
      new Error(`${file} is not a report. Write one with: npm run review -- --save ${file}`),
    );
  }
});
