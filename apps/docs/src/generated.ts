import type { Answer, Description, Example, Parameter, Schema } from "@grantbook/contract";
import { jsonBlock, statusBadge } from "./code.js";
import { component, componentsOf, entriesOf } from "./description.js";
import { type Content, type Html, html, joined } from "./html.js";
import { link, operationLink, referencePath } from "./links.js";
import { block, inline } from "./markdown.js";
import { answerAnchor, examplesOf, jsonOf } from "./reference/answers.js";
import { fieldsOf, fieldTable } from "./reference/fields.js";
import { callerAnchor, methodBadge } from "./reference/operation.js";
import { factsOf, typeOf } from "./reference/type.js";
import { table } from "./table.js";
import { timelineTables } from "./timelines.js";

type Piece = (description: Description, from: string, names: readonly string[]) => Content;

/** What a guide can have made from the description: the first word of the comment, then the names it takes. */
const pieces: Readonly<Record<string, Piece>> = {
  callers: callerTable,
  errors: errorTable,
  example: examples,
  headers: headerTable,
  messages: messageTable,
  operations: operationTable,
  parameters: parameterTable,
  schema: schemaTable,
  scopes: scopeTable,
  timelines: timelineTables,
};

/** What a guide has in the place of a comment such as `<!-- headers etag link -->`. Throws when there is no such thing. */
export function generatedPiece(description: Description, from: string, comment: string): Html {
  const [kind = "", ...names] = comment.split(/\s+/);
  const piece = Object.hasOwn(pieces, kind) ? pieces[kind] : undefined;
  if (!piece)
    throw new Error(`there is nothing to put in for <!-- ${comment} -->; known: ${Object.keys(pieces).join(", ")}`);
  return html`${piece(description, from, names)}\n`;
}

function scopeTable(description: Description): Content {
  const includes = description["x-scopes"];
  return table(
    ["Scope", "Includes"],
    Object.entries(includes).map(([scope, others]) => [code(scope), joined(others.map(code), ", ")]),
  );
}

function callerTable(description: Description, from: string): Content {
  const schemes = componentsOf<{ description: string }>(description, "securitySchemes");
  return table(
    ["Caller", "How to sign in"],
    schemes.map(([name, scheme]) => [
      html`<a href="${link(from, `${referencePath}#${callerAnchor(name)}`)}">${name}</a>`,
      inline(scheme.description),
    ]),
  );
}

/** Every error that operations declare, by status. */
function errorTable(description: Description, from: string): Content {
  const statuses = new Map<string, Set<string>>();
  for (const { operation } of entriesOf(description)) {
    for (const [status, answer] of Object.entries(operation.responses)) {
      const name = "$ref" in answer ? answer.$ref.split("/").at(-1) : undefined;
      if (name && Number(status) >= 400) statuses.set(status, (statuses.get(status) ?? new Set()).add(name));
    }
  }
  const rows = [...statuses].toSorted(([a], [b]) => a.localeCompare(b));
  return table(
    ["Status", "When, and what it says"],
    rows.flatMap(([status, names]) =>
      [...names].map((name) => {
        const answer = component<Answer>(description, "responses", name);
        const messages = messagesOf(description, answer).map((message) => html`<q>${message}</q>`);
        return [
          html`<a href="${link(from, `${referencePath}#${answerAnchor(name)}`)}">${statusBadge(status)}</a>`,
          html`<p>${inline(answer.description)}</p><p class="messages">${joined(messages, ", ")}</p>`,
        ];
      }),
    ),
  );
}

function messagesOf(description: Description, answer: Answer): string[] {
  return examplesOf(description, jsonOf(answer)).map(({ value }) => String((value as { message: string }).message));
}

/** The examples of an answer: what went wrong, and the body that says so. */
function messageTable(description: Description, _: string, names: readonly string[]): Content {
  return names.map((name) => {
    const found = examplesOf(description, jsonOf(component<Answer>(description, "responses", name)));
    return found.map(({ summary, value }) => html`<p>${inline(summary)}:</p>${jsonBlock(value)}`);
  });
}

/** The operations that somebody may call, or with `deprecated` those that are withdrawn; all without a name. */
function operationTable(description: Description, from: string, [name]: readonly string[]): Content {
  const wanted = entriesOf(description).filter(
    ({ operation }) =>
      name === undefined ||
      (name === "deprecated"
        ? operation.deprecated
        : operation.tags.includes(name) || operation.security.some((scheme) => name in scheme)),
  );
  if (wanted.length === 0) throw new Error(`no operation is for ${name}`);
  return table(
    ["Operation", "What it does"],
    wanted.map(({ method, path, operation }) => [
      html`<a href="${operationLink(from, operation.operationId)}">${methodBadge(method)} <code>${path}</code></a>`,
      operation.summary,
    ]),
  );
}

function parameterTable(description: Description, _: string, names: readonly string[]): Content {
  const fields = names.map((name) => {
    const parameter = component<Parameter>(description, "parameters", name);
    const { schema, required = false, description: meaning } = parameter;
    return {
      name: parameter.name,
      required,
      type: typeOf(description, schema),
      facts: factsOf(schema),
      meaning,
      depth: 0,
    };
  });
  return fieldTable("Parameter", fields);
}

function headerTable(description: Description, _: string, names: readonly string[]): Content {
  return table(
    ["Header", "What it says"],
    names.map((name) => {
      const header = component<{ description: string; example: string }>(description, "headers", name);
      const example = header.example && html` <span class="limits">For example ${code(header.example)}.</span>`;
      return [code(headerName(description, name)), html`${inline(header.description)}${example}`];
    }),
  );
}

/** How a header that the description keeps under a name of its own is called in answers. */
function headerName(description: Description, name: string): string {
  const answers = [
    ...entriesOf(description).flatMap(({ operation }) => Object.values(operation.responses)),
    ...componentsOf<Answer>(description, "responses").map(([, answer]) => answer),
  ];
  for (const answer of answers) {
    const headers = "headers" in answer ? (answer.headers ?? {}) : {};
    for (const [called, node] of Object.entries(headers)) {
      if ((node as { $ref?: string }).$ref === `#/components/headers/${name}`) return called;
    }
  }
  throw new Error(`no answer has the header ${name}`);
}

function schemaTable(description: Description, _: string, names: readonly string[]): Content {
  return names.map((name) => {
    const schema = component<Schema>(description, "schemas", name);
    return html`${block(String(schema.description ?? ""))}${fieldTable("Field", fieldsOf(description, schema))}`;
  });
}

function examples(description: Description, _: string, names: readonly string[]): Content {
  return names.map((name) => jsonBlock(component<Example>(description, "examples", name).value));
}

function code(text: string): Html {
  return html`<code>${text}</code>`;
}
