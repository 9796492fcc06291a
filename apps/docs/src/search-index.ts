import MiniSearch from "minisearch";
import { Html, plainText } from "./html.js";
import type { Page } from "./page.js";

/** Search result: a part of a page, under an anchor. */
interface Section {
  /** Path and anchor, from the root of the site. */
  readonly id: string;
  readonly title: string;
  /** Title of the page. */
  readonly page: string;
  readonly text: string;
  /** First words of the text, shown in the results. */
  readonly start: string;
}

/** Options of MiniSearch, for the build and for the browser. */
const options = {
  fields: ["title", "page", "text"],
  storeFields: ["title", "page", "start"],
  searchOptions: { boost: { title: 6, page: 2 }, prefix: true, fuzzy: 0.15, combineWith: "AND" as const },
};

/**
 * Script with the index of all pages, without code and notices. A script and not JSON, so that a `file:` page can load
 * it too.
 */
export function searchScript(pages: readonly Page[]): string {
  const index = new MiniSearch<Section>(options);
  index.addAll(pages.flatMap(sectionsOf));
  return `globalThis.searchIndex = ${JSON.stringify({ options, json: JSON.stringify(index) })};\n`;
}

/** Splits a page at its anchors. */
function sectionsOf({ path, title, content }: Page): Section[] {
  const text = content.text.replaceAll(/<figure class="code".*?<\/figure>|<p class="notice">.*?<\/p>/gs, " ");
  const parts = text.split(/(?=<(?:section|h[23]) id=")/);
  return parts.map((part, index) => {
    const [, anchor] = /^<\w+ id="([^"]+)"/.exec(part) ?? [];
    const [, heading = ""] = /<h[1-3][^>]*>(.*?)<\/h[1-3]>/s.exec(part) ?? [];
    const words = plainText(new Html(part.replace(/<h[1-3][^>]*>.*?<\/h[1-3]>/s, "")));
    return {
      id: anchor === undefined || index === 0 ? path : `${path}#${anchor}`,
      title: plainText(new Html(heading.replace(/<a class="permalink".*?<\/a>/s, ""))) || title,
      page: title,
      text: `${anchor ?? ""} ${words}`,
      start: words.slice(0, 140),
    };
  });
}
