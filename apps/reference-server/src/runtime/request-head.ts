import type { IncomingMessage } from "node:http";

/**
 * Reduces a request target to path and query. A target in absolute form, as sent to a proxy, addresses this server all
 * the same (RFC 9112, section 3.2.2). Its authority is dropped, because it may hold a password.
 */
export function toOriginForm(target: string): string {
  if (target.startsWith("/") || !URL.canParse(target)) return target;
  const { pathname, search } = new URL(target);
  return pathname + search;
}

/** Reads the Expect header. HTTP/1.0 has none, and one that is sent is ignored (RFC 9110, section 10.1.1). */
export function expectationOf({ httpVersion, headers }: IncomingMessage): "continue" | "unknown" | undefined {
  const { expect } = headers;
  if (expect === undefined || httpVersion === "1.0") return undefined;
  return /(?:^|\W)100-continue(?:$|\W)/i.test(expect) ? "continue" : "unknown";
}

/** Response to bytes that the HTTP parser rejects. Without a status line the socket is closed without a response. */
export interface ParserRejection {
  /** Label of the metric. */
  readonly reason: string;
  readonly response: string | undefined;
}

/** Adds a request id to a raw response, after the status line. */
export function withRequestId(response: string, requestId: string): string {
  return response.replace("\r\n", `\r\nX-GitHub-Request-Id: ${requestId}\r\n`);
}

/** Returns the response to an error of the HTTP parser, or of a socket, by its code. */
export function rejectionOf({ code }: NodeJS.ErrnoException): ParserRejection {
  return rejections.get(code) ?? malformed;
}

function rejection(reason: string, status?: string): ParserRejection {
  return {
    reason,
    response: status && `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  };
}

const malformed = rejection("malformed", "400 Bad Request");
const rejections = new Map<string | undefined, ParserRejection>([
  ["HPE_HEADER_OVERFLOW", rejection("headers-too-large", "431 Request Header Fields Too Large")],
  ["HPE_CHUNK_EXTENSIONS_OVERFLOW", rejection("malformed", "413 Content Too Large")],
  ["ERR_HTTP_REQUEST_TIMEOUT", rejection("too-slow", "408 Request Timeout")],
  ["ECONNRESET", rejection("reset")],
  ["EPIPE", rejection("reset")],
]);
