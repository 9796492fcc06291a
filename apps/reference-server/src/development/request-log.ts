import type { AccessLogEntry } from "@grantbook/server";
import { redactBody, redactHeaders, redactPath, redactQuery } from "../redaction.js";

/** Maximum requests in the log. */
const maxRequests = 200;

/** Request to the API, with its result. Secrets are masked. */
export interface LoggedRequest {
  readonly time: string;
  readonly request_id: string;
  readonly operation: string | null;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** `null` unless the body is a JSON object. */
  readonly body: unknown;
  readonly status: number;
  readonly reason: string | null;
  /** Milliseconds. */
  readonly duration: number;
}

/** Log of the last requests to the API, newest first. */
export class RequestLog {
  #requests: LoggedRequest[] = [];

  get list(): readonly LoggedRequest[] {
    return this.#requests;
  }

  clear(): void {
    this.#requests = [];
  }

  add(time: Date, request: Request, body: string, report: AccessLogEntry): void {
    const { operationId } = report;
    const { pathname, searchParams } = new URL(request.url);
    this.#requests.unshift({
      time: time.toISOString(),
      request_id: report.requestId,
      operation: operationId ?? null,
      method: request.method,
      path: redactPath(pathname, operationId),
      query: redactQuery(searchParams, operationId),
      headers: redactHeaders(request.headers),
      body: redactBody(body, operationId) ?? null,
      status: report.status,
      reason: report.reason ?? null,
      duration: Math.round(report.duration * 100) / 100,
    });
    this.#requests.length = Math.min(this.#requests.length, maxRequests);
  }
}
