import { expect, test } from "vitest";
import { Html } from "./html.js";
import type { Page } from "./page.js";
import { type SearchSection, searchScript } from "./search-index.js";

const page = (path: string, kind: Page["kind"], text: string): Page => ({
  path,
  title: "The page",
  summary: "",
  kind,
  content: new Html(text),
  outline: [],
  sources: [],
});

function sectionsOf(...pages: Page[]): SearchSection[] {
  const [, json = ""] = /^globalThis\.searchSections = (.*);\n$/s.exec(searchScript(pages)) ?? [];
  return JSON.parse(json);
}

test("a guide is found at its headings, with what its tables define, and its code apart", () => {
  const text = `<h1>The title</h1>
<p class="notice">Repeated.</p><p>Begin &amp; end.</p><p class="headers">Headers: x</p>
<h2 id="two">Two <b>words</b> <a class="permalink" href="#two" aria-label="Link to Two">#</a></h2>
<table><tr><th scope="col"><code>--port NUMBER</code></th><td><code>none</code></td></tr>
<tr><td><span class="field depth-1"><code>a&lt;b</code></span></td></tr><tr><td>no</td></tr></table>
<figure class="code"><pre><code>const <span>a</span> = 1;
</code></pre></figure><p>After.</p><figure class="code" id="x"><pre>b</pre></figure>
<h3 id="three">Three</h3><p>Last.</p>
<h4 id="four">Four</h4>`;
  expect(sectionsOf(page("guides/a.html", "guide", text))).toEqual([
    {
      id: "guides/a.html",
      title: "The title",
      page: "The page",
      kind: "guide",
      keys: [],
      text: "Begin & end.",
      code: "",
    },
    {
      id: "guides/a.html#two",
      title: "Two words",
      page: "The page",
      kind: "guide",
      keys: ["--port", "a<b"],
      text: "--port NUMBER none a<b no After.",
      code: "const a = 1; b",
    },
    {
      id: "guides/a.html#three",
      title: "Three",
      page: "The page",
      kind: "guide",
      keys: [],
      text: "Last. Four",
      code: "",
    },
  ]);
});

test("a part without a heading has the title of its page", () => {
  expect(sectionsOf(page("workflows/w.html", "workflow", "<p>Text.</p>"))).toMatchObject([
    { id: "workflows/w.html", title: "The page", kind: "workflow", keys: [], text: "Text." },
  ]);
});

test("guides that record what happened are records", () => {
  const kinds = ["guides/changelog.html", "guides/clients.html", "guides/comparison.html"].map(
    (path) => sectionsOf(page(path, "guide", "<h1>x</h1>"))[0]?.kind,
  );
  expect(kinds).toEqual(["record", "record", "guide"]);
});

test("the reference is found by its operations, on their own pages, and its shared parts", () => {
  const operation = (id: string) => `<section id="${id}">
<h3>Check it <a class="permalink" href="#x">#</a></h3>
<div class="operation"><p class="route"><span>POST</span> <code>/<wbr>a/<wbr>{b}</code></p>
<dl><dt>Method of the client</dt><dd><code>tokens.check</code></dd></dl></div>
</section>`;
  const text = `<h1>API</h1>
<section id="tag/apps" class="group"><h2>Apps</h2></section>${operation("apps/check")}
<section id="tag/compatibility" class="group"><h2>Others</h2></section>${operation("meta/get")}
<section id="headers"><h2>Headers</h2><dl><dt id="header/etag"><code>ETag</code></dt><dd>Tag.</dd>
<dt id="request-header/accept"><code>Accept</code></dt></dl></section>`;
  const keys = ["POST /a/{b}", "/a/{b}", "tokens.check"];
  expect(
    sectionsOf(page("index.html", "reference", text)).map(({ id, title, kind, keys }) => [id, title, kind, keys]),
  ).toEqual([
    ["index.html", "API", "shared", []],
    ["index.html#tag/apps", "Apps", "shared", []],
    ["operations/apps/check.html", "Check it", "operation", ["apps/check", ...keys]],
    ["index.html#tag/compatibility", "Others", "shared", []],
    ["operations/meta/get.html", "Check it", "related", ["meta/get", ...keys]],
    ["index.html#headers", "Headers", "shared", ["ETag", "Accept"]],
  ]);
});

test("an operation without a method of the client has none as its key", () => {
  const text = '<section id="oauth/x"><div class="operation"><p>No route.</p></div></section>';
  expect(sectionsOf(page("index.html", "reference", `<h1>API</h1>${text}`))[1]?.keys).toEqual(["oauth/x", " ", "", ""]);
});

test("pages of single operations are left out: the reference has their text", () => {
  expect(
    sectionsOf(page("operations/a.html", "operation", "<h1>x</h1>"), page("guides/b.html", "guide", "y")),
  ).toHaveLength(1);
});
