import { type DeclaredResponse, type OpenApiDocument, type Reference, resolveRef } from "@grantbook/contract";
import { componentName, entriesOf, parametersOf } from "../description.js";
import { type Content, type Html, html, joined } from "../html.js";
import { link, referencePath } from "../links.js";
import { inline } from "../markdown.js";
import { fieldTable } from "./fields.js";
import { parameterField } from "./parameters.js";

interface Header {
  readonly description: string;
}

/** Names of the headers that the requests of an operation may have, each with a link to its meaning. */
export function requestHeaderList(from: string, names: readonly string[]): Content {
  const links = names.map((name) => headerLink(from, requestHeaderAnchor(name), name));
  return links.length > 0 && html`<p class="headers">Headers: ${joined(links, ", ")}</p>`;
}

/** Table of the headers of requests, each under its anchor. */
export function requestHeaders(description: OpenApiDocument): Content {
  const parameters = entriesOf(description).flatMap((entry) => parametersOf(description, entry));
  const headers = new Map(parameters.flatMap((one) => (one.in === "header" ? [[one.name, one] as const] : [])));
  const fields = [...headers.values()].map((header) => ({
    ...parameterField(description, referencePath, header),
    anchor: requestHeaderAnchor(header.name),
  }));
  return html`<p>Each operation names those that it reads.</p>\n${fieldTable("Header", fields)}`;
}

/** Headers of a response by name, each a reference or the header itself. */
type Headers = NonNullable<DeclaredResponse["headers"]>;

/** Names of the headers of a response, each with a link to its meaning. One that is no component is explained here. */
export function headerList(description: OpenApiDocument, from: string, title: string, headers: Headers): Content {
  const names = Object.entries(headers).map(([name, node]) => {
    const component = componentName("headers", node);
    if (component !== undefined) return headerLink(from, headerAnchor(component), name);
    return html`<code>${name}</code> (${inline(meaningOf(description, node).replace(/\.$/, ""))})`;
  });
  return names.length > 0 && html`<p class="headers">${title}: ${joined(names, ", ")}</p>`;
}

/** Headers that all of some responses have. */
export function commonHeaders(responses: readonly DeclaredResponse[]): Headers {
  const [first = {}, ...others] = responses.map(({ headers = {} }) => headers);
  return pick(first, ([name, node]) =>
    others.every((headers) => referenceOf(node) !== undefined && referenceOf(headers[name]) === referenceOf(node)),
  );
}

/** Headers without those that others have already. */
export function withoutHeaders(headers: Headers, others: Headers): Headers {
  return pick(headers, ([name, node]) => others[name] === undefined || referenceOf(others[name]) !== referenceOf(node));
}

/** List of the headers of all responses, each under its anchor. */
export function responseHeaders(description: OpenApiDocument): Html {
  const rows = [...sharedHeaders(description)].map(
    ([name, component]) =>
      html`<dt id="${headerAnchor(component)}"><code>${name}</code></dt><dd>${inline(meaningOf(description, { $ref: `#/components/headers/${component}` }))}</dd>`,
  );
  return html`<p>Each response names those that it has.</p>\n<dl>${rows}</dl>`;
}

function headerAnchor(component: string): string {
  return `header/${component}`;
}

function requestHeaderAnchor(name: string): string {
  return `request-header/${name.toLowerCase()}`;
}

function headerLink(from: string, anchor: string, name: string): Html {
  return html`<a href="${link(from, `${referencePath}#${anchor}`)}"><code>${name}</code></a>`;
}

function meaningOf(description: OpenApiDocument, node: unknown): string {
  return resolveRef<Header>(description, node as Header).description;
}

/** Headers that are components, once each, with the name that responses give them. */
function sharedHeaders(description: OpenApiDocument): Iterable<readonly [name: string, component: string]> {
  const responses = entriesOf(description).flatMap(({ operation }) => Object.values(operation.responses));
  const headers = responses.flatMap((node) =>
    Object.entries(resolveRef<DeclaredResponse>(description, node as DeclaredResponse).headers ?? {}),
  );
  const byComponent = headers.flatMap(([name, node]) => {
    const component = componentName("headers", node);
    return component === undefined ? [] : [[component, [name, component]] as const];
  });
  return new Map(byComponent).values();
}

function pick(headers: Headers, isWanted: (entry: [string, Headers[string]]) => boolean): Headers {
  return Object.fromEntries(Object.entries(headers).filter(isWanted));
}

function referenceOf(node: unknown): string | undefined {
  return (node as Partial<Reference> | undefined)?.$ref;
}
