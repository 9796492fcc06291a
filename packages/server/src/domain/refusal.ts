/** Why one field of a request was refused. */
export interface FieldError {
  readonly field: string;
  readonly code: "missing_field" | "already_exists" | "custom";
  readonly message?: string;
}

/** Why the rules refuse a request. */
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
  /** Sign-in is locked after too many failures; it is possible again after so many seconds. */
  | { readonly code: "too-many-attempts"; readonly retryAfter: number }
  /** There is too much to do, or the database does not answer; try again after so many seconds. */
  | { readonly code: "unavailable"; readonly retryAfter: number };

/** Thrown where a request is refused; nothing was changed. How it is told is not known here. */
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
