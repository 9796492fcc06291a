import type { OpenApiDocument } from "@grantbook/contract";
import type { Page } from "./page.js";

/** Sections of the list, with the kind of their pages. */
const sections = [
  ["Guides", "guide"],
  ["Workflows", "workflow"],
  ["Reference", "reference"],
  ["Operations", "operation"],
] as const;

/**
 * List of the pages for language models: title, summary, and a link to each page with its subject.
 * @see https://llmstxt.org
 */
export function llmsText({ info }: OpenApiDocument, pages: readonly Page[]): string {
  const lists = sections.map(([title, wanted]) => {
    const items = pages.filter(({ kind }) => kind === wanted);
    return `## ${title}\n\n${items.map((page) => item(page.title, page.path, page.summary)).join("\n")}`;
  });
  const description = [
    item("openapi.yaml", "openapi.yaml", "the API, in OpenAPI 3.1; openapi.json is the same"),
    item("flows.yaml", "flows.yaml", "the sign-in flows, in OpenAPI 3.1; flows.json is the same"),
  ].join("\n");
  return `${[`# ${info.title}`, `> ${info.summary}`, ...lists, `## Description\n\n${description}`].join("\n\n")}\n`;
}

function item(title: string, path: string, about: string): string {
  return `- [${title}](${path}): ${about.replaceAll(/\s+/g, " ").trim()}`;
}
