// Only has to compile. What the types must refuse about methods and lists; negatives first.
import type { components } from "@grantbook/contract";
import { createClient } from "./create-client.js";
import type { Page, SuccessBody } from "./method-types.js";

type Equals<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function isTrue<T extends true>(): T;
type Given<Method extends (...request: never) => unknown> = Awaited<ReturnType<Method>>;
type Schemas = components["schemas"];

const baseUrl = "http://127.0.0.1:3000/api/v3";
const user = createClient({ baseUrl, auth: { login: "octocat", password: "" } });
const application = createClient({ baseUrl, auth: { clientId: "", clientSecret: "" } });
const bearer = createClient({ baseUrl, auth: { token: "" } });

// @ts-expect-error: tokens are for applications
user.tokens;
// @ts-expect-error: a user has no token of an application to delete a grant with
user.grants.deleteByToken;
// @ts-expect-error: authorizations are for users
application.authorizations;
// @ts-expect-error: the list of grants is for users
application.grants.list;
// @ts-expect-error: operations for the holder of a token are not for applications
application.users;
// @ts-expect-error: a token is not good for the authorizations of its user
bearer.authorizations;
// @ts-expect-error: there is no such method
user.grants.update;

// @ts-expect-error: the identifier is required
user.grants.get();
// @ts-expect-error: the identifier is required
user.authorizations.update({ note: "" });
// @ts-expect-error: the identifier is a number
user.authorizations.get({ authorization_id: "1" });
// @ts-expect-error: there is no such parameter
user.authorizations.get({ authorization_id: 1, page: 1 });
// @ts-expect-error: there is no such field
user.authorizations.create({ notes: "" });
// @ts-expect-error: a note is a text
user.authorizations.create({ note: 1 });
// @ts-expect-error: a user says which application
user.authorizations.getOrCreate({ client_secret: "" });
// @ts-expect-error: and the application says who it is
user.authorizations.getOrCreate({ client_id: "" });
// @ts-expect-error: the fingerprint is a part of the address
user.authorizations.getOrCreateForFingerprint({ client_id: "", client_secret: "" });
// @ts-expect-error: the token is required
application.tokens.check();
// @ts-expect-error: the token is a text
application.tokens.check({ access_token: 1 });
// @ts-expect-error: the client id is a text
application.tokens.check({ access_token: "", client_id: 1 });
// @ts-expect-error: there is no such header
user.grants.get({ grant_id: 1 }, { headers: { "x-otp": "" } });
// @ts-expect-error: retries are a setting of the client
user.grants.get({ grant_id: 1 }, { retry: false });
// @ts-expect-error: one page is not followed
user.grants.list({}, { maxPages: 2 });

// @ts-expect-error: one authorization is no list
user.authorizations.iterate({ authorization_id: 1 });
// @ts-expect-error: no list of tokens is there
application.tokens.iterate;
// @ts-expect-error: a user is no list
bearer.users.pages;
// @ts-expect-error: there is no such query parameter
user.grants.iterate({ perPage: 2 });
// @ts-expect-error: a number of pages
user.grants.pages({}, { maxPages: "2" });

user.grants.list();
user.grants.list({ per_page: 2, client_id: "" }, { headers: { "if-none-match": "" }, timeout: 0 });
user.authorizations.create();
application.tokens.check({ access_token: "" });
application.tokens.check({ access_token: "", client_id: "" });
bearer.meta.get({}, { signal: new AbortController().signal });

isTrue<Equals<Given<typeof user.grants.list>, Schemas["application-grant"][]>>();
isTrue<Equals<Given<typeof user.authorizations.create>, Schemas["authorization"]>>();
isTrue<Equals<Given<typeof user.authorizations.getOrCreate>, Schemas["authorization"]>>();
isTrue<Equals<Given<typeof user.authorizations.delete>, undefined>>();
isTrue<Equals<Given<typeof application.tokens.reset>["token"], string>>();
isTrue<Equals<Given<typeof application.grants.deleteByToken>, undefined>>();
isTrue<Equals<Given<typeof bearer.users.getAuthenticated>["login"], string>>();
isTrue<Equals<SuccessBody<"oauth-authorizations/get-grant">["id"], number>>();

const grants = user.grants.iterate({ per_page: 2 }, { maxPages: 2 });
isTrue<Equals<typeof grants, AsyncGenerator<Schemas["application-grant"], void, undefined>>>();
const pages = user.authorizations.pages();
isTrue<Equals<typeof pages, AsyncGenerator<Page<Schemas["authorization"]>, void, undefined>>>();
for await (const page of pages) isTrue<Equals<(typeof page.items)[number]["id"], number>>();
