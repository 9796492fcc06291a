import { description } from "@grantbook/contract/description";
import type { RequestReport } from "@grantbook/server";
import { shownBody, shownHeadersOf, shownPath, shownQuery } from "./masks.js";

/** How many requests are remembered. */
const rememberedAtMost = 200;

/** A request that the API was sent, and what came of it. Secrets in it are masked. */
export interface RecentRequest {
  readonly time: string;
  readonly request_id: string;
  readonly operation: string | null;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** `null` where there was none, or no JSON object. */
  readonly body: unknown;
  readonly status: number;
  readonly reason: string | null;
  /** Milliseconds. */
  readonly duration: number;
}

/** Remembers the last requests to the API, newest first. */
export class RecentRequests {
  #requests: RecentRequest[] = [];

  get list(): readonly RecentRequest[] {
    return this.#requests;
  }

  clear(): void {
    this.#requests = [];
  }

  add(time: Date, request: Request, body: string, report: RequestReport): void {
    const { operationId } = report;
    const { pathname, searchParams } = new URL(request.url);
    this.#requests.unshift({
      time: time.toISOString(),
      request_id: report.requestId,
      operation: operationId ?? null,
      method: request.method,
      path: shownPath(pathname, operationId),
      query: shownQuery(searchParams, operationId),
      headers: shownHeadersOf(request.headers),
      body: shownBody(body, operationId) ?? null,
      status: report.status,
      reason: report.reason ?? null,
      duration: Math.round(report.duration * 100) / 100,
    });
    this.#requests.length = Math.min(this.#requests.length, rememberedAtMost);
  }
}

/** A request whose body was read, and the same request once more, for the server to read. */
export interface ReadRequest {
  readonly request: Request;
  /** Empty when it is longer than a body may be, or did not arrive whole. */
  readonly text: string;
}

/** Reads a body as far as a body may go, so that it can be read again. */
export async function readAhead(request: Request): Promise<ReadRequest> {
  const announced = Number(request.headers.get("content-length"));
  if (!request.body || announced > description["x-body-limit"]) return { request, text: "" };
  const again = (body: Uint8Array | ReadableStream) => new Request(request, { body, duplex: "half" } as RequestInit);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = request.body.getReader();
    while (length <= description["x-body-limit"]) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      length += value.byteLength;
    }
  } catch (error) {
    // The client went away in the middle of it: let the server find that out as well.
    return { request: again(new ReadableStream({ pull: (controller) => controller.error(error) })), text: "" };
  }
  const bytes = Buffer.concat(chunks);
  return { request: again(bytes), text: length > description["x-body-limit"] ? "" : bytes.toString() };
}
