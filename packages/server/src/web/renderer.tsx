import type { Renderer } from "../http/response.js";
import { siteHeaders } from "../http/site-headers.js";
import { copyScriptSource } from "./copy-script.js";
import { HtmlPage } from "./html-page.js";
import { Layout } from "./layout.js";
import { styleSource } from "./style.js";

/**
 * Renderer of pages. Pages are never cached or framed, run no script but the one that copies a secret, load nothing,
 * and send no address of their own to other sites. There is no `form-action`: browsers apply it to the redirect to an
 * application after a form, too.
 */
export function htmlRenderer(site: string): Renderer {
  const fixed = {
    ...siteHeaders(site),
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": `default-src 'none'; style-src ${styleSource}; img-src data:; base-uri 'none'; frame-ancestors 'none'`,
    "X-Frame-Options": "DENY",
  };
  const fixedWithScript = {
    ...fixed,
    "Content-Security-Policy": fixed["Content-Security-Policy"].replace(
      "; img-src",
      `; script-src ${copyScriptSource}; img-src`,
    ),
  };
  return ({ status, headers, body }, { request, requestId }) => {
    const page = body === undefined || body instanceof HtmlPage ? body : errorPage(body as { message: string });
    const html = page && `<!doctype html>${<Layout page={page} site={site} />}`;
    const content = request.method === "HEAD" ? null : (html ?? null);
    const all = page?.hasCopyButton ? fixedWithScript : fixed;
    return new Response(content, { status, headers: { ...all, "X-GitHub-Request-Id": requestId, ...headers } });
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
