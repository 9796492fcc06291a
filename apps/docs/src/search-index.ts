import { Html, plainText } from "./html.js";
import { operationPath } from "./links.js";
import type { Page } from "./page.js";

/** Part of a page that the search finds, under an anchor. */
export interface SearchSection {
  /** Path and anchor, from the root of the site; an operation is found on its own page. */
  readonly id: string;
  readonly title: string;
  /** Title of the page. */
  readonly page: string;
  /** What readers want first: `guide` before `operation`, `workflow`, `related`, `shared` and `record`. */
  readonly kind: "guide" | "operation" | "related" | "workflow" | "shared" | "record";
  /** Exact names of the section: operation id, path, method of the client, and what its tables define. */
  readonly keys: readonly string[];
  readonly text: string;
  readonly code: string;
}

/** Guides that record what happened: a reader who looks for help wants any other page first. */
const records = ["guides/changelog.html", "guides/clients.html"];

/**
 * Script with the sections of all pages; a browser makes the index of them. A script and not JSON, so that a `file:`
 * page can load it too.
 */
export function searchScript(pages: readonly Page[]): string {
  // The reference has the text of the pages of single operations.
  const sections = pages.filter(({ kind }) => kind !== "operation").flatMap(sectionsOf);
  return `globalThis.searchSections = ${JSON.stringify(sections)};\n`;
}

/** Splits a page at its anchors. */
function sectionsOf(page: Page): SearchSection[] {
  const parts = page.content.text.split(/(?=<(?:section|h[23]) id=")/);
  let group = "";
  return parts.map((part, index) => {
    const [, anchor] = /^<\w+ id="([^"]+)"/.exec(part) ?? [];
    if (anchor?.startsWith("tag/")) group = anchor;
    const [heading = "", own = ""] = /<h[1-3][^>]*>(.*?)<\/h[1-3]>/s.exec(part) ?? [];
    const kind = kindOf(page, part, group);
    return {
      id: addressOf(page, kind, index === 0 ? undefined : anchor),
      title: plainText(new Html(own.replace(/<a class="permalink".*?<\/a>/s, ""))) || page.title,
      page: page.title,
      kind,
      keys: keysOf(kind, part),
      text: plainText(new Html(withoutCode(part.replace(heading, "")))),
      code: [...part.matchAll(codePattern)].map(([, code = ""]) => plainText(new Html(code))).join(" "),
    };
  });
}

function addressOf({ path }: Page, kind: SearchSection["kind"], anchor: string | undefined): string {
  if (anchor === undefined) return path;
  return kind === "operation" || kind === "related" ? operationPath(anchor) : `${path}#${anchor}`;
}

function kindOf({ path, kind }: Page, part: string, group: string): SearchSection["kind"] {
  if (records.includes(path)) return "record";
  if (kind === "guide" || kind === "workflow") return kind;
  if (!part.includes('class="operation"')) return "shared";
  return group === "tag/compatibility" ? "related" : "operation";
}

function keysOf(kind: SearchSection["kind"], part: string): string[] {
  if (kind === "operation" || kind === "related") return operationKeys(part);
  return kind === "guide" ? definedNames(part) : headerNames(part);
}

const codePattern = /<figure class="code"[^>]*>(.*?)<\/figure>/gs;

/** Text of a part without code, and without what all operations repeat: notices and headers. */
function withoutCode(part: string): string {
  return part.replaceAll(
    /<figure class="code".*?<\/figure>|<p class="notice">.*?<\/p>|<p class="headers">.*?<\/p>/gs,
    " ",
  );
}

/** Path with and without its method, operation id and method of the client. */
function operationKeys(part: string): string[] {
  const [, id = ""] = /^<section id="([^"]+)"/.exec(part) ?? [];
  const [, route = ""] = /<p class="route">(.*?)<\/p>/s.exec(part) ?? [];
  const [method = "", path = ""] = plainText(new Html(route)).split(" ");
  const [, call = ""] = /<dt>Method of the client<\/dt><dd><code>([^<]*)/.exec(part) ?? [];
  return [id, `${method} ${path}`, path, call];
}

/** Names of the headers that a part of the reference explains. */
function headerNames(part: string): string[] {
  return [...part.matchAll(/ id="(?:request-)?header\/[^>]*><code>(.*?)<\/code>/g)].map(([, name = ""]) => name);
}

/** Names in the first column of the tables of a guide: headers, flags, parameters, scopes. */
function definedNames(part: string): string[] {
  const cells = part.matchAll(/<tr>\s*<t[hd][^>]*>(?:<span class="field[^"]*">)?<code>(.*?)<\/code>/gs);
  // A flag is named without its value.
  return [...cells].map(([, name = ""]) => plainText(new Html(name)).replace(/^(--\S+) .*/, "$1"));
}
