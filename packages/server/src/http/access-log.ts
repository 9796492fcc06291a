import type { OperationId } from "@grantbook/contract";
import { Refusal } from "../domain/refusal.js";

/** Entry of the access log. It has nothing that was sent: no path, header or body. */
export interface AccessLogEntry {
  readonly requestId: string;
  /** Left out for a request that is for no operation. */
  readonly operationId?: OperationId;
  /** Path of a page, without what was sent with it. Left out for a request of the API. */
  readonly route?: string;
  readonly method: string;
  readonly status: number;
  /** Milliseconds until the response was made, reading the request included. */
  readonly duration: number;
  /** Address of the client. */
  readonly address: string;
  /** Authenticated caller: `user ID 1`, or `application` and the client id. */
  readonly caller?: string;
  /** Code of the refusal, or `failure` when the server itself failed. Left out for a success. */
  readonly reason?: string;
}

/** Request of an access log entry. All of it may be secret. */
export interface ReceivedRequest {
  readonly request: Request;
  /** Empty when there is none, and when the request was refused before its body was read. */
  readonly body: string;
}

/** Receives an entry for every request, once its response is made, and the request itself. */
export type OnResponse = (entry: AccessLogEntry, received: ReceivedRequest) => void;

/** Reason of an access log entry, for the error that a request ended with. */
export function errorReason(error: unknown): string {
  return error instanceof Refusal ? (error.reason as { readonly code: string }).code : "failure";
}
