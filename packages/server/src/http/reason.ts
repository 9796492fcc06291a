import { Refusal } from "../domain/refusal.js";

/** Reasons to refuse a request that the domain does not know. */
export type HttpReason =
  | { readonly code: "json-unreadable" | "body-not-an-object" | "content-too-large" | "content-encoded" }
  | { readonly code: "token-in-query" | "rate-limiting-off" }
  /** The token has none of the scopes that the operation needs; `message` names them. */
  | { readonly code: "scope-missing"; readonly message: string }
  | { readonly code: "gone" | "precondition-failed" }
  /** A form of a page has not the token that the page was made with. */
  | { readonly code: "form-token-wrong" }
  /** `name` says who has used up the requests of an hour. */
  | { readonly code: "rate-limited"; readonly name: string }
  /** The request does not have the described shape; each problem is a sentence. */
  | { readonly code: "shape-refused"; readonly problems: readonly string[] }
  | { readonly code: "version-unsupported"; readonly version: string; readonly supported: readonly string[] };

/** Refuses a request that does not have the described shape. */
export function refuseShape(...problems: readonly string[]): never {
  throw new Refusal<HttpReason>({ code: "shape-refused", problems });
}
