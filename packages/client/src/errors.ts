/**
 * - `invalid-request`: a path parameter is missing, or something cannot be sent; nothing was sent.
 * - `connection`: there was no answer.
 * - `unreadable-answer`: the body of the answer is not JSON.
 * - `undeclared-status`: the description does not declare the answer's status, so its body has no type.
 */
export type ClientErrorCode = "invalid-request" | "connection" | "unreadable-answer" | "undeclared-status";

/** Why a call has no answer that the description knows. An answer with an error status is no `ClientError`. */
export class ClientError extends Error {
  override readonly name = "ClientError";

  constructor(
    readonly code: ClientErrorCode,
    message: string,
    /** The status of the answer, where there was one. */
    readonly status?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
