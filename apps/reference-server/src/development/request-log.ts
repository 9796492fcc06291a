import type { AccessLogEntry, ReceivedRequest } from "@grantbook/server";
import { redactBody, redactHeaders, redactPath, redactQuery } from "../redaction.js";

/** Maximum requests in the log. */
const maxRequests = 200;
/**
 * Milliseconds until the secrets of a request are masked. Under load, most requests have left the log before: masking
 * 200 requests every 50 ms took 4 % of the time (`npm start` in `packages/benchmarks`).
 */
const redactionDelayMs = 500;

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

interface PendingRequest {
  readonly time: Date;
  readonly entry: AccessLogEntry;
  readonly request: Request;
  readonly body: string;
}

/** Log of the last requests to the API, newest first. */
export class RequestLog {
  #requests: LoggedRequest[] = [];
  /** Requests that are not masked yet, oldest first: at most twice the maximum. */
  #pending: PendingRequest[] = [];
  #timer: NodeJS.Timeout | undefined;

  get list(): readonly LoggedRequest[] {
    this.#redact();
    return this.#requests;
  }

  clear(): void {
    this.#pending = [];
    this.#requests = [];
  }

  add(time: Date, entry: AccessLogEntry, { request, body }: ReceivedRequest): void {
    this.#pending.push({ time, entry, request, body });
    if (this.#pending.length > 2 * maxRequests) this.#pending = this.#pending.slice(-maxRequests);
    this.#timer ??= setTimeout(() => this.#redact(), redactionDelayMs).unref();
  }

  #redact(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const newest = this.#pending.slice(-maxRequests).reverse().map(toLoggedRequest);
    this.#pending = [];
    this.#requests = [...newest, ...this.#requests].slice(0, maxRequests);
  }
}

function toLoggedRequest({ time, entry, request, body }: PendingRequest): LoggedRequest {
  const { operationId } = entry;
  const { pathname, searchParams } = new URL(request.url);
  return {
    time: time.toISOString(),
    request_id: entry.requestId,
    operation: operationId ?? null,
    method: request.method,
    path: redactPath(pathname, operationId),
    query: redactQuery(searchParams, operationId),
    headers: redactHeaders(request.headers),
    body: redactBody(body, operationId) ?? null,
    status: entry.status,
    reason: entry.reason ?? null,
    duration: Math.round(entry.duration * 100) / 100,
  };
}
