import { randomBytes } from "node:crypto";
import type { Caller, OperationId } from "@grantbook/contract";
import { describeOperation } from "@grantbook/contract/description";
import { isNotModified, stateOf } from "./conditions.js";
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

type Headers = Record<string, string>;

const contentType = { "content-type": "application/json; charset=utf-8" };

/**
 * What an answer of one kind is made from: all its headers, those that differ from answer to answer still empty. To copy
 * an object and set what is in it costs a hundredth of adding as much to a copy.
 */
function templateOf(...headers: readonly Readonly<Headers>[]): Readonly<Headers> {
  const empty = { "x-github-request-id": "", "x-github-media-type": "", "x-github-api-version-selected": "" };
  return Object.assign({}, ...headers, empty);
}

/** The renderer of answers that belong to no operation. */
export function plainRenderer(common: Readonly<Headers>): Renderer {
  const withoutBody = templateOf(common);
  const withBody = templateOf(common, contentType);

  return ({ status, headers, body }, occasion) => {
    const all = filled({ ...(body === undefined ? withoutBody : withBody) }, occasion, headers);
    return new Response(body === undefined ? null : JSON.stringify(body), { status, headers: all });
  };
}

/**
 * The renderer of one operation. A good answer gets its entity tag and says how it may be cached: not at all where a
 * token is in it, else by its user for a minute. A GET whose copy is current becomes a 304.
 */
export function operationRenderer(id: OperationId, caller: Caller, common: Readonly<Headers>): Renderer {
  const fixed: Headers = { ...common, ...deprecationHeaders(id) };
  const renderPlain = plainRenderer(fixed);
  const hasTime = declaresLastModified(id);
  // The answers to applications have a token in them, and so has a 201.
  const hasToken = caller === "application";
  const cacheControl = hasToken ? "no-store" : "private, max-age=60, s-maxage=60";
  const cached = { etag: "", "cache-control": "", ...(hasToken ? {} : { vary: privateVary }) };
  const unchanged = templateOf(fixed, cached, hasTime ? { "last-modified": "" } : {});
  const good = templateOf(unchanged, contentType);

  return (answer, occasion) => {
    const { status, headers, body } = answer;
    if (body === undefined || status >= 300) return renderPlain(answer, occasion);
    const json = JSON.stringify(body);
    const state = stateOf(body, hasTime, json);
    const isUnchanged = isNotModified(occasion.request, state);
    if (isUnchanged) occasion.charge?.giveBack();
    const all = filled(isUnchanged ? { ...unchanged } : { ...good }, occasion, headers);
    all.etag = status === 201 ? `"${state.tag}"` : `W/"${state.tag}"`;
    all["cache-control"] = status === 200 ? cacheControl : "no-store";
    if (state.lastModified) all["last-modified"] = state.lastModified.toUTCString();
    if (isUnchanged) return new Response(null, { status: 304, headers: all });
    return new Response(json, { status, headers: all });
  };
}

/** Sets what depends on the occasion in a copy of a template, and adds the answer's own headers. */
function filled(all: Headers, { request, requestId, version, charge }: Occasion, own: Answer["headers"]): Headers {
  const { link } = all;
  all["x-github-request-id"] = requestId;
  all["x-github-media-type"] = mediaTypeOf(request.headers.get("accept"));
  if (version === undefined) delete all["x-github-api-version-selected"];
  else all["x-github-api-version-selected"] = version;
  if (charge) Object.assign(all, charge.headers());
  if (own) Object.assign(all, own);
  if (link && own?.link) all.link = `${own.link}, ${link}`;
  return all;
}

function declaresLastModified(id: OperationId): boolean {
  return "Last-Modified" in (describeOperation(id).responses.get(200)?.headers ?? {});
}

const nameLength = 20;
/** Random digits for names, made many at a time: to ask the system for ten bytes costs as much as a look-up. */
let digits = "";
let taken = 0;

/** Names a request in answers and logs: random hexadecimal digits, and at the end the time in seconds. */
export function newRequestId(now: Date): string {
  if (taken === digits.length) {
    digits = randomBytes(nameLength * 128)
      .toString("hex")
      .toUpperCase();
    taken = 0;
  }
  const name = digits.slice(taken, taken + nameLength);
  taken += nameLength;
  const seconds = Math.floor(now.getTime() / 1000)
    .toString(16)
    .toUpperCase();
  return `${name.slice(0, 4)}:${name.slice(4, 8)}:${name.slice(8, 14)}:${name.slice(14)}:${seconds}`;
}
