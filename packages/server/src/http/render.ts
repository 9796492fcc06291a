import { randomFillSync } from "node:crypto";
import { type Caller, type Answer as DeclaredAnswer, type OperationId, resolve } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";
import { operationOf } from "../description-index.js";
import { isNotModified, type State, stateOf } from "./conditions.js";
import { mediaTypeOf } from "./media-type.js";
import type { Charge } from "./rate-limit.js";
import type { Answer } from "./refusals.js";
import { deprecationHeaders } from "./removal.js";

const vary = "Accept-Encoding, Accept, X-Requested-With";
const privateVary = "Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding, X-Requested-With";

const exposedHeaders = [
  "ETag, Link, Location, Retry-After, X-GitHub-OTP, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used",
  "X-RateLimit-Resource, X-RateLimit-Reset, X-OAuth-Scopes, X-Accepted-OAuth-Scopes, X-Poll-Interval",
  "X-GitHub-Media-Type, X-GitHub-SSO, X-GitHub-Request-Id, Deprecation, Sunset",
].join(", ");

/** The headers that every answer of a server has. */
export function commonHeaders(site: string, enterpriseVersion: string): Readonly<Record<string, string>> {
  return {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": exposedHeaders,
    "content-security-policy": "default-src 'none'",
    "referrer-policy": "origin-when-cross-origin, strict-origin-when-cross-origin",
    ...(site.startsWith("https:")
      ? { "strict-transport-security": "max-age=31536000; includeSubdomains; preload" }
      : {}),
    vary,
    "x-content-type-options": "nosniff",
    "x-frame-options": "deny",
    "x-github-enterprise-version": enterpriseVersion,
    "x-xss-protection": "0",
  };
}

/** What the headers of one answer depend on. */
export interface Occasion {
  readonly request: Request;
  readonly requestId: string;
  /** The API version that was selected, where one was. */
  readonly version?: string | undefined;
  /** What the request was charged, where requests are limited. */
  readonly charge?: Charge | undefined;
}

/** Makes what is sent of an answer. */
export type Renderer = (answer: Answer, occasion: Occasion) => Response;

/** The renderer of answers that belong to no operation. */
export function plainRenderer(common: Readonly<Record<string, string>>): Renderer {
  return ({ status, headers, body }, occasion) => {
    const all = headersFor(occasion, common, headers);
    if (body === undefined) return new Response(null, { status, headers: all });
    all["content-type"] = "application/json; charset=utf-8";
    return new Response(JSON.stringify(body), { status, headers: all });
  };
}

/**
 * The renderer of one operation. A good answer gets its entity tag and says how it may be cached: not at all where a
 * token is in it, else by its user for a minute. A GET whose copy is current becomes a 304.
 */
export function operationRenderer(id: OperationId, caller: Caller, common: Readonly<Record<string, string>>): Renderer {
  const { link: deprecationLink, ...deprecation } = deprecationHeaders(operationOf(id));
  const fixed = { ...common, ...deprecation };
  const hasTime = declaresLastModified(id);

  return ({ status, headers, body }, occasion) => {
    const all = headersFor(occasion, fixed, headers);
    if (deprecationLink) all.link = all.link ? `${all.link}, ${deprecationLink}` : deprecationLink;
    if (body === undefined) return new Response(null, { status, headers: all });
    const json = JSON.stringify(body);
    if (status < 300) {
      const state = stateOf(body, hasTime, json);
      addCacheHeaders(all, status, caller, state);
      if (isRead(occasion.request) && isNotModified(occasion.request, state)) {
        occasion.charge?.giveBack();
        return new Response(null, { status: 304, headers: { ...all, ...occasion.charge?.headers() } });
      }
    }
    all["content-type"] = "application/json; charset=utf-8";
    return new Response(json, { status, headers: all });
  };
}

function declaresLastModified(id: OperationId): boolean {
  const good = operationOf(id).responses["200"];
  return good !== undefined && "Last-Modified" in (resolve<DeclaredAnswer>(description, good).headers ?? {});
}

/** The answers to applications have a token in them, and so has a 201. */
function addCacheHeaders(
  all: Record<string, string>,
  status: number,
  caller: Caller,
  { tag, lastModified }: State,
): void {
  all.etag = status === 201 ? `"${tag}"` : `W/"${tag}"`;
  all["cache-control"] = caller !== "application" && status === 200 ? "private, max-age=60, s-maxage=60" : "no-store";
  if (caller !== "application") all.vary = privateVary;
  if (lastModified) all["last-modified"] = lastModified.toUTCString();
}

function isRead({ method }: Request): boolean {
  return method === "GET" || method === "HEAD";
}

/** All headers but those of the body. One object is made and added to: joining several costs more than any look-up. */
function headersFor(
  { request, requestId, version, charge }: Occasion,
  fixed: Readonly<Record<string, string>>,
  own: Answer["headers"],
): Record<string, string> {
  const all = { ...fixed };
  all["x-github-request-id"] = requestId;
  all["x-github-media-type"] = mediaTypeOf(request.headers.get("accept"));
  if (version !== undefined) all["x-github-api-version-selected"] = version;
  if (charge) Object.assign(all, charge.headers());
  if (own) Object.assign(all, own);
  return all;
}

const nameLength = 10;
/** Random bytes for names, taken from the system many at a time: asking for ten costs as much as a look-up. */
const pool = Buffer.alloc(nameLength * 256);
let taken = pool.length;

/** Names a request in answers and logs: random hexadecimal digits, and at the end the time in seconds. */
export function newRequestId(now: Date): string {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  const digits = pool.toString("hex", taken, taken + nameLength).toUpperCase();
  taken += nameLength;
  const seconds = Math.floor(now.getTime() / 1000)
    .toString(16)
    .toUpperCase();
  return `${digits.slice(0, 4)}:${digits.slice(4, 8)}:${digits.slice(8, 14)}:${digits.slice(14)}:${seconds}`;
}
