import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readManifest } from "./manifest.js";

const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
};

/** Headers that allow only the files of the site, and no inline script. */
const security = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

interface File {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Creates a handler that serves a site from a folder, below a path such as `/docs`; it returns nothing for any other
 * request. A file is read on its first request and cached. Pages are found with and without `.html`.
 */
export function siteHandler(folder: string, base: string): (request: Request) => Response | undefined {
  let names: readonly string[] | undefined;
  const files = new Map<string, File>();
  const find = (path: string) => {
    // Only files of the manifest: no path leads out of the folder.
    const name = [path || "index.html", `${path}.html`].find((candidate) => names?.includes(candidate));
    if (name !== undefined && !files.has(name)) files.set(name, readFile(folder, name));
    return name === undefined ? undefined : files.get(name);
  };
  return ({ method, url, headers }) => {
    const { pathname } = new URL(url);
    if ((method !== "GET" && method !== "HEAD") || !`${pathname}/`.startsWith(`${base}/`)) return undefined;
    // Links are relative to the folder. A browser keeps the fragment.
    if (pathname === base) return new Response(null, { status: 302, headers: { Location: `${lastSegment(base)}/` } });
    names ??= readManifest(folder);
    if (!names) return text(503, "The docs are not built; `npm run build` does it.");
    const file = find(pathname.slice(base.length + 1));
    if (!file) return text(404, `There is no such page; the docs begin at ${base}/.`);
    if (headers.get("if-none-match")?.includes(file.headers.ETag ?? "")) {
      return new Response(null, { status: 304, headers: file.headers });
    }
    return new Response(method === "HEAD" ? null : file.content, { headers: file.headers });
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

function readFile(folder: string, name: string): File {
  const content = new Uint8Array(readFileSync(join(folder, name)));
  return {
    content,
    headers: {
      ...security,
      "Content-Type": types[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream",
      ETag: `"${createHash("sha256").update(content).digest("base64url")}"`,
      // Revalidated each time: the site changes with the program.
      "Cache-Control": "no-cache",
    },
  };
}
