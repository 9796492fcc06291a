import { readFileSync } from "node:fs";
import { operationTable } from "@grantbook/contract";
import { packageFolder } from "../package-folder.js";

const security = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; " +
    "base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
};

const read = (name: string) => readFileSync(new URL(`assets/${name}`, packageFolder), "utf8");

/** Serves the script and the styles of the page. Returns `undefined` for any other path. */
export function pageAsset(path: string): Response | undefined {
  const types: Readonly<Record<string, string>> = { "/live-page.js": "text/javascript", "/live-page.css": "text/css" };
  const type = types[path];
  if (type === undefined) return undefined;
  const headers = { ...security, "Content-Type": `${type}; charset=utf-8` };
  return new Response(read(path.slice(1)), { headers });
}

/** The live page, with commands to copy for `host`. Links are relative: a proxy may add a path. */
export function indexPage(host: string): Response {
  const headers = { ...security, "Content-Type": "text/html; charset=utf-8" };
  return new Response(page.replaceAll("HOST", host), { headers });
}

const operations = ["*", ...Object.keys(operationTable)].map(
  (id) => `<option value="${id}">${id === "*" ? "every operation" : id}</option>`,
);
const statuses = [...new Set(Object.values(operationTable).flatMap(({ statuses }) => [...statuses] as number[]))]
  .filter((status) => status >= 400)
  .sort((a, b) => a - b);
const effects = [
  ...[500, ...statuses.filter((status) => status !== 500)].map((status) => [
    `status ${status}`,
    `respond with ${status}`,
  ]),
  ["delay 2000", "wait for 2 seconds"],
  ["delay 10000", "wait for 10 seconds"],
  ["cut before", "cut the connection before the operation"],
  ["cut after", "cut the connection after the operation"],
].map(([value, text]) => `<option value="${value}">${text}</option>`);

const table = (
  id: string,
  caption: string,
  columns: readonly string[],
  none: string,
) => `<div class="scroll" tabindex="0" role="region" aria-label="${caption}, as a table">
<table><thead><tr>${columns.map((column) => `<th scope="col">${column}</th>`).join("")}</tr></thead><tbody id="${id}"></tbody></table>
<p id="${id}-none">${none}</p></div>`;

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Test helpers · Grantbook</title>
<link rel="icon" href="../docs/assets/icon.svg">
<link rel="stylesheet" href="../docs/assets/style.css">
<link rel="stylesheet" href="live-page.css">
<script src="../docs/assets/theme.js"></script>
<script src="live-page.js" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<a class="brand" href="../">Grantbook <span>test helpers</span></a>
<a href="../docs/guides/test-helpers.html">Guide</a>
<span id="live" role="status">Live</span>
</header>
<main id="content">
<h1>Test helpers</h1>
<p class="lead">They are here because the server runs with <code>--demo</code>, and they are no part of the API.</p>
<noscript><p class="notice">Without JavaScript this page shows nothing by itself; the commands at its end work.</p></noscript>
<p id="message" role="status"></p>
<div class="panels">
<section aria-labelledby="clock-title">
<h2 id="clock-title">Clock</h2>
<p><strong id="clock-now"></strong></p>
<form id="clock-move">
<label for="clock-hours">Hours to move it by</label>
<input id="clock-hours" type="number" value="24" step="any" required>
<button type="submit">Move</button>
<button type="button" id="clock-toggle">Stop it</button>
<button type="button" id="clock-system">Time of the system</button>
</form>
</section>
<section aria-labelledby="fault-title">
<h2 id="fault-title">Make something fail</h2>
<form id="fault">
<label for="fault-operation">What</label>
<select id="fault-operation">${operations.join("")}</select>
<label for="fault-effect">How</label>
<select id="fault-effect">${effects.join("")}</select>
<label for="fault-count">How many times (empty: always)</label>
<input id="fault-count" type="number" min="1" value="1">
<button type="submit">Set the fault</button>
<button type="button" id="clear-faults">Remove all faults</button>
</form>
${table("faults", "Faults that are set", ["Operation", "Effect", "How often"], "No faults are set.")}
</section>
<section aria-labelledby="reset-title">
<h2 id="reset-title">Start again</h2>
<p>Deletes all tokens, brings users and applications back to the seed, and sets clock and faults to none.</p>
<button type="button" id="reset">Reset</button>
</section>
</div>
<section class="wide" aria-labelledby="requests-title">
<h2 id="requests-title">Requests</h2>
<p>The last 200 requests to the API, newest first, as they come. Secrets are masked.</p>
${table("requests", "Requests", ["Time", "Status", "Request", "Reason"], "No requests yet.")}
<button type="button" id="clear-requests">Clear the list</button>
</section>
<section class="wide" aria-labelledby="tokens-title">
<h2 id="tokens-title">Who has which tokens</h2>
${table("tokens", "Tokens", ["User", "Application", "Note", "Scopes", "Ends with", "Expires"], "No tokens yet.")}
</section>
<section class="wide" aria-labelledby="commands-title">
<h2 id="commands-title">The same from a terminal</h2>
<pre tabindex="0"><code>curl -X POST HOST/_grantbook/reset
curl HOST/_grantbook/requests
curl HOST/_grantbook/tokens
curl -X PUT HOST/_grantbook/clock -d '{"move":3600}'
curl -X PUT HOST/_grantbook/faults -d '[{"operation":"apps/check-token","status":503,"count":2}]'</code></pre>
</section>
<footer>Grantbook is not made, endorsed or supported by GitHub.</footer>
</main>
</body>
</html>
`;
