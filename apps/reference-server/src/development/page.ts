const headers = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
};

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Grantbook: switches for testing</title>
<style>body { font: 16px/1.5 sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem } pre { overflow-x: auto }</style>
<h1>Switches for testing</h1>
<p>They are here because the server runs with <code>--demo</code>, and they are no part of the API.</p>
<h2>Reset</h2>
<p>Brings users and applications back to the seed, and clock and faults to none.</p>
<pre>curl -X POST localhost:3000/_grantbook/reset</pre>
<h2>Requests</h2>
<p>The last 200 requests to the API, newest first. Secrets are masked.</p>
<pre>curl localhost:3000/_grantbook/requests
curl -X DELETE localhost:3000/_grantbook/requests</pre>
<h2>Clock</h2>
<p>Sets it, moves it by seconds, or stops it: to see tokens expire, a brown-out begin, a one-time code come again.</p>
<pre>curl localhost:3000/_grantbook/clock
curl -X PUT localhost:3000/_grantbook/clock -d '{"now":"2026-12-01T07:00:00Z","stopped":true}'
curl -X PUT localhost:3000/_grantbook/clock -d '{"move":3600}'
curl -X DELETE localhost:3000/_grantbook/clock</pre>
<h2>Faults</h2>
<p>What is to go wrong, for an operation or for each (<code>*</code>): a <code>status</code> that the description declares
as an error, a <code>delay</code> in milliseconds, a <code>cut</code> of the connection <code>before</code> or
<code>after</code> the operation has run, <code>count</code> times or always.</p>
<pre>curl localhost:3000/_grantbook/faults
curl -X PUT localhost:3000/_grantbook/faults -d '[{"operation":"apps/check-token","status":503,"count":2}]'
curl -X PUT localhost:3000/_grantbook/faults -d '{"operation":"*","delay":2000}'
curl -X DELETE localhost:3000/_grantbook/faults</pre>
`;

/** Lists the switches, with commands to copy for `host`, which must be a loopback address. */
export function indexPage(host: string): Response {
  return new Response(page.replaceAll("localhost:3000", host), { headers });
}
