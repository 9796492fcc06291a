import { type DeclaredResponse, type OpenApiDocument, type Reference, resolveRef } from "@grantbook/contract";
import { entriesOf } from "../description.js";
import { type Content, type Html, html } from "../html.js";
import { inline } from "../markdown.js";

interface Header {
  readonly description: string;
}

/** Headers of a response, without those that every error has: they are listed once. */
export function headerList(description: OpenApiDocument, { headers = {} }: DeclaredResponse): Content {
  const shared = errorHeaders(description);
  const own = Object.entries(headers).filter(([name, node]) => shared.get(name) !== referenceOf(node));
  return (
    own.length > 0 &&
    html`<details class="headers"><summary>Headers: ${own.map(([name]) => name).join(", ")}</summary>${definitions(description, own)}</details>`
  );
}

/** List of the headers that every error has; most successes have them too. */
export function sharedHeaderList(description: OpenApiDocument): Html {
  return definitions(
    description,
    [...errorHeaders(description)].map(([name, $ref]) => [name, { $ref }]),
  );
}

function definitions(description: OpenApiDocument, headers: readonly (readonly [string, unknown])[]): Html {
  const rows = headers.map(([name, node]) => {
    const { description: meaning } = resolveRef<Header>(description, node as Header);
    return html`<dt><code>${name}</code></dt><dd>${inline(meaning)}</dd>`;
  });
  return html`<dl>${rows}</dl>`;
}

const known = new WeakMap<OpenApiDocument, ReadonlyMap<string, string>>();

/** Names of the headers that all errors of all operations declare, each with its reference. */
function errorHeaders(description: OpenApiDocument): ReadonlyMap<string, string> {
  const found = known.get(description) ?? commonOf(errorsOf(description));
  known.set(description, found);
  return found;
}

function errorsOf(description: OpenApiDocument): DeclaredResponse[] {
  const nodes = entriesOf(description).flatMap(({ operation }) =>
    Object.entries(operation.responses).flatMap(([status, node]) => (Number(status) >= 400 ? [node] : [])),
  );
  return [...new Set(nodes)].map((node) => resolveRef<DeclaredResponse>(description, node as DeclaredResponse));
}

function commonOf([first, ...others]: readonly DeclaredResponse[]): ReadonlyMap<string, string> {
  const candidates = Object.entries(first?.headers ?? {}).map(([name, node]) => [name, referenceOf(node)] as const);
  return new Map(
    candidates.filter((one): one is [string, string] =>
      others.every(({ headers = {} }) => one[1] !== undefined && referenceOf(headers[one[0]]) === one[1]),
    ),
  );
}

function referenceOf(node: unknown): string | undefined {
  return (node as Partial<Reference> | undefined)?.$ref;
}
