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

/** A request whose body can be read twice: by the server, and afterwards as text, as far as a body may go. */
export function readTwice(request: Request): { readonly request: Request; readonly text: () => Promise<string> } {
  if (!request.body) return { request, text: async () => "" };
  const [forServer, forUs] = request.body.tee();
  return {
    request: new Request(request, { body: forServer, duplex: "half" } as RequestInit),
    text: () => textOf(forUs),
  };
}

async function textOf(body: ReadableStream<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      length += chunk.byteLength;
      if (length > description["x-body-limit"]) return "";
    }
    return Buffer.concat(chunks).toString();
  } catch {
    // The client went away in the middle of it.
    return "";
  }
}
