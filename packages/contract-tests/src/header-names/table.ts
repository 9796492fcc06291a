import type { OperationId, StatusOf } from "@grantbook/contract";
import type { HeaderName } from "./sources.js";

type Names = readonly HeaderName[];
type Row<Status extends number> = { readonly [S in Status]?: Names };
type Rows = Readonly<Record<number, Names>>;

/** Headers of every response; the last three are about the connection and the time. */
export const always: Names = [
  ...(["Access-Control-Allow-Origin", "Access-Control-Expose-Headers", "Content-Security-Policy"] as const),
  ...(["Referrer-Policy", "Status", "Vary", "X-Content-Type-Options", "X-Frame-Options"] as const),
  ...(["X-GitHub-Enterprise-Version", "X-GitHub-Media-Type", "X-GitHub-Request-Id", "X-XSS-Protection"] as const),
  ...(["Connection", "Date", "Keep-Alive"] as const),
];

const version: Names = ["X-GitHub-Api-Version-Selected"];
const content: Names = ["Content-Length", "Content-Type"];
const versioned: Names = [...version, ...content];
const tags: Names = [...version, "Cache-Control", "ETag"];
const cached: Names = [...tags, ...content];
const retry: Names = ["Retry-After"];
const codings: Names = ["Accept-Encoding"];
const scopes: Names = ["X-Accepted-OAuth-Scopes", "X-OAuth-Scopes"];
const limits: Names = [
  ...(["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"] as const),
  ...(["X-RateLimit-Resource", "X-RateLimit-Used"] as const),
];

/** Errors of every operation. The version is selected after bad credentials and before everything else. */
const errors = {
  400: content,
  401: content,
  404: versioned,
  410: versioned,
  412: versioned,
  413: versioned,
  415: [...versioned, ...codings],
  422: versioned,
  500: versioned,
  503: [...versioned, ...retry],
} satisfies Rows;
/** A user operation gets 403 for a token. */
const userErrors = { ...errors, 403: [...versioned, ...scopes] } satisfies Rows;
/** An application gets 403 for too many requests. */
const applicationErrors = { ...errors, 403: [...versioned, ...limits] } satisfies Rows;
/** Here the sign-in itself fails, before the version is selected: the store, or too many failed logins. */
const openErrors = { ...errors, 403: [...content, ...retry], 500: content, 503: [...content, ...retry] };
const missingScope: Names = [...versioned, ...scopes];

/** Adds the three headers of a deprecated operation to each of its responses. */
function deprecated<R extends Rows>(row: R): R {
  const notice: Names = ["Deprecation", "Link", "Sunset"];
  return Object.fromEntries(Object.entries(row).map(([status, names]) => [status, [...names, ...notice]])) as Rows as R;
}

const list = deprecated({ ...userErrors, 200: cached, 304: tags });
const read = deprecated({ ...userErrors, 200: [...cached, "Last-Modified"], 304: [...tags, "Last-Modified"] });
const change = deprecated({ ...userErrors, 200: cached, 201: [...cached, "Location"], 204: version });
const call = { ...applicationErrors, 200: cached, 204: version } satisfies Rows;
const callWithTokenInPath = deprecated({ ...call, 304: tags });
const open = { ...openErrors, 200: [...cached, ...scopes], 304: tags } satisfies Rows;
const user = {
  ...openErrors,
  200: [...cached, ...scopes, "Last-Modified"],
  304: [...tags, "Last-Modified"],
} satisfies Rows;

/** Headers of each response beyond {@link always}, as the scenario of the status provokes it. */
export const table: { readonly [Id in OperationId]: Row<StatusOf<Id>> } = {
  "oauth-authorizations/list-grants": list,
  "oauth-authorizations/get-grant": read,
  "oauth-authorizations/delete-grant": change,
  "oauth-authorizations/list-authorizations": list,
  "oauth-authorizations/create-authorization": change,
  "oauth-authorizations/get-or-create-authorization-for-app": change,
  "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint": change,
  "oauth-authorizations/get-authorization": read,
  "oauth-authorizations/update-authorization": change,
  "oauth-authorizations/update-authorization-by-post": change,
  "oauth-authorizations/delete-authorization": change,
  "apps/check-token": call,
  "apps/reset-token": call,
  "apps/delete-token": call,
  "apps/delete-authorization": call,
  "apps/scope-token": { ...call, 403: versioned },
  "apps/check-authorization": callWithTokenInPath,
  "apps/reset-authorization": callWithTokenInPath,
  "apps/revoke-authorization-for-application": callWithTokenInPath,
  "apps/revoke-grant-for-application": callWithTokenInPath,
  "meta/root": { ...open, 200: cached },
  "meta/get": open,
  "rate-limit/get": { ...openErrors, 200: [...cached, ...limits], 304: [...tags, ...limits] },
  "users/get-authenticated": { ...user, 200: [...user[200], "X-OAuth-Client-Id"] },
  "users/get-by-username": user,
  "users/list-emails-for-authenticated-user": { ...open, 404: missingScope },
  "orgs/list-for-authenticated-user": { ...open, 403: missingScope },
  "teams/list-for-authenticated-user": { ...open, 404: missingScope },
};
