import type { Renderer } from "../http/response.js";
import { HtmlPage } from "./html-page.js";
import { Layout } from "./layout.js";
import { styleSource } from "./style.js";

/**
 * Renderer of pages. Pages are never cached or framed, run no script, load nothing, and send no address of their own to
 * other sites. There is no `form-action`: browsers apply it to the redirect to an application after a form, too.
 */
export function htmlRenderer(site: string): Renderer {
  const fixed = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": `default-src 'none'; style-src ${styleSource}; img-src data:; base-uri 'none'; frame-ancestors 'none'`,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    ...(site.startsWith("https:") ? { "Strict-Transport-Security": "max-age=31536000; includeSubdomains" } : {}),
  };
  return ({ status, headers, body }, { request, requestId }) => {
    const page = body === undefined || body instanceof HtmlPage ? body : errorPage(body as { message: string });
    const html = page && `<!doctype html>${<Layout page={page} site={site} />}`;
    const content = request.method === "HEAD" ? null : (html ?? null);
    return new Response(content, { status, headers: { ...fixed, "X-GitHub-Request-Id": requestId, ...headers } });
  };
}

/** Page for an error that no page handles itself, with the text that the API has for it. */
function errorPage({ message }: { readonly message: string }): HtmlPage {
  const [title, text] = explanations[message] ?? ["That did not work", message];
  return new HtmlPage(title, <p>{text}</p>);
}

const explanations: Readonly<Record<string, readonly [title: string, text: string]>> = {
  "Not Found": ["Page not found", "There is no page at this address, or the application is not registered here."],
  "Server Error": ["Something went wrong", "The server failed. Its log says why; try again later."],
  "Sorry. Your account was suspended": [
    "Your account is suspended",
    "An administrator suspended your account. Ask an administrator of this server to let you in again.",
  ],
};
