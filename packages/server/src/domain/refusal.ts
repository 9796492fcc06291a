/** Reason why one field of a request was refused. */
export interface FieldError {
  /** Name of the field as requests have it. */
  readonly field: string;
  readonly code: "missing_field" | "already_exists" | "custom";
  readonly message?: string;
}

/** Reason why a rule refuses a request. */
export type Reason =
  | {
      readonly code:
        | "credentials-missing"
        | "credentials-wrong"
        | "one-time-code-needed"
        | "password-needed"
        | "account-suspended";
    }
  | { readonly code: "not-found" | "application-unknown" | "not-a-github-app" }
  | { readonly code: "values-refused"; readonly errors: readonly FieldError[] }
  /** There may be no more of something, or no fewer; `problem` says what, in a sentence. */
  | { readonly code: "too-many" | "too-few"; readonly problem: string }
  /** Sign-in is locked after too many failures; it is possible again after so many seconds. */
  | { readonly code: "too-many-attempts"; readonly retryAfter: number }
  /** The server is overloaded, or the database does not answer; retry after so many seconds. */
  | { readonly code: "unavailable"; readonly retryAfter: number };

/** Thrown when a rule refuses a request; nothing was changed. http/error-responses.ts has its status and text. */
export class Refusal<R extends { readonly code: string } = Reason> extends Error {
  override readonly name: string = "Refusal";

  constructor(readonly reason: R) {
    super(reason.code);
  }
}

/** Refuses because of one field. */
export function refuseField(field: string, code: FieldError["code"], message?: string): never {
  throw new Refusal({
    code: "values-refused",
    errors: [{ field, code, ...(message === undefined ? {} : { message }) }],
  });
}
