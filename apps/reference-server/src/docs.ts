import { description } from "@grantbook/contract/description";
import { referencePage } from "@grantbook/docs";

/** Path of the documentation below the public address. */
export const docsPath = "/docs";

const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
  "x-content-type-options": "nosniff",
};

let page: string | undefined;

/** Answers a request for the documentation; nothing for any other. The page is made when it is first asked for. */
export function serveDocs({ method, url }: Request): Response | undefined {
  if ((method !== "GET" && method !== "HEAD") || new URL(url).pathname !== docsPath) return undefined;
  page ??= referencePage(description);
  return new Response(page, { headers });
}
