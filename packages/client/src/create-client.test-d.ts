// Only has to compile. What the types must refuse about clients and calls; negatives first.
import type { OperationIdFor, StatusOf } from "@grantbook/contract";
import type { CallResult } from "./call-result.js";
import { createClient } from "./create-client.js";

type Equals<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function isTrue<T extends true>(): T;

const baseUrl = "http://127.0.0.1:3000/api/v3";
const user = createClient({ baseUrl, auth: { login: "octocat", password: "" } });
const application = createClient({ baseUrl, auth: { clientId: "", clientSecret: "" } });
const bearer = createClient({ baseUrl, auth: { token: "" } });
const path = { client_id: "" };
const body = { access_token: "" };

// Settings that are computed may be undefined, also with exactOptionalPropertyTypes.
declare const isSlow: boolean;
createClient({ baseUrl, auth: { token: "" }, timeout: isSlow ? 5 : undefined });

// @ts-expect-error: credentials are whole
createClient({ baseUrl, auth: { login: "octocat" } });
// @ts-expect-error: credentials are needed
createClient({ baseUrl });
// @ts-expect-error: the base URL is needed
createClient({ auth: { token: "" } });
// @ts-expect-error: there is no such setting
createClient({ baseUrl, auth: { token: "" }, retries: 3 });
// @ts-expect-error: retries are settings or none, not on
createClient({ baseUrl, auth: { token: "" }, retry: true });
// @ts-expect-error: a time is a number of milliseconds
createClient({ baseUrl, auth: { token: "" }, timeout: "10s" });
// @ts-expect-error: a one-time code is a text, its zeros in front count
createClient({ baseUrl, auth: { token: "" }, otp: () => 123456 });
// @ts-expect-error: a fetch gives a response
createClient({ baseUrl, auth: { token: "" }, fetch: async () => "" });

// @ts-expect-error: a user cannot call an operation for applications
user.call("apps/check-token", { path, body });
// @ts-expect-error: an application cannot call an operation for users
application.call("oauth-authorizations/list-grants");
// @ts-expect-error: an application is not the holder of a token
application.call("users/get-authenticated");
// @ts-expect-error: a token is not good for the operations of its user
bearer.call("oauth-authorizations/list-grants");
// @ts-expect-error: there is no such operation
user.call("oauth-authorizations/list-tokens");
// @ts-expect-error: the request is required
user.call("oauth-authorizations/get-grant");
// @ts-expect-error: the identifier is a number
user.call("oauth-authorizations/get-grant", { path: { grant_id: "1" } });
// @ts-expect-error: the path parameter is required
application.call("apps/check-token", { body });
// @ts-expect-error: the body is required
application.call("apps/check-token", { path });
// @ts-expect-error: there is no such query parameter
user.call("oauth-authorizations/list-grants", { query: { perPage: 2 } });
// @ts-expect-error: there is no such header
user.call("oauth-authorizations/list-grants", { headers: { "x-otp": "" } });
// @ts-expect-error: there is no such option
user.call("oauth-authorizations/list-grants", {}, { retry: false });
// @ts-expect-error: what breaks a call off is a signal
user.call("oauth-authorizations/list-grants", {}, { signal: new AbortController() });

user.call("oauth-authorizations/list-grants");
user.call("oauth-authorizations/list-grants", { query: { per_page: 2 }, headers: { "x-github-otp": "" } });
user.call("oauth-authorizations/list-grants", {}, { timeout: 0, signal: new AbortController().signal });
user.call("users/get-authenticated");
bearer.call("meta/get");
application.call("apps/check-token", { path, body });

const created = await user.call("oauth-authorizations/create-authorization", { body: { note: "a note" } });
// @ts-expect-error: which body it is depends on the status
created.body.token;
// @ts-expect-error: the description does not declare it
created.status satisfies 418;
if (created.status === 201) {
  created.body.token satisfies string;
  created.headers.location satisfies string | undefined;
  // @ts-expect-error: the header is not declared for this status
  created.headers["x-oauth-scopes"];
} else if (created.status === 422) {
  created.body.errors satisfies { code: string }[] | undefined;
  // @ts-expect-error: an error has no token
  created.body.token;
}

const stored = await user.call("oauth-authorizations/get-or-create-authorization-for-app", {
  path,
  body: { client_secret: "" },
});
if (stored.status === 201) isTrue<Equals<typeof stored.headers.location, string | undefined>>();
if (stored.status === 200 || stored.status === 201) isTrue<Equals<typeof stored.body.token, string>>();

const listed = await user.call("oauth-authorizations/list-grants", { headers: { "if-none-match": "" } });
if (listed.status === 304) isTrue<Equals<typeof listed.body, undefined>>();
if (listed.status === 200) isTrue<Equals<(typeof listed.body)[number]["id"], number>>();

isTrue<
  Equals<Parameters<typeof user.call>[0], OperationIdFor<"user"> | OperationIdFor<"token"> | OperationIdFor<"anyone">>
>();
isTrue<Equals<Parameters<typeof application.call>[0], OperationIdFor<"application">>>();
isTrue<Equals<Parameters<typeof bearer.call>[0], OperationIdFor<"token"> | OperationIdFor<"anyone">>>();
type Common = "call" | "GET" | "PUT" | "POST" | "DELETE" | "PATCH" | "use" | "eject";
isTrue<Equals<keyof typeof user, Common | "authorizations" | "grants" | "users" | "meta">>();
isTrue<Equals<keyof typeof application, Common | "tokens" | "grants">>();
isTrue<Equals<keyof typeof bearer, Common | "users" | "meta">>();
isTrue<Equals<CallResult<"apps/delete-token">["status"], StatusOf<"apps/delete-token">>>();
isTrue<Equals<undefined extends CallResult<"apps/delete-token">["headers"] ? true : false, false>>();
