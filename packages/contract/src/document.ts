/** JSON Schema of the 2020-12 dialect, as OpenAPI 3.1 uses it. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** Reference to another place in the document. */
export interface Reference {
  readonly $ref: string;
}

/** Parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly description: string;
  readonly schema: Schema;
  /** Sample value. */
  readonly example?: unknown;
}

/** Example of a body. */
export interface Example {
  readonly summary: string;
  readonly value: unknown;
}

/** Header of a response. */
export interface Header {
  readonly description: string;
  readonly schema: Schema;
  readonly required?: boolean;
  readonly example?: unknown;
}

/** Content of a request or a response. */
export interface Body {
  readonly content?: {
    readonly [mediaType: string]: {
      readonly schema: Schema;
      readonly examples: { readonly [name: string]: Example | Reference };
    };
  };
}

/** Response that the document declares for a status. */
export interface DeclaredResponse extends Body {
  readonly description: string;
  readonly headers?: { readonly [name: string]: Header | Reference };
  /** Reason why the status cannot come, where GitHub declares one that HTTP does not allow. */
  readonly "x-unreachable"?: string;
}

/** Operation as it is written in the document. */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  /** In Markdown. */
  readonly description: string;
  readonly tags: readonly string[];
  readonly deprecated?: boolean;
  readonly externalDocs: { readonly url: string };
  readonly parameters: readonly (Parameter | Reference)[];
  readonly requestBody?: Body & { readonly required?: boolean };
  /** Resource and method in a client: `tokens.check`. An operation of the flows has none. */
  readonly "x-method"?: string;
  /** Addresses of an operation that is not below those of the document. */
  readonly servers?: readonly unknown[];
  /** Set where a POST or PATCH is idempotent (RFC 9110 §9.2.2). */
  readonly "x-idempotent"?: true;
  /** Dates on which GitHub deprecated the operation and removed it from github.com. */
  readonly "x-github"?: { readonly deprecationDate: string; readonly removalDate: string };
  readonly responses: { readonly [status: string]: DeclaredResponse | Reference };
  readonly security: readonly { readonly [scheme: string]: readonly string[] }[];
}

/** Dates on which GitHub withdrew operations, and where to read more. */
export interface DeprecationTimeline {
  readonly deprecation: string;
  /** Start and end of the hours in which the operations were switched off. */
  readonly brownouts: readonly (readonly [string, string])[];
  readonly removal: string;
  readonly notice: string;
  /** Page about the replacement. */
  readonly successor: string;
}

/**
 * Bundled OpenAPI document, as far as code reads it.
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export interface OpenApiDocument {
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly summary: string;
    readonly description: string;
  };
  /** Groups of operations, each with the title that readers see. */
  readonly tags: readonly { readonly name: string; readonly "x-displayName": string; readonly description: string }[];
  /** GitHub's own documentation. */
  readonly externalDocs: { readonly url: string };
  readonly servers: readonly unknown[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components: { readonly [kind: string]: { readonly [name: string]: unknown } };
  /** Maximum length of a request body, in bytes. */
  readonly "x-body-limit": number;
  /** Timelines by removal date. */
  readonly "x-timelines": { readonly [removalDate: string]: DeprecationTimeline };
  /** Known scopes, each with the scopes it includes. */
  readonly "x-scopes": { readonly [scope: string]: readonly string[] };
}

/** Follows a reference to its target, and gives anything else back. Throws when the target does not exist. */
export function resolveRef<T>(document: OpenApiDocument, node: T | Reference): T {
  if (typeof node !== "object" || node === null || !("$ref" in node)) return node as T;
  let value: unknown = document;
  for (const key of node.$ref.slice(2).split("/")) {
    value = (value as Record<string, unknown> | undefined)?.[key.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  if (value === undefined) throw new Error(`The description has nothing at ${node.$ref}.`);
  return resolveRef(document, value as T | Reference);
}
