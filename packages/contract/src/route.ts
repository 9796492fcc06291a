/** Who an operation is for, and so which credentials it takes; `token` is whoever has one. */
export type Caller = "user" | "application" | "token" | "anyone";

/** One operation of the description, as far as routing needs it. */
export interface Route {
  readonly method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  /** Path below the base address, with its parameters in braces. */
  readonly path: string;
  /** The security scheme of the operation. */
  readonly caller: Caller;
  /** The day the vendor removed the operation from github.com, or `null` for a current one. */
  readonly removal: string | null;
  /** What a query parameter is when it is not sent. */
  readonly defaults: { readonly [name: string]: number };
  /** Every status the description declares. */
  readonly statuses: readonly number[];
  /** Declared statuses that HTTP does not allow here; the description says why. */
  readonly unreachable: readonly number[];
}
