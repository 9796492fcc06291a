import { fillPage, type LivePage, serverFirst, siteFolder, siteHandler } from "@grantbook/docs";
import { basePath, type SeedTarget } from "@grantbook/server";
import type { SampleValues } from "./development/sample-values.js";

/** Path of the documentation below the public address. */
export const docsPath = "/docs";

/** What the pages of the documentation say about this server. */
export interface DocsOptions {
  /** Public address, without a path. It is asked for when a page is read. */
  readonly publicUrl: () => string;
  /** Objects of the demo that the samples name; none without `--demo`. */
  readonly samples: SampleValues | undefined;
  /** None before the database is open. */
  readonly database: () => SeedTarget | undefined;
}

/** Creates the handler of the documentation. It returns `undefined` for any other path. */
export function createDocs({
  publicUrl,
  samples,
  database,
}: DocsOptions): (request: Request) => Promise<Response | undefined> {
  let values: LivePage["values"] = new Map();
  const handle = siteHandler(siteFolder, docsPath, {
    fill: (html) => fillPage(html, { origin: publicUrl(), api: `..${basePath}`, values }),
    fillDescription: (text) => serverFirst(text, publicUrl() + basePath),
  });
  return async (request) => {
    const target = database();
    if (samples && target && isReference(request)) {
      // While the database is unavailable, the page has the samples that it had before, or those of the description.
      values = await samples.get(target).catch(() => values);
    }
    return handle(request);
  };
}

/** Tests whether a request is for a page with samples of operations. */
function isReference({ url, method }: Request): boolean {
  const { pathname } = new URL(url);
  const path = pathname.startsWith(`${docsPath}/`) ? pathname.slice(docsPath.length) : undefined;
  return method === "GET" && path !== undefined && /^\/(?:index(?:\.html)?|operations\/.*)?$/.test(path);
}
