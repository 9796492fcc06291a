import { expect, test } from "vitest";
import { html } from "../html.js";
import { small } from "../small-description-fixture.js";
import { referencePage } from "./reference-page.js";

test("the reference has every operation in its group, then what they share", () => {
  const { content, ...page } = referencePage(small, html`START`, []);
  expect(page).toEqual({
    path: "index.html",
    title: "API reference",
    summary: "A & B.",
    kind: "reference",
    outline: [],
    sources: ["openapi/openapi.yaml", "openapi/flows.yaml"],
  });
  // The sections of operations have tests of their own.
  const operation = /<section id="((?:apps|meta|oauth-authorizations)\/[^"]*)">.*?<\/section>\n/gs;
  expect(content.text.replaceAll(operation, "[$1]\n")).toBe(`<h1>Small API <small>1.2.3</small></h1>
<p class="lead">A &amp; B.</p>
START
<section id="overview"><h2>Overview</h2>
<p><em>Small</em>.</p>

</section>
<section id="tag/apps" class="group"><h2>Applications</h2>
<p>Of <strong>apps</strong>.</p>

<ul class="list"><li><a href="#apps/check-token"><span class="method method-post">POST</span> <code>/applications/{client_id}/token</code></a> <span class="summary">Check a token</span></li><li><a href="#apps/delete-token"><span class="method method-delete">DELETE</span> <code>/applications/{client_id}/token</code></a> <span class="summary">Delete an app token</span></li><li><a href="#oauth-authorizations/get-authorization"><span class="method method-get">GET</span> <code>/authorizations/{authorization_id}</code></a> <span class="summary">Get a token</span></li><li><a href="#oauth-authorizations/update-authorization"><span class="method method-patch">PATCH</span> <code>/authorizations/{authorization_id}</code></a> <span class="summary">Update a token</span></li></ul>
</section>
[apps/check-token]
[apps/delete-token]
[oauth-authorizations/get-authorization]
[oauth-authorizations/update-authorization]
<section id="tag/related" class="group"><h2>Related</h2>
<p>Others.</p>

<ul class="list"><li><a href="#meta/root"><span class="method method-get">GET</span> <code>/</code></a> <span class="summary">List the operations</span></li></ul>
</section>
[meta/root]

<section id="callers" class="group"><h2>Callers</h2></section><section id="caller/user"><h3>user <a class="permalink" href="#caller/user" aria-label="Link to user">#</a></h3><p>Scheme: <code>basic</code></p><p>Login and <code>password</code>.</p>
</section>
<section id="caller/application"><h3>application <a class="permalink" href="#caller/application" aria-label="Link to application">#</a></h3><p>Scheme: <code>basic</code></p><p>Client id and secret.</p>
</section>
<section id="caller/token"><h3>token <a class="permalink" href="#caller/token" aria-label="Link to token">#</a></h3><p>Scheme: <code>bearer</code></p><p>A token.</p>
</section>

<section id="schemas" class="group"><h2>Objects</h2></section><section id="schema/authorization"><h3>An authorization <a class="permalink" href="#schema/authorization" aria-label="Link to An authorization">#</a></h3><p>A <strong>token</strong>.</p>
<table>
<thead><tr><th scope="col">Field</th><th scope="col">Meaning</th></tr></thead>
<tbody>
<tr><th scope="row"><span class="field"><code>id</code> <span class="required">required</span><span class="type">integer</span></span></th><td>Its id.</td></tr>
<tr><th scope="row"><span class="field"><code>app</code> <span class="type">object</span></span></th><td></td></tr>
<tr><th scope="row"><span class="field depth-1"><code>name</code> <span class="type">string</span></span></th><td>Its name.</td></tr>
<tr><th scope="row"><span class="field"><code>user</code> <span class="type"><a href="#schema/user">user</a></span></span></th><td>A user.</td></tr>
</tbody>
</table></section>
<section id="schema/user"><h3>user <a class="permalink" href="#schema/user" aria-label="Link to user">#</a></h3><p>A user.</p>
<table>
<thead><tr><th scope="col">Field</th><th scope="col">Meaning</th></tr></thead>
<tbody>
<tr><th scope="row"><span class="field"><code>login</code> <span class="type">string</span></span></th><td>Name.</td></tr>
</tbody>
</table></section>

<section id="responses" class="group"><h2>Shared responses</h2></section><section id="response/not-found"><h3>Not found <a class="permalink" href="#response/not-found" aria-label="Link to Not found">#</a></h3><p>There is <em>nothing</em>.</p>
<p class="headers">Headers: <a href="#header/request-id"><code>X-Request-Id</code></a>, <a href="#header/after"><code>Retry-After</code></a></p><p>Of <code>another</code></p><figure class="code"><pre tabindex="0"><code>{
  <span class="name">"message"</span>: <span class="text">"Not Found"</span>
}</code></pre></figure></section>
<section id="response/invalid-request"><h3>Invalid request <a class="permalink" href="#response/invalid-request" aria-label="Link to Invalid request">#</a></h3><p>It is wrong.</p>
<p class="headers">Headers: <a href="#header/request-id"><code>X-Request-Id</code></a>, <a href="#header/after"><code>Retry-After</code></a>, <code>X-Odd</code> (Odd)</p><p>Wrong</p><figure class="code"><pre tabindex="0"><code>{
  <span class="name">"message"</span>: <span class="text">"Validation Failed"</span>
}</code></pre></figure><p>Long</p><figure class="code"><pre tabindex="0"><code>{
  <span class="name">"message"</span>: <span class="text">"Too &lt;long&gt;"</span>
}</code></pre></figure></section>

<section id="request-headers" class="group"><h2>Headers of requests</h2></section><p>Each operation names those that it reads.</p>
<table>
<thead><tr><th scope="col">Header</th><th scope="col">Meaning</th></tr></thead>
<tbody>
<tr><th scope="row"><span id="request-header/x-otp" class="field"><code>X-OTP</code> <span class="type">string</span></span></th><td>One-time <code>code</code>.</td></tr>
</tbody>
</table>
<section id="headers" class="group"><h2>Headers of responses</h2></section><p>Each response names those that it has.</p>
<dl><dt id="header/etag"><code>ETag</code></dt><dd>Tag of the <code>body</code>.</dd><dt id="header/request-id"><code>X-Request-Id</code></dt><dd>Id of the request.</dd><dt id="header/after"><code>Retry-After</code></dt><dd>Seconds to wait.</dd></dl>`);
});
