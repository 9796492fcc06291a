import type { Description } from "@grantbook/contract";
import { changelogGuide, type TextFile } from "./changelog.js";
import { generatedPiece } from "./generated.js";
import { guideLink, guideTargets } from "./guide-links.js";
import { type Guide, inOrder, readGuide } from "./guides.js";
import { type Html, html } from "./html.js";
import { type Arazzo, journeyPage } from "./journey.js";
import { document } from "./layout.js";
import { guidePath, link, referencePath } from "./links.js";
import { renderGuide } from "./markdown.js";
import type { Page } from "./pages.js";
import { referencePage } from "./reference/page.js";
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
  const journeys = workflows.map(({ file, document: workflow }) => journeyPage(description, file, workflow));
  const targets = guideTargets(description, read, journeys);
  const guidePages = read.map((guide) => guidePage(description, targets, guide));
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

function guidePage(description: Description, targets: ReadonlyMap<string, string>, guide: Guide): Page {
  const path = guidePath(guide.name);
  const { content, outline } = renderGuide(guide, {
    generated: (comment) => generatedPiece(description, path, comment),
    href: (target) => guideLink(targets, path, target),
  });
  return {
    path,
    title: guide.title,
    summary: guide.summary,
    kind: "guide",
    content: html`<h1>${guide.title}</h1>\n${content}`,
    outline,
    sources: guide.sources,
  };
}
