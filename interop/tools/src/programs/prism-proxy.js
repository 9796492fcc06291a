// Prism's proxy in front of the server: the life cycle of a token of a user with two-factor authentication, and of a
// personal token. The proxy objects to each request and response that the description does not have.
import assert from "node:assert/strict";
import { check, oneTimeCode, settings } from "../../../src/programs/check.js";
import { api } from "./descriptions.js";
import { send, startPrism } from "./prism.js";

const { baseUrl, clientId, clientSecret, login, otpLogin, otpSecret, password } = settings;
const prism = await startPrism("proxy", api.path, baseUrl);
const basic = (name, secret) => `Basic ${btoa(`${name}:${secret}`)}`;
const call =
  (authorization) =>
  (method, route, status, { headers, body } = {}) =>
    send(prism.url + route, { method, headers: { ...headers, authorization }, body, status });
const [user, protectedUser] = [basic(login, password), basic(otpLogin, password)].map(call);
const application = call(basic(clientId, clientSecret));
const [own, tokens] = [`/authorizations/clients/${clientId}`, `/applications/${clientId}/token`];

let token;
await check("oauth-authorizations/get-or-create-authorization-for-app", "a token after a one-time code", async () => {
  const body = { client_secret: clientSecret, scopes: ["repo"], note: "Prism" };
  const asked = await protectedUser("PUT", own, 401, { body });
  assert.match(asked.headers.get("x-github-otp"), /^required/);
  const made = await protectedUser("PUT", own, 201, { body, headers: { "x-github-otp": oneTimeCode(otpSecret) } });
  token = made.body.token;
});
await check("apps/check-token", "the token with its user", async () => {
  const { body } = await application("POST", tokens, 200, { body: { access_token: token } });
  assert.equal(body.user.login, otpLogin);
});
await check("users/get-authenticated", "the user of the token", async () => {
  const { body } = await call(`Bearer ${token}`)("GET", "/user", 200);
  assert.equal(body.login, otpLogin);
});
await check("apps/reset-token", "another token, and 404 for the first one", async () => {
  const { body } = await application("PATCH", tokens, 200, { body: { access_token: token } });
  await application("POST", tokens, 404, { body: { access_token: token } });
  token = body.token;
});
await check("apps/delete-token", "gone", async () => {
  await application("DELETE", tokens, 204, { body: { access_token: token } });
  await application("POST", tokens, 404, { body: { access_token: token } });
});

let id;
await check("oauth-authorizations/create-authorization", "a personal token, and 422 for its note again", async () => {
  const body = { note: "Prism", scopes: ["gist"] };
  ({ id } = (await user("POST", "/authorizations", 201, { body })).body);
  const { body: refusal } = await user("POST", "/authorizations", 422, { body });
  assert.equal(refusal.errors[0].code, "already_exists");
});
await check("oauth-authorizations/update-authorization", "one scope more, and 412 for an outdated copy", async () => {
  const route = `/authorizations/${id}`;
  const { headers } = await user("GET", route, 200);
  const tag = headers.get("etag");
  await user("GET", route, 304, { headers: { "if-none-match": tag } });
  const body = { add_scopes: ["repo"] };
  const updated = await user("PATCH", route, 200, { body, headers: { "if-match": tag } });
  assert.deepEqual(updated.body.scopes, ["gist", "repo"]);
  await user("PATCH", route, 412, { body, headers: { "if-match": tag } });
});
await check("oauth-authorizations/list-authorizations", "the token in a list", async () => {
  const { body } = await user("GET", "/authorizations?per_page=10", 200);
  assert.deepEqual(
    body.map((one) => one.id),
    [id],
  );
});
await check("oauth-authorizations/delete-grant", "gone with its token", async () => {
  const body = { client_secret: clientSecret };
  const made = await user("PUT", own, 201, { body });
  const { body: grants } = await user("GET", "/applications/grants", 200);
  await user("DELETE", `/applications/grants/${grants[0].id}`, 204);
  await application("POST", tokens, 404, { body: { access_token: made.body.token } });
});
await check("oauth-authorizations/delete-authorization", "gone, and 404 afterwards", async () => {
  await user("DELETE", `/authorizations/${id}`, 204);
  await user("GET", `/authorizations/${id}`, 404);
});
await check("apps/check-token", "a body that the description does not have is reported by the proxy", async () => {
  await assert.rejects(application("POST", tokens, 422, { body: { token } }), /access_token/);
});
prism.stop();
