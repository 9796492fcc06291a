import type { components, OperationId } from "@grantbook/contract";
import type { ResponseRecord } from "./request.js";

/**
 * - `invalid-request`: a path parameter is missing, or something cannot be sent; nothing was sent.
 * - `connection`: there was no answer, or it was cut off.
 * - `timeout`: there was no whole answer in time. Whether the request was carried out is not known.
 * - `redirect`: the answer leads elsewhere. It is not followed: credentials and codes would go along.
 * - `invalid-response`: the body of the answer is not JSON.
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
  readonly status: number | undefined;
  /** Seconds after which the server asks to be called again. */
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: ClientErrorCode,
    message: string,
    { status, retryAfter, cause }: { status?: number; retryAfter?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? {} : { cause });
    this.status = status;
    this.retryAfter = retryAfter;
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
  readonly code: ApiErrorCode;
  readonly status: number;
  /** The fields that are refused, after a 422. */
  readonly errors: readonly FieldError[];
  /** The server's name for the request, for its operator. */
  readonly requestId: string | undefined;
  /** The page about the operation. */
  readonly documentationUrl: string | undefined;
  /** Seconds after which the server asks to be called again. */
  readonly retryAfter: number | undefined;

  constructor(
    readonly operationId: OperationId,
    { status, headers, body }: ResponseRecord,
    hint = "",
  ) {
    const { message = "", errors, documentation_url } = Object(body);
    const found = [errors ?? []].flat();
    const details = found.map((error) =>
      error?.code ? `; ${error.field} ${error.message ?? error.code}` : `; ${error}`,
    );
    super(`${operationId}: ${status} ${message}${details.join("")}${hint}`.slice(0, 999));
    this.status = status;
    this.errors = found.filter((error) => error?.code);
    this.requestId = headers["x-github-request-id"];
    this.documentationUrl = documentation_url;
    this.retryAfter = retryAfterOf(headers);
    this.code =
      status === 401 && headers["x-github-otp"]
        ? "otp-required"
        : (codes[status === 403 && this.retryAfter !== undefined ? 429 : status] ??
          (status < 500 ? "unexpected" : "server-error"));
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
  const after = headers["retry-after"];
  if (after && +after >= 0) return +after;
  const reset = headers["x-ratelimit-remaining"] === "0" && headers["x-ratelimit-reset"];
  const time = Date.parse(after ?? "") || +(reset || 0) * 1000;
  return time ? Math.max(0, Math.ceil((time - Date.now()) / 1000)) : undefined;
}

/** Sentence for a 404 at a base URL that is not that of an Enterprise Server's API. */
export function hintAt(status: number | undefined, baseUrl: string): string {
  if (status !== 404 || /\/api\/v3$|\/\/api\./.test(baseUrl)) return "";
  return `; the base URL ${baseUrl} does not end in /api/v3`;
}
