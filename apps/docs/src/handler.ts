import { readFileSync } from "node:fs";
import { join } from "node:path";
import { notFoundPath } from "./links.js";
import { readManifest } from "./manifest.js";
import { ofEveryFile, ofFile, security, typeOf } from "./response-headers.js";
import { acceptedCoding, type Representation, SiteFile } from "./site-file.js";

/** Lets the links of a page at the top of the site work from another path, wherever a proxy has put the site. */
function linkedFrom(page: string, path: string): string {
  const up = "../".repeat(path.split("/").length - 1);
  return page.replaceAll(/( (?:href|src|data-root)=")(?!https?:|#)/g, `$1${up}`);
}

/** Options of {@link siteHandler}. */
export interface SiteOptions {
  /** Fills a page with what the server knows. It is called for every request of a page. */
  readonly fill?: (html: string) => string;
  /** Fills the description of the API, as JSON or YAML. It is called for every request of it. */
  readonly fillDescription?: (text: string) => string;
}

/**
 * Creates a handler that serves a site from a folder, below a path such as `/docs`; it returns nothing for any other
 * request. A file is read on its first request and cached, compressed too. Pages are found with and without `.html`.
 */
export function siteHandler(
  folder: string,
  base: string,
  { fill, fillDescription }: SiteOptions = {},
): (request: Request) => Response | undefined {
  let names: readonly string[] | undefined;
  const files = new Map<string, SiteFile>();
  let notFound: string | undefined;
  const find = (path: string) => {
    // Only files of the manifest: no path leads out of the folder.
    const name = [path || "index.html", `${path}.html`].find((candidate) => names?.includes(candidate));
    if (name === undefined) return undefined;
    const file = files.get(name) ?? new SiteFile(readFileSync(join(folder, name), "utf8"));
    files.set(name, file);
    if (fill && name.endsWith(".html")) file.fill(fill);
    if (fillDescription && name.startsWith("openapi.")) file.fill(fillDescription);
    return { name, file };
  };
  const missing = (path: string, accept: string | null) => {
    // A program gets a sentence.
    if (!accept?.includes("text/html") || !names?.includes(notFoundPath)) {
      return text(404, `There is no such page; the docs begin at ${base}/.`);
    }
    notFound ??= readFileSync(join(folder, notFoundPath), "utf8");
    const page = linkedFrom(notFound, path);
    return new Response(page, { status: 404, headers: { ...security, "Content-Type": typeOf(notFoundPath) } });
  };
  return (request) => {
    const { pathname } = new URL(request.url);
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (!isRead || !`${pathname}/`.startsWith(`${base}/`)) return undefined;
    // Links are relative to the folder. A browser keeps the fragment.
    if (pathname === base) return new Response(null, { status: 302, headers: { Location: `${lastSegment(base)}/` } });
    names ??= readManifest(folder);
    if (!names) return text(503, "The docs are not built; `npm run build` does it.");
    const path = pathname.slice(base.length + 1);
    const found = find(path);
    return found ? respond(request, found.name, found.file) : missing(path, request.headers.get("accept"));
  };
}

function respond({ method, headers }: Request, name: string, file: SiteFile): Response {
  const representation = file.represent(acceptedCoding(headers.get("accept-encoding")));
  const all = headersOf(name, representation);
  if (headers.get("if-none-match")?.includes(representation.etag)) {
    return new Response(null, { status: 304, headers: all });
  }
  return new Response(method === "HEAD" ? null : representation.content, { headers: all });
}

function headersOf(name: string, { coding, etag }: Representation): Record<string, string> {
  return {
    ...ofEveryFile,
    ...ofFile(name),
    ...(coding === "identity" ? {} : { "Content-Encoding": coding }),
    ETag: etag,
    Vary: "Accept-Encoding",
  };
}

function text(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { ...security, "Content-Type": "text/plain; charset=utf-8" },
  });
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
