// Only has to compile. What the types must refuse about errors and what a client tells; negatives first.
import type { FlowOperations, OperationId } from "@grantbook/contract";
import type { ApiError, ApiErrorCode, ClientError, ClientErrorCode, FieldError } from "./errors.js";
import type { DeprecationNotice } from "./middleware/deprecation.js";
import type { OtpPrompt } from "./middleware/otp.js";

type Equals<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function isTrue<T extends true>(): T;
declare const apiError: ApiError;
declare const clientError: ClientError;

// @ts-expect-error: no answer has this code
apiError.code === "timeout";
// @ts-expect-error: the lack of an answer has no such code
clientError.code === "not-found";
// @ts-expect-error: there may be no answer, and so no status
clientError.status.toFixed();
// @ts-expect-error: an error is as it was
apiError.status = 200;
// @ts-expect-error: headers and body may have secrets, and are not kept
apiError.headers;

/** Leaves no code out, or does not compile: a value is returned in every case. */
export function adviceAfter(code: ApiErrorCode): "mend" | "sign in" | "wait" | "read again" | "report" {
  switch (code) {
    case "bad-request":
    case "content-too-large":
    case "invalid":
    case "not-found":
    case "gone":
      return "mend";
    case "unauthenticated":
    case "otp-required":
    case "forbidden":
      return "sign in";
    case "rate-limited":
    case "unavailable":
      return "wait";
    case "not-modified":
    case "precondition-failed":
      return "read again";
    case "server-error":
    case "unexpected":
      return "report";
  }
}

/** Leaves no code out either. */
export function isSent(code: ClientErrorCode): boolean {
  switch (code) {
    case "invalid-request":
      return false;
    case "connection":
    case "timeout":
    case "redirect":
    case "invalid-response":
    case "pagination":
      return true;
  }
}

isTrue<Equals<typeof apiError.code, ApiErrorCode>>();
isTrue<Equals<typeof clientError.code, ClientErrorCode>>();
isTrue<Equals<typeof apiError.operationId, OperationId | keyof FlowOperations>>();
isTrue<Equals<typeof apiError.errors, readonly FieldError[]>>();
isTrue<Equals<FieldError["code"], string>>();
isTrue<Equals<typeof apiError.retryAfter, number | undefined>>();
isTrue<Equals<typeof clientError.retryAfter, number | undefined>>();
isTrue<Equals<DeprecationNotice["operationId"], string>>();
isTrue<Equals<DeprecationNotice["sunset"], Date>>();
isTrue<Equals<OtpPrompt["refused"], boolean>>();
