const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  yaml: "application/yaml",
};

/** Headers that allow only the files of the site, no inline script, and requests of the console to the same server. */
export const security = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

/** Headers of every file. It is revalidated each time: the site changes with the program. */
export const ofEveryFile = { ...security, "Cache-Control": "no-cache" };

/** The descriptions may be read by tools on any page. */
const shared = /^(openapi|flows)\.(json|yaml)$/;

/** Media type of a file, by the end of its name. */
export function typeOf(name: string): string {
  return types[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
}

/** Headers of one file, in addition to those of every file. */
export function ofFile(name: string): Record<string, string> {
  return { "Content-Type": typeOf(name), ...(shared.test(name) && { "Access-Control-Allow-Origin": "*" }) };
}

/**
 * Text of `_headers`, with which Netlify and Cloudflare Pages send the headers that our server sends. The site is at
 * the top of its host. Hosts know the types of pages, styles and scripts; they guess those of the files that tools
 * read.
 */
export function headersFile(names: Iterable<string>): string {
  const read = [...names].filter((name) => /\.(json|txt|yaml)$/.test(name));
  const rules = [["*", ofEveryFile] as const, ...read.map((name) => [name, ofFile(name)] as const)];
  const lines = rules.map(([name, headers]) => {
    const own = Object.entries(headers).map(([header, value]) => `  ${header}: ${value}\n`);
    return `/${name}\n${own.join("")}`;
  });
  return lines.join("");
}
