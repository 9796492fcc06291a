import { describe, expect, test } from "vitest";
import { renderDirective } from "./directives.js";
import { small } from "./small-description-fixture.js";

const render = (comment: string) => renderDirective(small, "guides/a.html", comment).text;

/** Rows of the tables that a directive renders, each as its cells. */
const rowsOf = (markup: string) =>
  [...markup.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => cell),
  );

test.each([
  [
    "the callers have links to the reference",
    "callers",
    [
      ["Caller", "How to authenticate"],
      ['<a href="../index.html#caller/user">user</a>', "Login and <code>password</code>."],
      ['<a href="../index.html#caller/application">application</a>', "Client id and secret."],
      ['<a href="../index.html#caller/token">token</a>', "A token."],
    ],
  ],
  [
    "the descriptions can be downloaded",
    "downloads",
    [
      ["Description", "JSON", "YAML"],
      ["The API", '<a href="../openapi.json">openapi.json</a>', '<a href="../openapi.yaml">openapi.yaml</a>'],
      ["The sign-in flows", '<a href="../flows.json">flows.json</a>', '<a href="../flows.yaml">flows.yaml</a>'],
    ],
  ],
  [
    "the errors are listed by status, each with its messages",
    "errors",
    [
      ["Status", "Meaning and messages"],
      [
        '<a href="../index.html#response/not-found"><span class="status-4">404</span></a>',
        '<p>There is <em>nothing</em>.</p><p class="messages"><q>Not Found</q></p>',
      ],
      [
        '<a href="../index.html#response/invalid-request"><span class="status-4">422</span></a>',
        '<p>It is wrong.</p><p class="messages"><q>Validation Failed</q>, <q>Too &lt;long&gt;</q></p>',
      ],
    ],
  ],
  [
    "headers have the names that responses give them, and an example",
    "headers etag request-id",
    [
      ["Header", "Meaning"],
      [
        "<code>ETag</code>",
        'Tag of the <code>body</code>. <span class="limits">For example <code>&quot;1a&quot;</code>.</span>',
      ],
      ["<code>X-Request-Id</code>", "Id of the request."],
    ],
  ],
  [
    "operations of a tag",
    "operations related",
    [
      ["Operation", "What it does"],
      [
        '<a href="../index.html#meta/root"><span class="method method-get">GET</span> <code>/</code></a>',
        "List the operations",
      ],
    ],
  ],
  [
    "operations of a caller",
    "operations application",
    [
      ["Operation", "What it does"],
      [
        '<a href="../index.html#apps/check-token"><span class="method method-post">POST</span> <code>/applications/{client_id}/token</code></a>',
        "Check a token",
      ],
      [
        '<a href="../index.html#apps/delete-token"><span class="method method-delete">DELETE</span> <code>/applications/{client_id}/token</code></a>',
        "Delete an app token",
      ],
    ],
  ],
  [
    "operations that are deprecated",
    "operations deprecated",
    [
      ["Operation", "What it does"],
      [
        '<a href="../index.html#oauth-authorizations/get-authorization"><span class="method method-get">GET</span> <code>/authorizations/{authorization_id}</code></a>',
        "Get a token",
      ],
    ],
  ],
  [
    "parameters have their limits",
    "parameters client-id otp authorization-id",
    [
      ["Parameter", "Meaning"],
      [
        '<span class="field"><code>client_id</code> <span class="required">required</span><span class="type">string</span></span>',
        'Id of the application. <span class="limits">At most 20 characters.</span>',
      ],
      ['<span class="field"><code>X-OTP</code> <span class="type">string</span></span>', "One-time <code>code</code>."],
      [
        '<span class="field"><code>authorization_id</code> <span class="required">required</span><span class="type">integer</span></span>',
        "Id of the token.",
      ],
    ],
  ],
  [
    "objects have their fields",
    "schema user authorization",
    [
      ["Field", "Meaning"],
      ['<span class="field"><code>login</code> <span class="type">string</span></span>', "Name."],
      ["Field", "Meaning"],
      [
        '<span class="field"><code>id</code> <span class="required">required</span><span class="type">integer</span></span>',
        "Its id.",
      ],
      ['<span class="field"><code>app</code> <span class="type">object</span></span>', ""],
      ['<span class="field depth-1"><code>name</code> <span class="type">string</span></span>', "Its name."],
      [
        '<span class="field"><code>user</code> <span class="type"><a href="../index.html#schema/user">user</a></span></span>',
        "A user.",
      ],
    ],
  ],
  [
    "scopes have those that they include",
    "scopes",
    [
      ["Scope", "Includes"],
      ["<code>user</code>", "<code>read:user</code>, <code>user:email</code>"],
      ["<code>gist</code>", ""],
    ],
  ],
])("%s", (_, comment, rows) => {
  expect(rowsOf(render(comment))).toEqual(rows);
});

test("a timeline has its brown-outs, links and operations", () => {
  const text = render("timelines");
  expect(text).toMatch(
    /^<p><strong>Removed on <time datetime="2020-11-13">13 November 2020<\/time><\/strong><\/p><table>/,
  );
  expect(rowsOf(text)).toEqual([
    ["Event", "Date"],
    ["Deprecated", '<time datetime="2020-02-14T00:00:00Z">14 February 2020</time>'],
    ["Brown-outs", "30 September 2020, 07:00 to 10:00 UTC<br>28 October 2020, 16:00 to 19:00 UTC"],
    ["Removed from github.com", '<time datetime="2020-11-13T16:00:00Z">13 November 2020, 16:00 UTC</time>'],
    ["Announcement", '<a href="https://developer.github.com/notice">GitHub’s notice</a>'],
    ["Use instead", '<a href="https://docs.github.com/successor">GitHub’s page about it</a>'],
    ["Operations (1)", '<a href="../index.html#oauth-authorizations/get-authorization">Get a token</a>'],
  ]);
});

test("a timeline without brown-outs has no row of them", () => {
  const [date = "", timeline] = Object.entries(small["x-timelines"])[0] ?? [];
  const description = { ...small, "x-timelines": { [date]: { ...timeline, brownouts: [] } as never } };
  expect(rowsOf(renderDirective(description, "guides/a.html", "timelines").text).map(([event]) => event)).toEqual([
    "Event",
    "Deprecated",
    "Removed from github.com",
    "Announcement",
    "Use instead",
    "Operations (1)",
  ]);
});

test("a table of objects begins with what each is", () => {
  expect(render("schema user authorization")).toMatch(
    /^<p>A user.<\/p>\n<table>.*<\/table><p>A <strong>token<\/strong>.<\/p>\n<table>/s,
  );
});

test("examples are shown as JSON, those of a response with their cause", () => {
  expect(render("example authorization")).toBe(`<figure class="code"><pre tabindex="0"><code>{
  <span class="name">"id"</span>: <span class="value">1</span>
}</code></pre></figure>
`);
  expect(render("messages invalid-request")).toBe(`<p>Wrong:</p><figure class="code"><pre tabindex="0"><code>{
  <span class="name">"message"</span>: <span class="text">"Validation Failed"</span>
}</code></pre></figure><p>Long:</p><figure class="code"><pre tabindex="0"><code>{
  <span class="name">"message"</span>: <span class="text">"Too &lt;long&gt;"</span>
}</code></pre></figure>
`);
});

test("the extensions of the description have their meaning", () => {
  const [head, ...rows] = rowsOf(render("extensions"));
  expect(head).toEqual(["Extension", "Meaning"]);
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows)
    expect(row).toEqual([expect.stringMatching(/^<code>x-[a-zA-Z-]+<\/code>$/), expect.stringMatching(/\w/)]);
});

test("all operations are listed without a name", () => {
  expect(rowsOf(render("operations")).length).toBe(6);
});

describe("a directive", () => {
  test.each([
    [
      "everything here",
      "unknown directive <!-- everything here -->; known: callers, downloads, errors, extensions, example, headers, messages, operations, parameters, schema, scopes, timelines",
    ],
    ["constructor", "unknown directive <!-- constructor -->"],
    ["operations none", "no operation has the tag or the security scheme none"],
    ["headers etag none", "#/components/headers/none"],
    ["example none", "#/components/examples/none"],
    ["parameters none", "#/components/parameters/none"],
    ["schema none", "#/components/schemas/none"],
    ["messages none", "#/components/responses/none"],
  ])("%j is refused", (comment, problem) => {
    expect(() => render(comment)).toThrow(problem);
  });

  test("of a header that no response has is refused", () => {
    const headers = { ...small.components.headers, odd: { description: "Odd." } };
    const description = { ...small, components: { ...small.components, headers } };
    expect(() => renderDirective(description, "guides/a.html", "headers odd")).toThrow(
      new Error("no response has the header odd"),
    );
  });
});
