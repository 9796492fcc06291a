import type { components, FlowOperations, OperationId } from "@grantbook/contract";
import type { ResponseRecord } from "./request.js";

/**
 * - `invalid-request`: a path parameter is missing, or something cannot be sent; nothing was sent.
 * - `connection`: there was no answer, or it was cut off.
 * - `timeout`: there was no whole answer in time. Whether the request was carried out is not known.
 * - `redirect`: the answer leads elsewhere. It is not followed: credentials and codes would go along.
 * - `invalid-response`: the body of the answer is not JSON, or a callback is not the answer to this sign-in.
 * - `pagination`: the next page of a list is at another address, was there before, or is one too many.
 */
export type ClientErrorCode =
  | "invalid-request"
  | "connection"
  | "timeout"
  | "redirect"
  | "invalid-response"
  | "pagination";

/** Why a call has no answer that the description knows. */
export class ClientError extends Error {
  override readonly name = "ClientError";
  /** Status of the response, where there was one. */
  declare readonly status: number | undefined;
  /** Seconds after which the server asks to be called again. */
  declare readonly retryAfter: number | undefined;
  declare readonly code: ClientErrorCode;

  constructor(
    code: ClientErrorCode,
    message: string,
    details?: { status?: number; retryAfter?: number | undefined; cause?: unknown },
  ) {
    super(message, details);
    Object.assign(this, { code, ...details });
  }
}

/**
 * - `not-modified` (304): the copy that was named in a condition is current.
 * - `bad-request` (400): the body is not JSON, or the version of the API is not known.
 * - `unauthenticated` (401): the credentials are wrong or missing.
 * - `otp-required` (401): a one-time code is missing or wrong.
 * - `forbidden` (403): these credentials may not do it, or there were too many failed logins.
 * - `rate-limited` (403, 429): too many requests; `retryAfter` says when to come back.
 * - `not-found` (404): there is no such thing, or it is not the caller's.
 * - `gone` (410): the operation was removed.
 * - `precondition-failed` (412): the thing has changed meanwhile.
 * - `content-too-large` (413): the body is too long.
 * - `invalid` (422): values are refused; `errors` says which.
 * - `unavailable` (503): the server is busy; try again later.
 * - `server-error` (any other from 500): the server failed.
 * - `unexpected`: any other status.
 */
export type ApiErrorCode =
  | "not-modified"
  | "bad-request"
  | "unauthenticated"
  | "otp-required"
  | "forbidden"
  | "rate-limited"
  | "not-found"
  | "gone"
  | "precondition-failed"
  | "content-too-large"
  | "invalid"
  | "unavailable"
  | "server-error"
  | "unexpected";

/** Error of one field: its name, and a code such as `missing_field` or `already_exists`. */
export type FieldError = NonNullable<components["schemas"]["validation-error"]["errors"]>[number];

const codes: Readonly<Record<number, ApiErrorCode>> = {
  304: "not-modified",
  400: "bad-request",
  401: "unauthenticated",
  403: "forbidden",
  404: "not-found",
  410: "gone",
  412: "precondition-failed",
  413: "content-too-large",
  422: "invalid",
  429: "rate-limited",
  503: "unavailable",
};

/** An answer that is no success. `code` says which; no password, code, token or secret is in any part of it. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  declare readonly operationId: OperationId | keyof FlowOperations;
  declare readonly code: ApiErrorCode;
  declare readonly status: number;
  /** The fields that are refused, after a 422. */
  declare readonly errors: readonly FieldError[];
  /** The server's name for the request, for its operator. */
  declare readonly requestId: string | undefined;
  /** The page about the operation. */
  declare readonly documentationUrl: string | undefined;
  /** Seconds after which the server asks to be called again. */
  declare readonly retryAfter: number | undefined;

  constructor(operationId: OperationId | keyof FlowOperations, { status, headers, body }: ResponseRecord) {
    const { message = "", errors: found = [], documentation_url: documentationUrl } = Object(body);
    const all = [found].flat();
    const details = all.map((error) => (error?.code ? `${error.field} ${error.message ?? error.code}` : `${error}`));
    super([`${operationId}: ${status} ${message}`.trim(), ...details].join("; ").slice(0, 900));
    const retryAfter = retryAfterOf(headers);
    const code =
      status === 401 && headers["x-github-otp"]
        ? "otp-required"
        : (codes[status === 403 && retryAfter !== undefined ? 429 : status] ??
          (status < 500 ? "unexpected" : "server-error"));
    Object.assign(this, {
      operationId,
      code,
      status,
      errors: all.filter((error) => error?.code),
      requestId: headers["x-github-request-id"],
      documentationUrl,
      retryAfter,
    });
  }

  /** The error as it may be logged. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/**
 * Seconds for which the server asks to be left alone: in `Retry-After` (RFC 9110 §10.2.3), or until a used-up rate
 * limit starts anew.
 */
export function retryAfterOf(headers: ResponseRecord["headers"]): number | undefined {
  const { "retry-after": after = "", "x-ratelimit-remaining": remaining, "x-ratelimit-reset": reset } = headers;
  if (after && +after >= 0) return +after;
  const time = Date.parse(after) || (remaining === "0" && Number(reset) * 1000);
  return time ? Math.max(0, Math.ceil((time - Date.now()) / 1000)) : undefined;
}
