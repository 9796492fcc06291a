import { type Reason, Refusal } from "../domain/refusal.js";
import { type Answer, failureAnswer, type HttpReason, refusalAnswer } from "./refusals.js";

/** Is told of what went wrong in the server itself. */
export type OnError = (error: unknown, request: FailedRequest) => void;

/** The request in which something went wrong. */
export interface FailedRequest {
  readonly requestId: string;
  readonly operationId?: string;
  /** The database could not be used, and the request was answered with 503. There may be many of these. */
  readonly isOutage?: true;
}

/** What an answer to an error goes by. */
export interface Circumstances {
  readonly requestId: string;
  readonly operationId?: string;
  readonly documentationUrl: string;
  readonly onError: OnError;
}

/** The one place where errors become answers: a refusal says why, anything else is told to the log alone. */
export function answerToError(error: unknown, { documentationUrl, onError, ...request }: Circumstances): Answer {
  if (!(error instanceof Refusal)) {
    onError(error, request);
    return failureAnswer(documentationUrl);
  }
  if (error.cause !== undefined) onError(error.cause, { ...request, isOutage: true });
  return refusalAnswer(error.reason as Reason | HttpReason, documentationUrl);
}
