// Only has to compile. What the types must refuse about calls.
import { createClient } from "./create-client.js";

const baseUrl = "http://127.0.0.1:3000/api/v3";
const user = createClient({ baseUrl, auth: { login: "octocat", password: "" } });
const application = createClient({ baseUrl, auth: { clientId: "", clientSecret: "" } });
const path = { client_id: "" };

// @ts-expect-error: credentials are whole
createClient({ baseUrl, auth: { login: "octocat" } });
// @ts-expect-error: a user cannot call an operation for applications
user.call("apps/check-token", { path, body: { access_token: "" } });
// @ts-expect-error: an application cannot call an operation for users
application.call("oauth-authorizations/list-grants");
// @ts-expect-error: there is no such operation
user.call("oauth-authorizations/list-tokens");
// @ts-expect-error: the request is required
user.call("oauth-authorizations/get-grant");
// @ts-expect-error: the identifier is a number
user.call("oauth-authorizations/get-grant", { path: { grant_id: "1" } });

const answer = await user.call("oauth-authorizations/create-authorization", { body: { note: "a note" } });
// @ts-expect-error: which body it is depends on the status
answer.body.token;
if (answer.status === 201) {
  answer.body.token satisfies string;
  answer.headers.location satisfies string | undefined;
} else if (answer.status === 422) {
  answer.body.errors satisfies { code: string }[] | undefined;
  // @ts-expect-error: an error has no token
  answer.body.token;
}
