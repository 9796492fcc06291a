import type { OpenApiDocument } from "@grantbook/contract";
import { stringify } from "yaml";
import { changelogGuide, type TextFile } from "./changelog.js";
import { type Change, changesPage } from "./changes.js";
import { clientsGuide } from "./client-results.js";
import { comparisonGuide } from "./comparison.js";
import { entriesOf } from "./description.js";
import { renderDirective } from "./directives.js";
import { guideLink, guideTargets } from "./guide-links.js";
import { type Guide, inOrder, readGuide } from "./guides.js";
import { type Html, html } from "./html.js";
import { document } from "./layout.js";
import { guidePath, link, notFoundPath, referencePath } from "./links.js";
import { llmsText } from "./llms-text.js";
import { renderGuide } from "./markdown.js";
import type { Page } from "./page.js";
import { operationPage } from "./reference/operation-page.js";
import { referencePage } from "./reference/reference-page.js";
import { headersFile } from "./response-headers.js";
import { searchScript } from "./search-index.js";
import { withFlows } from "./with-flows.js";
import { type Arazzo, workflowPage } from "./workflow.js";

/** Sources of the site. */
export interface Sources {
  readonly description: OpenApiDocument;
  /** Description of the sign-in flows. */
  readonly flows: OpenApiDocument;
  readonly guides: readonly TextFile[];
  readonly workflows: readonly { readonly file: string; readonly document: Arazzo }[];
  readonly changelogs: readonly TextFile[];
  /** Result of `npm run interop`, in JSON. */
  readonly clients: TextFile;
  /** Features and lines of the programs that `npm run interop` compares, in JSON. */
  readonly comparison: TextFile;
  /** Proposed changes of the description, for the docs of a review. */
  readonly changes?: readonly Change[] | undefined;
  /** Files that are copied, by their path in the site. */
  readonly assets: ReadonlyMap<string, string>;
}

/** Builds every file of the site, by path. Throws when a guide or a workflow names something unknown. */
export function buildSite({
  description: api,
  flows,
  guides,
  workflows,
  changelogs,
  clients,
  comparison,
  changes,
  assets,
}: Sources): Map<string, string> {
  const description = withFlows(api, flows);
  const operations = entriesOf(description);
  const operationIds = new Set(operations.map(({ operation }) => operation.operationId));
  const generated = [clientsGuide(operationIds, clients), comparisonGuide(comparison), changelogGuide(changelogs)];
  const read = inOrder([...guides.map(({ file, text }) => readGuide(file, text)), ...generated]);
  const workflowPages = workflows.map(({ file, document: workflow }) => workflowPage(description, file, workflow));
  const targets = guideTargets(description, read, workflowPages);
  const guidePages = read.map((guide) => guidePage(api, targets, guide));
  const ownPages = operations.map((entry) => operationPage(description, entry, changes ?? []));
  const proposed = changes ? [changesPage(operations, changes)] : [];
  const pages = [
    ...proposed,
    ...guidePages,
    ...workflowPages,
    referencePage(description, startOf(read), changes ?? []),
    ...ownPages,
  ];
  const site = new Map([
    ...[...pages, notFound].map((page) => [page.path, document(description, pages, page)] as const),
    ["openapi.json", JSON.stringify(api, null, 2)],
    ["openapi.yaml", toYaml(api)],
    ["flows.json", JSON.stringify(flows, null, 2)],
    ["flows.yaml", toYaml(flows)],
    ["llms.txt", llmsText(api, pages)],
    ["assets/search-index.js", searchScript(pages)],
    ...assets,
  ]);
  return site.set("_headers", headersFile(site.keys()));
}

/** Text of a description in YAML, without anchors and broken lines: some tools know neither. */
function toYaml(description: OpenApiDocument): string {
  return stringify(description, { aliasDuplicateObjects: false, lineWidth: 0 });
}

/** Page for an unknown address. The menu does not have it. */
const notFound: Page = {
  path: notFoundPath,
  title: "There is no such page",
  summary: "The address is not one of these docs.",
  kind: "guide",
  content: html`<h1>There is no such page</h1>
<p>It may have moved. Look for it in the menu or with the search, or begin with <a href="${referencePath}">the reference</a>.</p>`,
  outline: [],
  sources: [],
};

/** First guides, for the top of the reference. */
function startOf(guides: readonly Guide[]): Html {
  return html`<ul class="cards">${guides
    .slice(0, 4)
    .map(
      ({ name, title, summary }) =>
        html`<li><a href="${link(referencePath, guidePath(name))}">${title}</a><span>${summary}</span></li>`,
    )}</ul>`;
}

function guidePage(description: OpenApiDocument, targets: ReadonlyMap<string, string>, guide: Guide): Page {
  const path = guidePath(guide.name);
  const { content, outline } = renderGuide(guide, {
    directive: (comment) => renderDirective(description, path, comment),
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
