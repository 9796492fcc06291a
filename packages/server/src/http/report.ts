import type { OperationId } from "@grantbook/contract";
import { Refusal } from "../domain/refusal.js";

/** What is told of a request once its answer is made. Nothing that was sent is in it: no path, header or body. */
export interface RequestReport {
  readonly requestId: string;
  /** None when no operation is for the request. */
  readonly operationId?: OperationId;
  readonly method: string;
  readonly status: number;
  /** Milliseconds until the answer was made, reading the request included. */
  readonly duration: number;
  /** The address of the client. */
  readonly address: string;
  /** Who called, where that was found out: `user ID 1`, or `application` and the client id. */
  readonly caller?: string;
  /** Why there was no good answer: the code of the refusal, or `failure` when the server itself failed. */
  readonly reason?: string;
}

/** Is told of every request once its answer is made. */
export type OnAnswer = (report: RequestReport) => void;

/** What becomes known of a request while it is answered. */
export interface Findings {
  caller?: string;
  reason?: string;
}

/** Answers, and tells what came of it, where somebody wants to know. */
export function reported(
  onAnswer: OnAnswer | undefined,
  known: Pick<RequestReport, "requestId" | "operationId" | "method" | "address">,
  answer: (findings: Findings) => Promise<Response>,
): Promise<Response> {
  if (!onAnswer) return answer({});
  const started = performance.now();
  const findings: Findings = {};
  return answer(findings).then((response) => {
    onAnswer(Object.assign(findings, known, { status: response.status, duration: performance.now() - started }));
    return response;
  });
}

/** The one word for why a request was not answered well. */
export function reasonOf(error: unknown): string {
  return error instanceof Refusal ? (error.reason as { readonly code: string }).code : "failure";
}
