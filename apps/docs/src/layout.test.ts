import { describe, expect, test } from "vitest";
import { html } from "./html.js";
import { document } from "./layout.js";
import type { Page } from "./page.js";
import { small } from "./small-description-fixture.js";

const page = (path: string, kind: Page["kind"], title: string, more: Partial<Page> = {}): Page => ({
  path,
  title,
  summary: `About "${title}".`,
  kind,
  content: html`<h1>Content</h1>`,
  outline: [],
  sources: [],
  ...more,
});

const outline = [
  { id: "x", title: "X & Y", level: 2 },
  { id: "y", title: "Y", level: 3 },
  { id: "z", title: "Z", level: 4 },
];
const first = page("guides/a.html", "guide", "A", { outline, sources: ["a.md", "b.md"] });
const second = page("guides/b.html", "guide", "B");
const third = page("guides/c.html", "guide", "C");
const workflow = page("workflows/w.html", "workflow", "W");
const reference = page("index.html", "reference", "R");
const operation = page("operations/apps/check-token.html", "operation", "O");
const missing = page("404.html", "guide", "None");
const pages = [first, second, third, workflow, reference, operation];

const made = (of: Page) => document(small, pages, of);

test("a document has its menu, its outline, and the search", () => {
  expect(made(first)).toBe(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="About &quot;A&quot;.">
<title>A · Grantbook</title>
<link rel="canonical" href="a.html">
<link rel="icon" href="../assets/icon.svg">
<link rel="stylesheet" href="../assets/style.css">
<script src="../assets/theme.js"></script>
<script src="../assets/page.js" defer></script>
<script src="../assets/search.js" defer></script>
</head>
<body class="guide" data-root="../">
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<button type="button" class="menu" popovertarget="menu">Menu</button>
<a class="brand" href="../index.html">Grantbook <span>docs</span></a>
<button type="button" class="search needs-script" id="open-search">Search <kbd>/</kbd></button>
<button type="button" class="theme needs-script" id="theme" aria-label="Dark theme" aria-pressed="false"></button>
</header>
<nav id="menu" class="pages" aria-label="Pages" popover>
<h2>Guides</h2>
<ul><li><a href="../guides/a.html" aria-current="page">A</a></li><li><a href="../guides/b.html">B</a></li><li><a href="../guides/c.html">C</a></li></ul>
<h2>Workflows</h2>
<ul><li><a href="../workflows/w.html">W</a></li></ul>
<h2><a href="../index.html">API reference</a></h2>
<h3><a href="../index.html#tag/apps">Applications</a></h3>
<ul class="operations"><li><a href="../index.html#apps/check-token"><span class="method method-post">POST</span> <span>Check a token</span></a></li><li><a href="../index.html#apps/delete-token"><span class="method method-delete">DELETE</span> <span>Delete an app token</span></a></li><li><a href="../index.html#oauth-authorizations/get-authorization"><span class="method method-get">GET</span> <span>Get a token</span></a></li><li><a href="../index.html#oauth-authorizations/update-authorization"><span class="method method-patch">PATCH</span> <span>Update a token</span></a></li></ul><h3><a href="../index.html#tag/related">Related</a></h3>
<ul class="operations"><li><a href="../index.html#meta/root"><span class="method method-get">GET</span> <span>List the operations</span></a></li></ul>
<h3>Shared by operations</h3>
<ul><li><a href="../index.html#callers">Callers</a></li><li><a href="../index.html#schemas">Objects</a></li><li><a href="../index.html#responses">Shared responses</a></li><li><a href="../index.html#request-headers">Headers of requests</a></li><li><a href="../index.html#headers">Headers of responses</a></li>
<li><a href="../openapi.json">The description (OpenAPI 3.1 only), as JSON</a></li>
<li><a href="../openapi.yaml">The description, as YAML</a></li>
<li><a href="../flows.json">That of the sign-in flows</a></li>
<li><a href="../llms.txt">List of the pages, for language models</a></li></ul>
</nav>
<main id="content">
<button type="button" class="open-outline" popovertarget="outline">On this page</button>
<article>
<h1>Content</h1>
</article>
<nav class="pager" aria-label="Previous and next">

<a rel="next" href="../guides/b.html"><span>Next</span> B</a>
</nav>
<footer>Made from <code>a.md</code> <code>b.md</code> in the repository; a change there changes this page.<br>
Grantbook is not made, endorsed or supported by GitHub.</footer>
</main>
<nav class="outline" id="outline" aria-label="On this page" popover><h2>On this page</h2>
<ul><li class="level-2"><a href="#x">X &amp; Y</a></li><li class="level-3"><a href="#y">Y</a></li></ul></nav>
<dialog id="search" aria-labelledby="search-title">
<h2 id="search-title">Search the docs</h2>
<form method="dialog"><button type="submit" aria-label="Close the search">×</button></form>
<input type="search" aria-label="Words to look for" autocomplete="off" spellcheck="false">
<p role="status"></p>
<ol></ol>
</dialog>
</body>
</html>
`);
});

describe("the menu", () => {
  /** Links of a page that are marked as the current one. */
  const currentOf = (of: Page) => made(of).match(/<a [^>]*aria-current="page"[^>]*>/g);

  test("marks the page that is read", () => {
    expect(currentOf(second)).toEqual(['<a href="../guides/b.html" aria-current="page">']);
    expect(currentOf(workflow)).toEqual(['<a href="../workflows/w.html" aria-current="page">']);
    expect(currentOf(reference)).toEqual(['<a href="index.html" aria-current="page">']);
    expect(currentOf(missing)).toBeNull();
  });

  test("leads to pages of single operations from such a page, and to the reference elsewhere", () => {
    expect(currentOf(operation)).toEqual(['<a href="../../operations/apps/check-token.html" aria-current="page">']);
    expect(made(operation)).toContain('<a href="../../operations/apps/delete-token.html"><span class="method');
    expect(made(reference)).toContain('<a href="#apps/delete-token"><span class="method');
  });
});

test("a page leads to those before and after it, but the reference, a page that is missing and the only one of its kind do not", () => {
  const pagerOf = (of: Page) =>
    made(of).split('<nav class="pager" aria-label="Previous and next">\n')[1]?.split("\n</nav>")[0];
  expect(pagerOf(second)).toBe(
    '<a rel="prev" href="../guides/a.html"><span>Previous</span> A</a>\n<a rel="next" href="../guides/c.html"><span>Next</span> C</a>',
  );
  expect(pagerOf(third)).toBe('<a rel="prev" href="../guides/b.html"><span>Previous</span> B</a>\n');
  for (const of of [workflow, reference, missing]) expect(pagerOf(of)).toBeUndefined();
});

test("a page without headings has no outline, and one without sources names none", () => {
  expect(made(second)).not.toContain("On this page");
  expect(made(second)).toContain("<footer>\nGrantbook is not made, endorsed or supported by GitHub.</footer>");
});

test("the body has the kind of the page, and the way to the root of the site", () => {
  const bodies = pages.map((of) => /<body .*>/.exec(made(of))?.[0]);
  expect(bodies.slice(2)).toEqual([
    '<body class="guide" data-root="../">',
    '<body class="workflow" data-root="../">',
    '<body class="reference" data-root="">',
    '<body class="reference" data-root="../../">',
  ]);
});
