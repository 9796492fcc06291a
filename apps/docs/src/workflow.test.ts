import { expect, test } from "vitest";
import { small } from "./small-description-fixture.js";
import { type Arazzo, workflowPage } from "./workflow.js";

const file = "openapi/workflows/get.arazzo.yaml";

const workflow: Arazzo["workflows"][number] = {
  workflowId: "get-a-token",
  summary: "",
  inputs: {
    type: "object",
    required: ["login"],
    properties: { login: { type: "string", description: "Name." }, otp: { type: "string", description: "Code." } },
  },
  steps: [
    {
      stepId: "ask-first",
      description: "It *asks*.",
      operationId: "apps/check-token",
      "x-security": [{ schemeName: "user" }, { schemeName: "token" }],
      parameters: [
        { name: "client_id", in: "path", value: "$inputs.id" },
        { name: "n", in: "query", value: 5 },
      ],
      requestBody: { payload: { a: 1 } },
      successCriteria: [
        { condition: "$statusCode == 200" },
        { context: "$response.body", condition: "^a<b$", type: "regex" },
      ],
      outputs: { token: "$response.body#/token", id: "$response.body#/id" },
    },
    {
      stepId: "end",
      description: "End.",
      operationId: "$sourceDescriptions.api.meta/root",
      successCriteria: [{ condition: "$statusCode == 204" }],
    },
  ],
};

const pageOf = (...workflows: readonly (typeof workflow)[]) =>
  workflowPage(small, file, {
    info: { title: "Get a token", summary: "A & B.", description: "*How*." },
    sourceDescriptions: [
      { name: "api", url: "../openapi.yaml" },
      { name: "flows", url: "../flows.yaml" },
    ],
    workflows,
  });

test("a workflow has its inputs, its steps, and the command that runs it", () => {
  const { content, ...page } = pageOf(workflow);
  expect(page).toEqual({
    path: "workflows/get-a-token.html",
    title: "Get a token",
    summary: "A & B.",
    kind: "workflow",
    outline: [
      { id: "inputs", title: "Inputs", level: 2 },
      { id: "steps", title: "Steps", level: 2 },
      { id: "ask-first", title: "1. Ask first", level: 3 },
      { id: "end", title: "2. End", level: 3 },
      { id: "run", title: "Run it", level: 2 },
    ],
    sources: [file],
  });
  expect(content.text).toBe(`<h1>Get a token</h1>
<p class="lead">A &amp; B.</p>
<p><em>How</em>.</p>

<h2 id="inputs">Inputs <a class="permalink" href="#inputs" aria-label="Link to Inputs">#</a></h2>
<table>
<thead><tr><th scope="col">Input</th><th scope="col">Meaning</th></tr></thead>
<tbody>
<tr><th scope="row"><span class="field"><code>login</code> <span class="required">required</span><span class="type">string</span></span></th><td>Name.</td></tr>
<tr><th scope="row"><span class="field"><code>otp</code> <span class="type">string</span></span></th><td>Code.</td></tr>
</tbody>
</table>
<h2 id="steps">Steps <a class="permalink" href="#steps" aria-label="Link to Steps">#</a></h2>
<section class="step"><h3 id="ask-first">1. Ask first <a class="permalink" href="#ask-first" aria-label="Link to 1. Ask first">#</a></h3><p>It <em>asks</em>.</p>

<p class="route"><a href="../index.html#apps/check-token"><span class="method method-post">POST</span> <code>/applications/{client_id}/token</code></a></p>
<dl class="facts">
<dt>Caller</dt><dd><a href="../index.html#caller/user">user</a>, <a href="../index.html#caller/token">token</a></dd>
<dt><code>client_id</code></dt><dd><code>$inputs.id</code></dd><dt><code>n</code></dt><dd><code>5</code></dd>
</dl>
<figure class="code"><pre tabindex="0"><code>{
  <span class="name">"a"</span>: <span class="value">1</span>
}</code></pre></figure>
<dl class="facts">
<dt>Expects</dt><dd><code>$statusCode == 200</code><br><code>$response.body</code> matches <code>^a&lt;b$</code></dd>
<dt>Outputs</dt><dd><code>token</code>, from <code>$response.body#/token</code><br><code>id</code>, from <code>$response.body#/id</code></dd>
</dl>
</section><section class="step"><h3 id="end">2. End <a class="permalink" href="#end" aria-label="Link to 2. End">#</a></h3><p>End.</p>

<p class="route"><a href="../index.html#meta/root"><span class="method method-get">GET</span> <code>/</code></a></p>
<dl class="facts">


</dl>

<dl class="facts">
<dt>Expects</dt><dd><code>$statusCode == 204</code></dd>

</dl>
</section>
<h2 id="run">Run it <a class="permalink" href="#run" aria-label="Link to Run it">#</a></h2>
<p>The workflow is an Arazzo file, <code>openapi/workflows/get.arazzo.yaml</code>. In a clone of the repository, this command runs it and checks every response against the workflow and the description:</p>
<figure class="code"><pre tabindex="0"><code>node scripts/redocly.js respect openapi/workflows/get.arazzo.yaml \\
  --server api=http://127.0.0.1:3000/api/v3 \\
  --server flows=http://127.0.0.1:3000 \\
  --input login=… \\
  --input otp=…</code></pre></figure>`);
});

test("a workflow without inputs has no table of them", () => {
  const { text } = pageOf({ ...workflow, inputs: {} }).content;
  expect(text).not.toContain("<table>");
  expect(text).not.toContain("--input");
});

test("a page is made of one workflow", () => {
  expect(() => pageOf()).toThrow(new Error(`${file}: a page is made of one workflow, not 0`));
  expect(() => pageOf(workflow, workflow)).toThrow(new Error(`${file}: a page is made of one workflow, not 2`));
});

test("a step that calls what is not described is named", () => {
  const [first] = workflow.steps;
  const steps = [{ ...first, operationId: "$sourceDescriptions.api.apps/none" } as never];
  expect(() => pageOf({ ...workflow, steps })).toThrow(
    new Error(`${file}: the step ask-first calls apps/none, which the description does not have`),
  );
});
