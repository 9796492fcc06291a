import type { OpenApiDocument } from "@grantbook/contract";
import { type Entry, groupsOf } from "./description.js";
import { type Content, type Html, html } from "./html.js";
import { link, operationLink, operationPath, referencePath } from "./links.js";
import type { Heading, Page } from "./page.js";
import { methodBadge } from "./reference/operation.js";
import { groupAnchor, sharedParts } from "./reference/reference-page.js";

/** Complete HTML document of a page, with the navigation. It has no inline script and no inline style. */
export function document(description: OpenApiDocument, pages: readonly Page[], page: Page): string {
  const to = (path: string) => link(page.path, path);
  return `${
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${page.summary}">
<title>${page.title} · Grantbook</title>
<link rel="canonical" href="${lastSegment(page.path)}">
<link rel="icon" href="${to("assets/icon.svg")}">
<link rel="stylesheet" href="${to("assets/style.css")}">
<script src="${to("assets/theme.js")}"></script>
<script src="${to("assets/page.js")}" defer></script>
<script src="${to("assets/search.js")}" defer></script>
</head>
<body class="${page.kind === "operation" ? "reference" : page.kind}" data-root="${to("")}">
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<button type="button" class="menu" popovertarget="menu">Menu</button>
<a class="brand" href="${to(referencePath)}">Grantbook <span>docs</span></a>
<button type="button" class="search needs-script" id="open-search">Search <kbd>/</kbd></button>
<button type="button" class="theme needs-script" id="theme" aria-label="Dark theme" aria-pressed="false"></button>
</header>
<nav id="menu" class="pages" aria-label="Pages" popover>
${navigation(description, pages, page)}
</nav>
<main id="content">
${page.outline.length > 0 && html`<button type="button" class="open-outline" popovertarget="outline">On this page</button>`}
<article>
${page.content}
</article>
${page.kind === "reference" || !pages.includes(page) ? undefined : pager(pages, page)}
<footer>${page.sources.length > 0 && html`Made from ${page.sources.map((source) => html`<code>${source}</code> `)}in the repository; a change there changes this page.<br>`}
Grantbook is not made, endorsed or supported by GitHub.</footer>
</main>
${page.outline.length > 0 && html`<nav class="outline" id="outline" aria-label="On this page" popover>${outlineList(page.outline)}</nav>`}
<dialog id="search" aria-labelledby="search-title">
<h2 id="search-title">Search the docs</h2>
<form method="dialog"><button type="submit" aria-label="Close the search">×</button></form>
<input type="search" aria-label="Words to look for" autocomplete="off" spellcheck="false">
<p role="status"></p>
<ol></ol>
</dialog>
</body>
</html>`.text
  }\n`;
}

function navigation(description: OpenApiDocument, pages: readonly Page[], page: Page): Content {
  const ofKind = (kind: Page["kind"]) => pages.filter((other) => other.kind === kind);
  const items = (list: readonly Page[]) =>
    list.map(
      (other) =>
        html`<li><a href="${link(page.path, other.path)}"${other === page && html` aria-current="page"`}>${other.title}</a></li>`,
    );
  return html`<h2>Guides</h2>
<ul>${items(ofKind("guide"))}</ul>
<h2>Workflows</h2>
<ul>${items(ofKind("workflow"))}</ul>
<h2><a href="${link(page.path, referencePath)}"${page.kind === "reference" && html` aria-current="page"`}>API reference</a></h2>
${groupsOf(description).map(
  (group) => html`<h3><a href="${link(page.path, `${referencePath}#${groupAnchor(group)}`)}">${group.title}</a></h3>
<ul class="operations">${group.entries.map((entry) => operationItem(page, entry))}</ul>`,
)}
<h3>Shared by operations</h3>
<ul>${Object.entries(sharedParts).map(([id, title]) => html`<li><a href="${link(page.path, `${referencePath}#${id}`)}">${title}</a></li>`)}
<li><a href="${link(page.path, "openapi.json")}">The description (OpenAPI 3.1 only), as JSON</a></li>
<li><a href="${link(page.path, "openapi.yaml")}">The description, as YAML</a></li>
<li><a href="${link(page.path, "flows.json")}">That of the sign-in flows</a></li>
<li><a href="${link(page.path, "llms.txt")}">List of the pages, for language models</a></li></ul>`;
}

/** Item of an operation. Among pages of single operations it leads to another such page. */
function operationItem(page: Page, { method, operation: { operationId, summary } }: Entry): Html {
  const own = operationPath(operationId);
  const href = page.kind === "operation" ? link(page.path, own) : operationLink(page.path, operationId);
  return html`<li><a href="${href}"${own === page.path && html` aria-current="page"`}>${methodBadge(method)} <span>${summary}</span></a></li>`;
}

/** Last segment of the path of a page: its address relative to itself, whatever name it was asked for by. */
function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function outlineList(outline: readonly Heading[]): Html {
  return html`<h2>On this page</h2>
<ul>${outline
    .filter(({ level }) => level <= 3)
    .map(({ id, title, level }) => html`<li class="level-${level}"><a href="#${id}">${title}</a></li>`)}</ul>`;
}

/** Links to the previous and the next page of the same kind, where there is one. */
function pager(pages: readonly Page[], page: Page): Html | undefined {
  const alike = pages.filter(({ kind }) => kind === page.kind);
  const index = alike.indexOf(page);
  const [before, after] = [alike[index - 1], alike[index + 1]];
  if (!before && !after) return undefined;
  return html`<nav class="pager" aria-label="Previous and next">
${before && html`<a rel="prev" href="${link(page.path, before.path)}"><span>Previous</span> ${before.title}</a>`}
${after && html`<a rel="next" href="${link(page.path, after.path)}"><span>Next</span> ${after.title}</a>`}
</nav>`;
}
