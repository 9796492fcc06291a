import type { DeclaredResponse, Example, OpenApiDocument, Parameter, Schema } from "@grantbook/contract";
import { jsonBlock, statusBadge } from "./code.js";
import { component, componentsOf, entriesOf } from "./description.js";
import { extensions } from "./extensions.js";
import { type Content, type Html, html, joined } from "./html.js";
import { link, operationLink, referencePath } from "./links.js";
import { block, inline } from "./markdown.js";
import { fieldsOf, fieldTable } from "./reference/fields.js";
import { callerAnchor, methodBadge } from "./reference/operation.js";
import { examplesOf, jsonContent, responseAnchor } from "./reference/responses.js";
import { factsOf, typeOf } from "./reference/type.js";
import { table } from "./table.js";
import { timelineTables } from "./timelines.js";

type Directive = (description: OpenApiDocument, from: string, names: readonly string[]) => Content;

/** Directives of guides, by the first word of the comment. Each renders a part of the description. */
const directives: Readonly<Record<string, Directive>> = {
  callers: callerTable,
  downloads: downloadTable,
  errors: errorTable,
  extensions: extensionTable,
  example: examples,
  headers: headerTable,
  messages: messageTable,
  operations: operationTable,
  parameters: parameterTable,
  schema: schemaTable,
  scopes: scopeTable,
  timelines: timelineTables,
};

/** Renders a directive such as `<!-- headers etag link -->`. Throws for an unknown one. */
export function renderDirective(description: OpenApiDocument, from: string, comment: string): Html {
  const [kind = "", ...names] = comment.split(/\s+/);
  const directive = Object.hasOwn(directives, kind) ? directives[kind] : undefined;
  if (!directive)
    throw new Error(`unknown directive <!-- ${comment} -->; known: ${Object.keys(directives).join(", ")}`);
  return html`${directive(description, from, names)}\n`;
}

function scopeTable(description: OpenApiDocument): Content {
  const includes = description["x-scopes"];
  return table(
    ["Scope", "Includes"],
    Object.entries(includes).map(([scope, others]) => [code(scope), joined(others.map(code), ", ")]),
  );
}

function downloadTable(_: OpenApiDocument, from: string): Content {
  const file = (name: string) => html`<a href="${link(from, name)}">${name}</a>`;
  return table(
    ["Description", "JSON", "YAML"],
    [
      ["The API", file("openapi.json"), file("openapi.yaml")],
      ["The sign-in flows", file("flows.json"), file("flows.yaml")],
    ],
  );
}

function extensionTable(): Content {
  return table(
    ["Extension", "Meaning"],
    Object.entries(extensions).map(([name, meaning]) => [code(name), inline(meaning)]),
  );
}

function callerTable(description: OpenApiDocument, from: string): Content {
  const schemes = componentsOf<{ description: string }>(description, "securitySchemes");
  return table(
    ["Caller", "How to authenticate"],
    schemes.map(([name, scheme]) => [
      html`<a href="${link(from, `${referencePath}#${callerAnchor(name)}`)}">${name}</a>`,
      inline(scheme.description),
    ]),
  );
}

/** Table of every error that operations declare, by status. */
function errorTable(description: OpenApiDocument, from: string): Content {
  const statuses = new Map<string, Set<string>>();
  for (const { operation } of entriesOf(description)) {
    for (const [status, response] of Object.entries(operation.responses)) {
      const name = "$ref" in response ? response.$ref.split("/").at(-1) : undefined;
      if (name && Number(status) >= 400) statuses.set(status, (statuses.get(status) ?? new Set()).add(name));
    }
  }
  const rows = [...statuses].toSorted(([a], [b]) => a.localeCompare(b));
  return table(
    ["Status", "Meaning and messages"],
    rows.flatMap(([status, names]) =>
      [...names].map((name) => {
        const response = component<DeclaredResponse>(description, "responses", name);
        const messages = messagesOf(description, response).map((message) => html`<q>${message}</q>`);
        return [
          html`<a href="${link(from, `${referencePath}#${responseAnchor(name)}`)}">${statusBadge(status)}</a>`,
          html`<p>${inline(response.description)}</p><p class="messages">${joined(messages, ", ")}</p>`,
        ];
      }),
    ),
  );
}

function messagesOf(description: OpenApiDocument, response: DeclaredResponse): string[] {
  return examplesOf(description, jsonContent(response)).map(({ value }) =>
    String((value as { message: string }).message),
  );
}

/** Examples of a response: the cause, and the body. */
function messageTable(description: OpenApiDocument, _: string, names: readonly string[]): Content {
  return names.map((name) => {
    const found = examplesOf(description, jsonContent(component<DeclaredResponse>(description, "responses", name)));
    return found.map(({ summary, value }) => html`<p>${inline(summary)}:</p>${jsonBlock(value)}`);
  });
}

/** Table of the operations of a tag or a security scheme, of the `deprecated` ones, or of all without a name. */
function operationTable(description: OpenApiDocument, from: string, [name]: readonly string[]): Content {
  const wanted = entriesOf(description).filter(
    ({ operation }) =>
      name === undefined ||
      (name === "deprecated"
        ? operation.deprecated
        : operation.tags.includes(name) || operation.security.some((scheme) => Object.hasOwn(scheme, name))),
  );
  if (wanted.length === 0) throw new Error(`no operation has the tag or the security scheme ${name}`);
  return table(
    ["Operation", "What it does"],
    wanted.map(({ method, path, operation }) => [
      html`<a href="${operationLink(from, operation.operationId)}">${methodBadge(method)} <code>${path}</code></a>`,
      operation.summary,
    ]),
  );
}

function parameterTable(description: OpenApiDocument, from: string, names: readonly string[]): Content {
  const fields = names.map((name) => {
    const parameter = component<Parameter>(description, "parameters", name);
    const { schema, required = false, description: meaning } = parameter;
    return {
      name: parameter.name,
      required,
      type: typeOf(description, from, schema),
      facts: factsOf(schema),
      meaning,
      depth: 0,
    };
  });
  return fieldTable("Parameter", fields);
}

function headerTable(description: OpenApiDocument, _: string, names: readonly string[]): Content {
  return table(
    ["Header", "Meaning"],
    names.map((name) => {
      const header = component<{ description: string; example: string }>(description, "headers", name);
      const example = header.example && html` <span class="limits">For example ${code(header.example)}.</span>`;
      return [code(nameOfHeader(description, name)), html`${inline(header.description)}${example}`];
    }),
  );
}

/** Name in responses of a header that is a component. */
function nameOfHeader(description: OpenApiDocument, name: string): string {
  const responses = [
    ...entriesOf(description).flatMap(({ operation }) => Object.values(operation.responses)),
    ...componentsOf<DeclaredResponse>(description, "responses").map(([, response]) => response),
  ];
  for (const response of responses) {
    const headers = "headers" in response ? (response.headers ?? {}) : {};
    for (const [headerName, node] of Object.entries(headers)) {
      if ((node as { $ref?: string }).$ref === `#/components/headers/${name}`) return headerName;
    }
  }
  throw new Error(`no response has the header ${name}`);
}

function schemaTable(description: OpenApiDocument, from: string, names: readonly string[]): Content {
  return names.map((name) => {
    const schema = component<Schema>(description, "schemas", name);
    return html`${block(String(schema.description ?? ""))}${fieldTable("Field", fieldsOf(description, from, schema))}`;
  });
}

function examples(description: OpenApiDocument, _: string, names: readonly string[]): Content {
  return names.map((name) => jsonBlock(component<Example>(description, "examples", name).value));
}

function code(text: string): Html {
  return html`<code>${text}</code>`;
}
