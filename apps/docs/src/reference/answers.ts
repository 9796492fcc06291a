import { type Answer, type Description, type Example, type Reference, resolve } from "@grantbook/contract";
import { statusBadge } from "../code.js";
import { componentName } from "../description.js";
import { type Content, type Html, html, joined } from "../html.js";
import { inline } from "../markdown.js";
import { table } from "../table.js";
import { typeOf } from "./type.js";

interface Header {
  readonly description: string;
}

/** Where an answer that several operations share has its place on the reference page. */
export function answerAnchor(name: string): string {
  return `answer/${name}`;
}

/** The answers of an operation by status: when they come, with which headers, and what is in them. */
export function answerTable(
  description: Description,
  responses: { readonly [status: string]: Answer | Reference },
): Html | undefined {
  return table(
    ["Status", "When, and what is in it"],
    Object.entries(responses).map(([status, node]) => {
      const answer = resolve<Answer>(description, node);
      return [
        statusBadge(status),
        html`<p>${inline(answer.description)}</p>
${answer["x-unreachable"] && html`<p>${inline(answer["x-unreachable"])}</p>`}
${bodyOf(description, answer)}
${headerList(description, answer)}
${messages(description, node, answer)}`,
      ];
    }),
  );
}

/** The examples of a body, each with what it shows. */
export function examplesOf(
  description: Description,
  content: NonNullable<Answer["content"]>[string] | undefined,
): Example[] {
  return Object.values(content?.examples ?? {}).map((example) => resolve<Example>(description, example));
}

/** The JSON of an answer or a request, where it has one. */
export function jsonOf({ content }: Pick<Answer, "content">): NonNullable<Answer["content"]>[string] | undefined {
  return content?.["application/json"];
}

function bodyOf(description: Description, answer: Answer): Content {
  const content = jsonOf(answer);
  return content && html`<p class="body">Body: ${typeOf(description, content.schema)}</p>`;
}

/** The headers that an answer has beside those of all answers. */
export function headerList(description: Description, { headers = {} }: Answer): Content {
  const rows = Object.entries(headers).map(([name, node]) => {
    const { description: meaning } = resolve<Header>(description, node as Header);
    return html`<dt><code>${name}</code></dt><dd>${inline(meaning)}</dd>`;
  });
  return (
    rows.length > 0 &&
    html`<details class="headers"><summary>Headers: ${Object.keys(headers).join(", ")}</summary><dl>${rows}</dl></details>`
  );
}

/** What a shared answer says in so many words; its examples are where it is described once for all. */
function messages(description: Description, node: Answer | Reference, answer: Answer): Content {
  const name = componentName("responses", node);
  const texts = examplesOf(description, jsonOf(answer)).map(({ value }) => (value as { message?: string }).message);
  if (name === undefined || texts.length === 0) return undefined;
  const quoted = texts.map((text) => html`<q>${text}</q>`);
  return html`<p class="messages">${joined(quoted, ", ")} <a href="#${answerAnchor(name)}">Examples</a></p>`;
}
