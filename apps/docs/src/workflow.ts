import type { OpenApiDocument, Schema } from "@grantbook/contract";
import { codeBlock, jsonBlock } from "./code.js";
import { type Entry, entriesOf } from "./description.js";
import { type Content, type Html, html, joined, permalink } from "./html.js";
import { link, operationLink, referencePath, workflowPath } from "./links.js";
import { block } from "./markdown.js";
import type { Heading, Page } from "./page.js";
import { fieldsOf, fieldTable } from "./reference/fields.js";
import { callerAnchor, methodBadge } from "./reference/operation.js";
import { demo } from "./samples/variables.js";

/**
 * Arazzo document with one workflow: the fields that are shown.
 * @see https://spec.openapis.org/arazzo/v1.0.1.html
 */
export interface Arazzo {
  readonly info: { readonly title: string; readonly summary: string; readonly description: string };
  readonly sourceDescriptions: readonly { readonly name: string; readonly url: string }[];
  readonly workflows: readonly Workflow[];
}

interface Workflow {
  readonly workflowId: string;
  readonly summary: string;
  readonly inputs: Schema;
  readonly steps: readonly Step[];
}

interface Step {
  readonly stepId: string;
  /** In Markdown. */
  readonly description: string;
  readonly operationId: string;
  readonly "x-security"?: readonly { readonly schemeName: string }[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly value: unknown }[];
  readonly requestBody?: { readonly payload: unknown };
  readonly successCriteria: readonly {
    readonly condition: string;
    readonly context?: string;
    readonly type?: string;
  }[];
  readonly outputs?: Readonly<Record<string, string>>;
}

/** Page of a workflow. Throws when the description has no such operation. */
export function workflowPage(
  description: OpenApiDocument,
  file: string,
  { info, sourceDescriptions, workflows }: Arazzo,
): Page {
  const [workflow, ...others] = workflows;
  if (!workflow || others.length > 0)
    throw new Error(`${file}: a page is made of one workflow, not ${workflows.length}`);
  const path = workflowPath(workflow.workflowId);
  const outline = [
    { id: "inputs", title: "Inputs", level: 2 },
    { id: "steps", title: "Steps", level: 2 },
    ...workflow.steps.map(({ stepId }, index) => ({ id: stepId, title: stepTitle(stepId, index), level: 3 })),
    { id: "run", title: "Run it", level: 2 },
  ];
  const content = html`<h1>${info.title}</h1>
<p class="lead">${info.summary}</p>
${block(info.description)}
${heading(outline, "inputs")}
${fieldTable("Input", fieldsOf(description, path, workflow.inputs))}
${heading(outline, "steps")}
${workflow.steps.map((step) => html`<section class="step">${heading(outline, step.stepId)}${stepText(entryOf(description, file, step), step, path)}</section>`)}
${heading(outline, "run")}
<p>The workflow is an Arazzo file, <code>${file}</code>. In a clone of the repository, this command runs it and checks every response against the workflow and the description:</p>
${codeBlock(respectCommand(file, sourceDescriptions, workflow), "sh")}`;
  return { path, title: info.title, summary: info.summary, kind: "workflow", content, outline, sources: [file] };
}

/** Command that runs a workflow. */
function respectCommand(file: string, sourceDescriptions: Arazzo["sourceDescriptions"], { inputs }: Workflow): string {
  const options = Object.keys((inputs.properties ?? {}) as object).map((name) => `--input ${name}=…`);
  const servers = sourceDescriptions.map(({ name, url }) => {
    const { origin } = new URL(demo.api);
    return `--server ${name}=${url.endsWith("flows.yaml") ? origin : demo.api}`;
  });
  return [`node scripts/redocly.js respect ${file}`, ...servers, ...options].join(" \\\n  ");
}

function stepTitle(stepId: string, index: number): string {
  const words = stepId.replaceAll("-", " ");
  return `${index + 1}. ${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function heading(outline: readonly Heading[], id: string): Content {
  const found = outline.find((entry) => entry.id === id);
  if (!found) return undefined;
  const content = html`${found.title} ${permalink(id, found.title)}`;
  return found.level === 2 ? html`<h2 id="${id}">${content}</h2>` : html`<h3 id="${id}">${content}</h3>`;
}

function entryOf(description: OpenApiDocument, file: string, { stepId, operationId: expression }: Step): Entry {
  // A workflow with several source descriptions names the one that has the operation.
  const operationId = expression.replace(/^\$sourceDescriptions\.\w+\./, "");
  const entry = entriesOf(description).find(({ operation }) => operation.operationId === operationId);
  if (!entry) throw new Error(`${file}: the step ${stepId} calls ${operationId}, which the description does not have`);
  return entry;
}

function stepText({ method, path, operation }: Entry, step: Step, from: string): Html {
  const { "x-security": security = [], parameters = [], requestBody, successCriteria, outputs = {} } = step;
  const callers = security.map(
    ({ schemeName }) => html`<a href="${link(from, `${referencePath}#${callerAnchor(schemeName)}`)}">${schemeName}</a>`,
  );
  const conditions = successCriteria.map(({ condition, context, type }) =>
    type === undefined
      ? html`<code>${condition}</code>`
      : html`<code>${context}</code> matches <code>${condition}</code>`,
  );
  const outputList = Object.entries(outputs).map(
    ([name, value]) => html`<code>${name}</code>, from <code>${value}</code>`,
  );
  return html`${block(step.description)}
<p class="route"><a href="${operationLink(from, operation.operationId)}">${methodBadge(method)} <code>${path}</code></a></p>
<dl class="facts">
${callers.length > 0 && html`<dt>Caller</dt><dd>${joined(callers, ", ")}</dd>`}
${parameters.map(({ name, value }) => html`<dt><code>${name}</code></dt><dd><code>${String(value)}</code></dd>`)}
</dl>
${requestBody && jsonBlock(requestBody.payload)}
<dl class="facts">
<dt>Expects</dt><dd>${joined(conditions, "<br>")}</dd>
${outputList.length > 0 && html`<dt>Outputs</dt><dd>${joined(outputList, "<br>")}</dd>`}
</dl>
`;
}
