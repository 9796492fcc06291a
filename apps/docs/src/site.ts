import type { Description } from "@grantbook/contract";
import { changelogGuide, type TextFile } from "./changelog.js";
import { entriesOf } from "./description.js";
import { generatedPiece } from "./generated.js";
import { type Guide, inOrder, readGuide } from "./guides.js";
import { type Html, html } from "./html.js";
import { type Arazzo, journeyPage } from "./journey.js";
import { document } from "./layout.js";
import { guidePath, link, operationLink, referencePath } from "./links.js";
import { renderGuide } from "./markdown.js";
import type { Page } from "./pages.js";
import { referencePage } from "./reference/page.js";
import { schemaAnchor } from "./reference/type.js";
import { searchScript } from "./search-index.js";

/** What the site is made of. */
export interface Sources {
  readonly description: Description;
  readonly guides: readonly TextFile[];
  readonly workflows: readonly { readonly file: string; readonly document: Arazzo }[];
  readonly changelogs: readonly TextFile[];
  /** Files that are taken over as they are, by their path in the site. */
  readonly assets: ReadonlyMap<string, string>;
}

/** Every file of the site by its path. Throws when a guide or a workflow names something that is not there. */
export function buildSite({ description, guides, workflows, changelogs, assets }: Sources): Map<string, string> {
  const read = inOrder([...guides.map(({ file, text }) => readGuide(file, text)), changelogGuide(changelogs)]);
  const guidePages = read.map((guide) => guidePage(description, read, guide));
  const journeys = workflows.map(({ file, document: workflow }) => journeyPage(description, file, workflow));
  const pages = [...guidePages, ...journeys, referencePage(description, startOf(read))];
  return new Map([
    ...pages.map((page) => [page.path, document(description, pages, page)] as const),
    ["openapi.json", JSON.stringify(description, null, 2)],
    ["assets/search-index.js", searchScript(pages)],
    ...assets,
  ]);
}

/** Where a reader begins, at the top of the site: the first guides. */
function startOf(guides: readonly Guide[]): Html {
  return html`<ul class="cards">${guides
    .slice(0, 4)
    .map(
      ({ name, title, summary }) =>
        html`<li><a href="${link(referencePath, guidePath(name))}">${title}</a><span>${summary}</span></li>`,
    )}</ul>`;
}

function guidePage(description: Description, guides: readonly Guide[], guide: Guide): Page {
  const path = guidePath(guide.name);
  const { content, outline } = renderGuide(guide, {
    generated: (comment) => generatedPiece(description, path, comment),
    href: (target) => hrefOf(description, guides, path, target),
  });
  return {
    path,
    title: guide.title,
    summary: guide.summary,
    kind: "guide",
    content: html`<h1>${guide.title}</h1>\n${content}`,
    outline,
    sources: [guide.file],
  };
}

/**
 * Where a link of a guide leads: `op:<operation id>` and `schema:<name>` into the reference, another guide by its file,
 * addresses as they are. A file of the repository that is no guide has no page.
 */
function hrefOf(description: Description, guides: readonly Guide[], from: string, target: string): string | undefined {
  const [scheme, name = ""] = target.split(/:(.*)/s);
  if (scheme === "op") {
    if (!entriesOf(description).some(({ operation }) => operation.operationId === name))
      throw new Error(`no operation is called ${name}`);
    return operationLink(from, name);
  }
  if (scheme === "schema") return link(from, `${referencePath}#${schemaAnchor(name)}`);
  if (/^(https?:|mailto:|#)/.test(target)) return target;
  const [, guide, anchor = ""] = /^(?:\.\/)?([^/#]+)\.md(#.*)?$/.exec(target) ?? [];
  if (guide === undefined) return undefined;
  if (!guides.some((other) => other.name === guide)) throw new Error(`there is no guide ${guide}.md`);
  return link(from, guidePath(guide) + anchor);
}
