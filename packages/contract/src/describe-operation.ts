import type { Example, Header, Operation, Parameter, Schema } from "./document.js";
import { type DeclaredResponse, type Reference, resolveRef } from "./document.js";
import { description } from "./generated/description.js";
import { operationTable } from "./generated/operations.js";
import type { OperationId } from "./operation.js";
import type { OperationEntry } from "./operation-entry.js";

/** JSON content of a request or a response. */
export interface ContentDetails {
  readonly schema: Schema;
  /** JSON pointer of the schema in the document, as a URI fragment. */
  readonly schemaPointer: string;
  readonly examples: { readonly [name: string]: Example };
}

/** Response that the description declares for a status. */
export interface ResponseDetails {
  readonly status: number;
  /** Name of the shared response under `components/responses`, where it is one. */
  readonly component: string | undefined;
  readonly description: string;
  readonly headers: { readonly [name: string]: Header };
  readonly content: ContentDetails | undefined;
  /** Reason why the status cannot come, where HTTP does not allow it. */
  readonly unreachable: string | undefined;
}

/** Row of the table of operations with everything the description says about the operation; references are resolved. */
export interface OperationDetails extends Omit<OperationEntry, "id" | "parameters" | "body"> {
  readonly id: OperationId;
  readonly summary: string;
  /** In Markdown. */
  readonly description: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body: (ContentDetails & { readonly required: boolean }) | undefined;
  readonly responses: ReadonlyMap<number, ResponseDetails>;
}

const described = new Map<OperationId, OperationDetails>();
const sharedResponses = new Map<string, ResponseDetails>();

/** Everything the description says about an operation. Throws for an unknown id. */
export function describeOperation(id: OperationId): OperationDetails {
  const known = described.get(id);
  if (known) return known;
  const entry: OperationEntry | undefined = Object.hasOwn(operationTable, id) ? operationTable[id] : undefined;
  const operation = description.paths[entry?.path ?? ""]?.[entry?.method.toLowerCase() ?? ""];
  if (!entry || !operation) throw new Error(`The description has no operation ${id}.`);
  const details = detailsOf(id, entry, operation);
  described.set(id, details);
  return details;
}

function detailsOf(id: OperationId, entry: OperationEntry, operation: Operation): OperationDetails {
  const place = ["paths", entry.path, entry.method.toLowerCase()];
  const body = contentOf(operation.requestBody, jsonPointer(...place, "requestBody"));
  return {
    ...entry,
    id,
    summary: operation.summary,
    description: operation.description,
    tags: operation.tags,
    parameters: operation.parameters.map((parameter) => resolveRef<Parameter>(description, parameter)),
    body: body && { ...body, required: operation.requestBody?.required ?? false },
    responses: new Map(
      entry.statuses.map((status) => {
        const response = operation.responses[status] as DeclaredResponse | Reference;
        return [status, responseOf(status, response, jsonPointer(...place, "responses", `${status}`))];
      }),
    ),
  };
}

/** Response of an operation. A shared one is resolved once: operations have a dozen of them each. */
function responseOf(status: number, node: DeclaredResponse | Reference, pointer: string): ResponseDetails {
  if (!("$ref" in node)) return responseDetails(status, node, pointer);
  const key = `${status} ${node.$ref}`;
  const known = sharedResponses.get(key);
  if (known) return known;
  const response = resolveRef<DeclaredResponse>(description, node);
  const details = responseDetails(status, response, node.$ref, node.$ref.split("/").at(-1));
  sharedResponses.set(key, details);
  return details;
}

function responseDetails(
  status: number,
  response: DeclaredResponse,
  pointer: string,
  component?: string,
): ResponseDetails {
  return {
    status,
    component,
    description: response.description,
    headers: resolveAll(response.headers),
    content: contentOf(response, pointer),
    unreachable: response["x-unreachable"],
  };
}

function contentOf(node: Pick<DeclaredResponse, "content"> | undefined, pointer: string): ContentDetails | undefined {
  const json = node?.content?.["application/json"];
  if (!json) return undefined;
  return {
    schema: resolveRef<Schema>(description, json.schema),
    schemaPointer: (json.schema.$ref as string | undefined) ?? `${pointer}/content/application~1json/schema`,
    examples: resolveAll(json.examples),
  };
}

function resolveAll<T>(nodes: { readonly [name: string]: T | Reference } = {}): Record<string, T> {
  return Object.fromEntries(Object.entries(nodes).map(([name, node]) => [name, resolveRef<T>(description, node)]));
}

/** JSON pointer as a URI fragment (RFC 6901 §6), from its keys. */
export function jsonPointer(...keys: readonly string[]): string {
  return `#${keys.map((key) => `/${encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("")}`;
}
