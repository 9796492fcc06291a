import { describe, expect, test } from "vitest";
import { entryOf, small, smallFlows } from "../small-description-fixture.js";
import { withFlows } from "../with-flows.js";
import { operationSection, type Place } from "./operation.js";
import { operationPage } from "./operation-page.js";

const reference: Place = { description: small, from: "index.html", changes: [] };
const description = withFlows(small, smallFlows);

const sectionOf = (id: string) => operationSection(reference, entryOf(id)).text;
const ownSectionOf = (id: string) =>
  operationSection({ ...reference, from: `operations/${id}.html` }, entryOf(id)).text;
const sectionOfFlow = () =>
  operationSection({ ...reference, description }, entryOf("oauth/create-device-code", description)).text;

/** What a section says of an operation, in front of the samples. */
const wordsOf = (section: string) =>
  section.split('<div class="words">\n')[1]?.split('</div>\n<div class="samples">')[0] ?? "";
const samplesOf = (section: string) => section.split('<div class="samples">\n')[1] ?? "";

describe("the words about an operation", () => {
  test("have its parameters, body and responses, with links to what is shared", () => {
    expect(
      wordsOf(sectionOf("apps/check-token")),
    ).toBe(`<p class="route"><span class="method method-post">POST</span> <code>/<wbr>applications/<wbr>{client_id}/<wbr>token</code></p>


<p>Checks a token.</p>

<dl class="facts">
<dt>Callers</dt><dd><a href="#caller/application">application</a></dd>
<dt>Operation id</dt><dd><code>apps/check-token</code></dd>
<dt>Method of the client</dt><dd><code>tokens.check</code></dd>
<dt>Source</dt><dd><code>openapi/<wbr>paths/<wbr>applications_{client_id}_token.yaml</code></dd>
<dt>GitHub</dt><dd><a href="https://docs.github.com/rest#check">GitHub’s documentation</a></dd>
<dt>Page</dt><dd><a href="operations/apps/check-token.html">this operation alone</a></dd>
</dl>
<h4>Parameters</h4>
<table>
<thead><tr><th scope="col">Parameter</th><th scope="col">Meaning</th></tr></thead>
<tbody>
<tr><th scope="row"><span class="field"><code>client_id</code> <span class="required">required</span><span class="type">string, in the path</span></span></th><td>Id of the application. <span class="limits">At most 20 characters; for example <code>Iv1.8a61f9b3a7aba766</code>.</span></td></tr>
</tbody>
</table>
<p class="headers">Headers: <a href="#request-header/x-otp"><code>X-OTP</code></a></p>
<h4>Request body</h4>
<p>Required. Unknown fields are rejected.</p><table>
<thead><tr><th scope="col">Field</th><th scope="col">Meaning</th></tr></thead>
<tbody>
<tr><th scope="row"><span class="field"><code>access_token</code> <span class="required">required</span><span class="type">string</span></span></th><td>The <em>token</em>.</td></tr>
</tbody>
</table>
<h4>Responses</h4>
<table>
<thead><tr><th scope="col">Status</th><th scope="col">Meaning and content</th></tr></thead>
<tbody>
<tr><th scope="row"><span class="status-2">200</span></th><td><p>It is <code>valid</code>.</p><p class="body">Body: <a href="#schema/authorization">An authorization</a></p><p class="headers">Headers: <a href="#header/etag"><code>ETag</code></a></p></td></tr>
<tr><th scope="row"><span class="status-4">404</span></th><td><p>There is <em>nothing</em>.</p><p class="body">Body: object</p><p class="messages"><q>Not Found</q> <a href="#response/not-found">Examples</a></p></td></tr>
<tr><th scope="row"><span class="status-4">422</span></th><td><p>It is wrong.</p><p class="body">Body: object</p><p class="headers">Headers: <code>X-Odd</code> (Odd)</p><p class="messages"><q>Validation Failed</q>, <q>Too &lt;long&gt;</q> <a href="#response/invalid-request">Examples</a></p></td></tr>
</tbody>
</table>
<p class="headers">Headers of every response: <a href="#header/request-id"><code>X-Request-Id</code></a></p>
<p class="headers">Headers of every error: <a href="#header/after"><code>Retry-After</code></a></p>
`);
  });

  test("on a page of its own have links to the reference, and a title of the first level", () => {
    const section = ownSectionOf("apps/delete-token");
    expect(section.split('<div class="operation">')[0]).toBe(
      '<section id="apps/delete-token">\n<h1>Delete an app token</h1>\n',
    );
    expect(
      wordsOf(section),
    ).toBe(`<p class="route"><span class="method method-delete">DELETE</span> <code>/<wbr>applications/<wbr>{client_id}/<wbr>token</code></p>


<p>Deletes a token.</p>

<dl class="facts">
<dt>Callers</dt><dd><a href="../../index.html#caller/application">application</a></dd>
<dt>Operation id</dt><dd><code>apps/delete-token</code></dd>
<dt>Method of the client</dt><dd><code>tokens.delete</code></dd>
<dt>Source</dt><dd><code>openapi/<wbr>paths/<wbr>applications_{client_id}_token.yaml</code></dd>
<dt>GitHub</dt><dd><a href="https://docs.github.com/rest#delete">GitHub’s documentation</a></dd>
<dt>Page</dt><dd><a href="../../index.html#apps/delete-token">all operations</a></dd>
</dl>
<h2>Parameters</h2>
<table>
<thead><tr><th scope="col">Parameter</th><th scope="col">Meaning</th></tr></thead>
<tbody>
<tr><th scope="row"><span class="field"><code>client_id</code> <span class="required">required</span><span class="type">string, in the path</span></span></th><td>Id of the application. <span class="limits">At most 20 characters; for example <code>Iv1.8a61f9b3a7aba766</code>.</span></td></tr>
</tbody>
</table>

<h2>Request body</h2>
<p>Optional.</p>
<h2>Responses</h2>
<table>
<thead><tr><th scope="col">Status</th><th scope="col">Meaning and content</th></tr></thead>
<tbody>
<tr><th scope="row"><span class="status-2">204</span></th><td><p>It is deleted.</p></td></tr>
<tr><th scope="row"><span class="status-4">404</span></th><td><p>There is <em>nothing</em>.</p><p class="body">Body: object</p><p class="messages"><q>Not Found</q> <a href="../../index.html#response/not-found">Examples</a></p></td></tr>
</tbody>
</table>

<p class="headers">Headers of every error: <a href="../../index.html#header/request-id"><code>X-Request-Id</code></a>, <a href="../../index.html#header/after"><code>Retry-After</code></a></p>
`);
  });

  test("begin with the deprecation, and say why a status never comes", () => {
    expect(
      wordsOf(sectionOf("oauth-authorizations/get-authorization")),
    ).toBe(`<p class="route"><span class="method method-get">GET</span> <code>/<wbr>authorizations/<wbr>{authorization_id}</code></p>

<p class="notice"><strong>Deprecated</strong> since <time datetime="2020-02-14T00:00:00Z">14 February 2020</time>. GitHub removed it from github.com on <time datetime="2020-11-13T16:00:00Z">13 November 2020</time>; Enterprise Server still has it. Use <a href="https://docs.github.com/successor">what replaces it</a>, and see <a href="guides/deprecation.html">the timeline, and how to rehearse the removal</a>.</p>
<p>Gets a token.</p>

<dl class="facts">
<dt>Callers</dt><dd><a href="#caller/user">user</a></dd>
<dt>Operation id</dt><dd><code>oauth-authorizations/get-authorization</code></dd>
<dt>Method of the client</dt><dd><code>authorizations.get</code></dd>
<dt>Source</dt><dd><code>openapi/<wbr>paths/<wbr>authorizations_{authorization_id}.yaml</code></dd>
<dt>GitHub</dt><dd><a href="https://docs.github.com/rest#get">GitHub’s documentation</a></dd>
<dt>Page</dt><dd><a href="operations/oauth-authorizations/get-authorization.html">this operation alone</a></dd>
</dl>
<h4>Parameters</h4>
<table>
<thead><tr><th scope="col">Parameter</th><th scope="col">Meaning</th></tr></thead>
<tbody>
<tr><th scope="row"><span class="field"><code>authorization_id</code> <span class="required">required</span><span class="type">integer, in the path</span></span></th><td>Id of the token. <span class="limits">For example <code>12</code>.</span></td></tr>
</tbody>
</table>


<h4>Responses</h4>
<table>
<thead><tr><th scope="col">Status</th><th scope="col">Meaning and content</th></tr></thead>
<tbody>
<tr><th scope="row"><span class="status-2">200</span></th><td><p>The token.</p></td></tr>
<tr><th scope="row"><span class="status-3">304</span></th><td><p>Unchanged.</p><p>Never.</p></td></tr>
</tbody>
</table>


`);
  });

  test("say where an operation of the sign-in flows is", () => {
    expect(
      wordsOf(sectionOfFlow()),
    ).toBe(`<p class="route"><span class="method method-post">POST</span> <code>/<wbr>login/<wbr>device/<wbr>code</code></p>


<p>Begins it.</p>

<dl class="facts">
<dt>Callers</dt><dd>anyone</dd>
<dt>Operation id</dt><dd><code>oauth/create-device-code</code></dd>
<dt>Address</dt><dd>below the site, not below <code>/api/v3</code></dd>
<dt>Source</dt><dd><code>openapi/<wbr>flows.yaml</code></dd>
<dt>GitHub</dt><dd><a href="https://docs.github.com/rest#device">GitHub’s documentation</a></dd>
<dt>Page</dt><dd><a href="operations/oauth/create-device-code.html">this operation alone</a></dd>
</dl>

<h4>Request body</h4>
<p>Required.</p>
<h4>Responses</h4>
<table>
<thead><tr><th scope="col">Status</th><th scope="col">Meaning and content</th></tr></thead>
<tbody>
<tr><th scope="row"><span class="status-2">200</span></th><td><p>A code.</p><p class="headers">Headers: <a href="#header/etag"><code>ETag</code></a></p></td></tr>
<tr><th scope="row"><span class="status-4">404</span></th><td><p>Wrong.</p></td></tr>
</tbody>
</table>


`);
  });

  test("are below a title with a link to it", () => {
    expect(sectionOf("apps/check-token").split('<div class="operation">')[0]).toBe(
      '<section id="apps/check-token">\n<h3>Check a token <a class="permalink" href="#apps/check-token" aria-label="Link to Check a token">#</a></h3>\n',
    );
  });

  test("name anyone before the callers", () => {
    expect(sectionOf("meta/root")).toContain('<dt>Callers</dt><dd>anyone or <a href="#caller/token">token</a></dd>');
  });
});

describe("the samples of an operation", () => {
  const samples = () => samplesOf(sectionOf("oauth-authorizations/get-authorization"));

  test("are in each language, with buttons for a script", () => {
    expect(samples()).toMatch(/^<div class="languages needs-script"><\/div>\n<div class="sample" data-sample="curl">/);
    expect([...samples().matchAll(/data-sample="(\w+)"><h4>(.*?)<\/h4>/g)].map(([, ...found]) => found)).toEqual([
      ["curl", "curl"],
      ["typescript", "TypeScript"],
      ["octokit", "JavaScript (octokit)"],
      ["python", "Python"],
      ["gh", "gh api"],
    ]);
    expect(samples()).toContain(
      '</figure></div>\n\n<div class="console needs-script needs-server"><button class="try">Try it</button></div>\n<div class="response">',
    );
  });

  test("have marks around the values that a server replaces", () => {
    const marks = [...samples().matchAll(/<data value="([^"]*)">(.*?)<\/data>/g)].map(([, ...found]) => found);
    const id = "oauth-authorizations/get-authorization";
    expect(marks).toEqual(
      Array(5)
        .fill([
          [`${id} login`, "octocat"],
          [`${id} password`, "demo-password"],
          [`${id} authorization_id`, "12"],
        ])
        .flat(),
    );
  });

  test("of the sign-in flows are for a shell alone", () => {
    expect(
      samplesOf(sectionOfFlow()),
    ).toBe(`<div class="sample"><h4>curl</h4><figure class="code"><pre tabindex="0"><code>SITE=http://127.0.0.1:3000
CLIENT_ID=abcde12345fghij67890

curl <span class="text">"<span class="name">$SITE</span>/login/device/code"</span> \\
  --header <span class="text">"Accept: application/json"</span> \\
  --data @- &lt;&lt;<span class="text">JSON
{
  "client_id": "$CLIENT_ID",
  "scope": "user"
}
JSON</span></code></pre></figure></div>
<div class="response"><h4>Response <span class="status-2">200</span></h4>
<p>No body.</p></div>
</div>
</div>
</section>
`);
  });

  test("end with each success, and its examples", () => {
    const responsesOf = (section: string) => section.slice(section.indexOf('<div class="response">'));
    expect(
      responsesOf(sectionOf("apps/check-token")),
    ).toBe(`<div class="response"><h4>Response <span class="status-2">200</span></h4>
<p>A valid token</p><figure class="code"><pre tabindex="0"><code>{
  <span class="name">"id"</span>: <span class="value">1</span>
}</code></pre></figure></div>
</div>
</div>
</section>
`);
    expect(
      responsesOf(ownSectionOf("apps/delete-token")),
    ).toBe(`<div class="response"><h2>Response <span class="status-2">204</span></h2>
<p>No body.</p></div>
</div>
</div>
</section>
`);
  });
});

test("the page of an operation has its section, and the file it is made from", () => {
  const entry = entryOf("apps/check-token");
  expect(operationPage(small, entry, [])).toEqual({
    path: "operations/apps/check-token.html",
    title: "Check a token",
    summary: "POST /applications/{client_id}/token: parameters, responses and samples.",
    kind: "operation",
    content: operationSection({ ...reference, from: "operations/apps/check-token.html" }, entry),
    outline: [],
    sources: ["openapi/paths/applications_{client_id}_token.yaml"],
  });
});
