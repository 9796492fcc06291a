import MiniSearch from "minisearch";
import { Html, plainText } from "./html.js";
import type { Page } from "./pages.js";

/** What can be found: a part of a page, under an anchor. */
interface Section {
  /** Where it is, from the root of the site. */
  readonly id: string;
  readonly title: string;
  /** The title of the page. */
  readonly page: string;
  readonly text: string;
  /** The first words of the text, to be shown. */
  readonly start: string;
}

/** How the index is made and searched, here and in the browser. */
const options = {
  fields: ["title", "page", "text"],
  storeFields: ["title", "page", "start"],
  searchOptions: { boost: { title: 6, page: 2 }, prefix: true, fuzzy: 0.15, combineWith: "AND" as const },
};

/** A script with an index of everything on the pages but code and notices. A script and not JSON: a `file:` page can load it too. */
export function searchScript(pages: readonly Page[]): string {
  const index = new MiniSearch<Section>(options);
  index.addAll(pages.flatMap(sectionsOf));
  return `globalThis.searchIndex = ${JSON.stringify({ options, json: JSON.stringify(index) })};\n`;
}

/** The parts of a page: what is before the first anchor, then what follows each. */
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
