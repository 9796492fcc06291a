import { readSources } from "../read-sources.js";
import { buildSite } from "../site.js";

/** Sources of the site, read once for all tests of a file. */
export const sources = readSources();

/** Site as it is. */
export const site = buildSite(sources);

/** Paths of all pages. */
export const pages = [...site.keys()].filter((path) => path.endsWith(".html"));

/** File of the site. Throws when there is none. */
export function file(path: string): string {
  const content = site.get(path);
  if (content === undefined) throw new Error(`The site has no ${path}.`);
  return content;
}

/** Values of an attribute on a page, unescaped. */
export function attributes(page: string, name: string): string[] {
  return [...page.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value = ""]) =>
    value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  );
}
