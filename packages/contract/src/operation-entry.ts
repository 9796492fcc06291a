/** Kind of caller that an operation is for, and so the credentials it takes; `token` is anyone with a token. */
export type Caller = "user" | "application" | "token" | "anyone";

/** Operation, as far as a client needs to know it. */
export interface CallEntry {
  readonly id: string;
  /** Method and path below the base address, with its parameters in braces: `GET /user`. */
  readonly route: string;
  /** Declared statuses, but for those that every operation, or every one with this method, declares. */
  readonly statuses?: readonly number[];
}

/** Row of the table of operations. */
export interface OperationEntry {
  readonly id: string;
  readonly method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  /** Path below the base address, with its parameters in braces. */
  readonly path: string;
  /** Every declared status. */
  readonly statuses: readonly number[];
  /** Resource and method in a client: `tokens.check`. */
  readonly clientMethod: string;
  readonly caller: Caller;
  /** Scopes of which a token needs one, or one that includes it. Any token will do when there are none. */
  readonly scopes: readonly string[];
  /** Text of the 403 for a token without such a scope; `null` where the response is 404. */
  readonly missingScope: string | null;
  /** Says that the operation may be sent again when its response was lost (RFC 9110 §9.2.2). */
  readonly idempotent: boolean;
  readonly deprecated: boolean;
  /** Day on which GitHub removed the operation from github.com, or `null` for a current one. */
  readonly removal: string | null;
  /** Declared statuses that HTTP does not allow here; the description gives the reason. */
  readonly unreachable: readonly number[];
  /** Names of the parameters, by place. Header names are lower case. */
  readonly parameters: {
    readonly path: readonly string[];
    readonly query: readonly string[];
    readonly header: readonly string[];
  };
  /** Defaults of query parameters. */
  readonly defaults: { readonly [name: string]: number };
  /** Properties of the JSON body, or `null` when the operation takes none. */
  readonly body: readonly string[] | null;
  /** GitHub's page about the operation. */
  readonly documentationUrl: string;
}
