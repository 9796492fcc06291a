import {
  type DeclaredResponse,
  type Example,
  type OpenApiDocument,
  type Reference,
  resolveRef,
} from "@grantbook/contract";
import { statusBadge } from "../code.js";
import { componentName } from "../description.js";
import { type Content, type Html, html, joined } from "../html.js";
import { link, referencePath } from "../links.js";
import { inline } from "../markdown.js";
import { table } from "../table.js";
import { commonHeaders, headerList, withoutHeaders } from "./headers.js";
import { typeOf } from "./type.js";

/** Anchor of a shared response. */
export function responseAnchor(name: string): string {
  return `response/${name}`;
}

/** Title of a shared response: its name, in words. */
export function responseTitle(name: string): string {
  const words = name.replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/**
 * Table of the responses of an operation, by status: meaning, body and headers. Headers that all of them have, or all
 * errors, are below it.
 */
export function responseTable(
  description: OpenApiDocument,
  from: string,
  responses: { readonly [status: string]: DeclaredResponse | Reference },
): Html {
  const all = Object.entries(responses).map(
    ([status, node]) => [status, node, resolveRef<DeclaredResponse>(description, node)] as const,
  );
  const common = commonHeaders(all.map(([, , response]) => response));
  const ofErrors = commonHeaders(all.flatMap(([status, , response]) => (Number(status) >= 400 ? [response] : [])));
  const rows = all.map(([status, node, response]) => {
    const own = withoutHeaders(response.headers ?? {}, Number(status) >= 400 ? ofErrors : common);
    return [
      statusBadge(status),
      [
        html`<p>${inline(response.description)}</p>`,
        response["x-unreachable"] && html`<p>${inline(response["x-unreachable"])}</p>`,
        bodyOf(description, from, response),
        headerList(description, from, "Headers", own),
        messages(description, from, node, response),
      ],
    ];
  });
  return html`${table(["Status", "Meaning and content"], rows)}
${headerList(description, from, "Headers of every response", common)}
${headerList(description, from, "Headers of every error", withoutHeaders(ofErrors, common))}`;
}

/** Examples of a body, references resolved. */
export function examplesOf(
  description: OpenApiDocument,
  content: NonNullable<DeclaredResponse["content"]>[string] | undefined,
): Example[] {
  return Object.values(content?.examples ?? {}).map((example) => resolveRef<Example>(description, example));
}

/** JSON content of a response or a request, where it has one. */
export function jsonContent({
  content,
}: Pick<DeclaredResponse, "content">): NonNullable<DeclaredResponse["content"]>[string] | undefined {
  return content?.["application/json"];
}

function bodyOf(description: OpenApiDocument, from: string, response: DeclaredResponse): Content {
  const content = jsonContent(response);
  return content && html`<p class="body">Body: ${typeOf(description, from, content.schema)}</p>`;
}

/** Messages of a shared response, with a link to its examples. */
function messages(
  description: OpenApiDocument,
  from: string,
  node: DeclaredResponse | Reference,
  response: DeclaredResponse,
): Content {
  const name = componentName("responses", node);
  const texts = examplesOf(description, jsonContent(response)).map(
    ({ value }) => (value as { message?: string }).message,
  );
  if (name === undefined || texts.length === 0) return undefined;
  const quoted = texts.map((text) => html`<q>${text}</q>`);
  return html`<p class="messages">${joined(quoted, ", ")} <a href="${link(from, `${referencePath}#${responseAnchor(name)}`)}">Examples</a></p>`;
}
