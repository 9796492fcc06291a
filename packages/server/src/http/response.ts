import { STATUS_CODES } from "node:http";
import { type Caller, type OperationId, operationTable } from "@grantbook/contract";
import { describeOperation } from "@grantbook/contract/description";
import { sufficientScopes } from "../domain/scopes.js";
import type { ApiResponse } from "./api-response.js";
import type { RequestContext } from "./context.js";
import { corsHeaders } from "./cors.js";
import { deprecationHeaders } from "./deprecation.js";
import { type Headers, headerTemplate } from "./header-template.js";
import { toJsonText } from "./json-text.js";
import { mediaTypeOf } from "./media-type.js";
import { isNotModified, validatorsOf } from "./preconditions.js";

const vary = "Accept-Encoding, Accept, X-Requested-With";
const privateVary = "Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding, X-Requested-With";

/** Headers of every response of a server. */
export function commonHeaders(site: string, enterpriseVersion: string): Readonly<Record<string, string>> {
  return {
    ...corsHeaders,
    "Content-Security-Policy": "default-src 'none'",
    "Referrer-Policy": "origin-when-cross-origin, strict-origin-when-cross-origin",
    ...(site.startsWith("https:")
      ? { "Strict-Transport-Security": "max-age=31536000; includeSubdomains; preload" }
      : {}),
    Vary: vary,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "deny",
    "X-GitHub-Enterprise-Version": enterpriseVersion,
    "X-XSS-Protection": "0",
  };
}

/** The part of a request context that the headers of a response depend on. */
export type RenderContext = Pick<RequestContext, "request" | "requestId" | "version" | "rateLimitHit"> &
  Partial<Pick<RequestContext, "token">>;

/** Renders a response. The content type is the renderer's choice: JSON, here. */
export type Renderer = (response: ApiResponse, context: RenderContext) => Response;

/** Values of the Status header, by status. Net::GitHub reads a deletion's success from it (recorded until 2020). */
const statusLines: Readonly<Record<number, string>> = Object.fromEntries(
  Object.entries(STATUS_CODES).map(([status, reason]) => [status, `${status} ${reason}`]),
);

const contentType = { "Content-Type": "application/json; charset=utf-8" };

/** Renderer of responses without an entity tag. `acceptedScopes` are those of the operation, if there is one. */
export function plainRenderer(common: Readonly<Headers>, acceptedScopes = ""): Renderer {
  const withoutBody = headerTemplate(common);
  const withBody = headerTemplate(common, contentType);

  return ({ status, headers, body }, context) => {
    const template = body === undefined ? withoutBody : withBody;
    const all = fillHeaders({ ...template }, status, context, acceptedScopes, headers);
    if (body === undefined) return new Response(null, { status, headers: all });
    return withContent(toJsonText(body, context.request), status, all, context.request);
  };
}

/** Response with a content; the response to HEAD says how long it would be (RFC 9110, section 9.3.2). */
function withContent(text: string, status: number, headers: Headers, { method }: Request): Response {
  if (method !== "HEAD") return new Response(text, { status, headers });
  headers["Content-Length"] = String(Buffer.byteLength(text));
  return new Response(null, { status, headers });
}

/**
 * Renderer of one operation. A success has an entity tag and says how it may be cached: not at all when it has a token
 * in it, else by its user for a minute. A GET whose client has a current copy becomes a 304.
 */
export function operationRenderer(id: OperationId, caller: Caller, common: Readonly<Headers>): Renderer {
  const fixed: Headers = { ...common, ...deprecationHeaders(id) };
  const acceptedScopes = sufficientScopes(operationTable[id].scopes).join(", ");
  const renderPlain = plainRenderer(fixed, acceptedScopes);
  const hasTime = declaresLastModified(id);
  // The answers to applications have a token in them, and so has a 201.
  const hasToken = caller === "application";
  const cacheControl = hasToken ? "no-store" : "private, max-age=60, s-maxage=60";
  const cached = { ETag: "", "Cache-Control": "", ...(hasToken ? {} : { Vary: privateVary }) };
  const unchanged = headerTemplate(fixed, cached, hasTime ? { "Last-Modified": "" } : {});
  const good = headerTemplate(unchanged, contentType);

  return (response, context) => {
    const { status, headers, body } = response;
    if (body === undefined || status >= 300) return renderPlain(response, context);
    const json = toJsonText(body, context.request);
    const validators = validatorsOf(body, hasTime, json);
    const isUnchanged = isNotModified(context.request, validators);
    if (isUnchanged) context.rateLimitHit?.refund();
    const [template, sent] = isUnchanged ? [unchanged, 304] : [good, status];
    const all = fillHeaders({ ...template }, sent, context, acceptedScopes, headers);
    all.ETag = status === 201 ? `"${validators.tag}"` : `W/"${validators.tag}"`;
    all["Cache-Control"] = status === 200 ? cacheControl : "no-store";
    if (validators.lastModified) all["Last-Modified"] = validators.lastModified.toUTCString();
    if (isUnchanged) return new Response(null, { status: 304, headers: all });
    return withContent(json, status, all, context.request);
  };
}

/** Sets what depends on the request in a copy of a template, and adds the response's own headers. */
function fillHeaders(
  all: Headers,
  status: number,
  { request, requestId, version, rateLimitHit, token }: RenderContext,
  acceptedScopes: string,
  own: ApiResponse["headers"],
): Headers {
  const { Link: link } = all;
  all.Status = statusLines[status] ?? String(status);
  all["X-GitHub-Request-Id"] = requestId;
  all["X-GitHub-Media-Type"] = mediaTypeOf(request);
  if (version === "") delete all["X-GitHub-Api-Version-Selected"];
  else all["X-GitHub-Api-Version-Selected"] = version;
  if (rateLimitHit) Object.assign(all, rateLimitHit.headers());
  if (token) {
    all["X-OAuth-Scopes"] = token.scopes.toSorted().join(", ");
    if (token.application) all["X-OAuth-Client-Id"] = token.application.clientId;
    all["X-Accepted-OAuth-Scopes"] = acceptedScopes;
  }
  for (const name in own) all[name] = own[name] as string;
  if (link && own?.Link) all.Link = `${own.Link}, ${link}`;
  return all;
}

function declaresLastModified(id: OperationId): boolean {
  return "Last-Modified" in (describeOperation(id).responses.get(200)?.headers ?? {});
}
