/** A JSON Schema of the 2020-12 dialect, as OpenAPI 3.1 uses it. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** Another place in the description. */
export interface Reference {
  readonly $ref: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly description: string;
  readonly schema: Schema;
  /** A value that shows what it is. */
  readonly example?: unknown;
}

/** A value that shows what is meant. */
export interface Example {
  readonly summary: string;
  readonly value: unknown;
}

export interface Body {
  readonly content?: {
    readonly [mediaType: string]: {
      readonly schema: Schema;
      readonly examples: { readonly [name: string]: Example | Reference };
    };
  };
}

/** The answer with one status. */
export interface Answer extends Body {
  readonly description: string;
  readonly headers?: { readonly [name: string]: unknown };
  /** Why the status cannot come, where the vendor declares one that HTTP does not allow. */
  readonly "x-unreachable"?: string;
}

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
  /** The method of a client, after its resource: `tokens.check`. */
  readonly "x-method": string;
  /** The vendor's dates, of an operation that was removed from github.com. */
  readonly "x-github"?: { readonly deprecationDate: string; readonly removalDate: string };
  readonly responses: { readonly [status: string]: Answer | Reference };
  readonly security: readonly { readonly [scheme: string]: readonly string[] }[];
}

/** The withdrawal of operations: times, and where to read more. */
export interface Timeline {
  readonly deprecation: string;
  /** From and until, of the hours in which the operations were switched off. */
  readonly brownouts: readonly (readonly [string, string])[];
  readonly removal: string;
  readonly notice: string;
  /** What to use instead. */
  readonly successor: string;
}

/**
 * The bundled OpenAPI document, as far as code reads it.
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export interface Description {
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly summary: string;
    readonly description: string;
  };
  /** Groups of operations, each with the title that readers see. */
  readonly tags: readonly { readonly name: string; readonly "x-displayName": string; readonly description: string }[];
  /** The vendor's pages. */
  readonly externalDocs: { readonly url: string };
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components: { readonly [kind: string]: { readonly [name: string]: unknown } };
  /** Bytes of a request body at the most. */
  readonly "x-body-limit": number;
  /** When the vendor withdrew what, under the removal date. */
  readonly "x-timelines": { readonly [removalDate: string]: Timeline };
  /** Each scope with the scopes it includes. */
  readonly "x-scopes": { readonly [scope: string]: readonly string[] };
}

/** Follows a reference to the thing itself. Throws when the description has no such place. */
export function resolve<T>(description: Description, node: T | Reference): T {
  if (typeof node !== "object" || node === null || !("$ref" in node)) return node as T;
  let value: unknown = description;
  for (const key of node.$ref.slice(2).split("/")) {
    value = (value as Record<string, unknown> | undefined)?.[key.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  if (value === undefined) throw new Error(`The description has nothing at ${node.$ref}.`);
  return value as T;
}
