import { docsPath } from "./docs.js";

const headers = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-cache",
  Vary: "accept",
};

/**
 * Responds to a browser's request for `/` with a page of links, and to one for its icon. Returns `undefined` for any
 * other request, and for a browser with a session: the server has a page for its user. `hasSwitches` adds a link to the
 * test helpers.
 */
export function serveStartPage({ method, url, headers: sent }: Request, hasSwitches: boolean): Response | undefined {
  if (method !== "GET" && method !== "HEAD") return undefined;
  const { pathname } = new URL(url);
  if (pathname === "/favicon.ico") {
    return new Response(null, { status: 302, headers: { Location: `${docsPath.slice(1)}/assets/icon.svg` } });
  }
  if (pathname !== "/" || !sent.get("accept")?.includes("text/html")) return undefined;
  if (/user_session=/.test(sent.get("cookie") ?? "")) return undefined;
  return new Response(method === "HEAD" ? null : page(hasSwitches), { headers });
}

// Links are relative: the public address may have a path.
const page = (hasSwitches: boolean) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Grantbook</title>
<link rel="icon" href="docs/assets/icon.svg">
<link rel="stylesheet" href="docs/assets/style.css">
<script src="docs/assets/theme.js"></script>
</head>
<body class="start">
<header class="top"><a class="brand" href="./">Grantbook</a></header>
<main>
<h1>Grantbook</h1>
<p class="lead">This server has GitHub Enterprise Server's OAuth Authorizations API below <code>/api/v3</code>, and the
sign-in flows that replace it.</p>
<ul>
<li><a href="docs/">Documentation</a>: guides and the reference of the API</li>
<li><a href="login">Sign in</a> as a user${hasSwitches ? "; the page says who can, and with which password" : ""}</li>
<li><a href="settings/applications">Settings</a> of a user: applications, tokens, two-factor authentication</li>
<li><a href="ready">Health</a>: whether the server accepts requests</li>
${hasSwitches ? '<li><a href="_grantbook/">Test helpers</a>: clock, faults, recent requests, reset</li>\n' : ""}</ul>
</main>
</body>
</html>
`;
