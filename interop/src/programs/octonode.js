// octonode: auth.config().login() makes a token, a client with it reads the user.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { check, errorOf, oneTimeCode, settings } from "./check.js";

const { auth, client } = createRequire(import.meta.url)("octonode");
const { baseUrl: apiUrl, login, otpLogin, password, otpSecret, host, port } = settings;
const call = (run) =>
  new Promise((resolve, reject) => run((error, ...values) => (error ? reject(error) : resolve(values))));
const logIn = (options, body) => call((done) => auth.config({ apiUrl, password, ...options }).login(body, done));

let id;
let token;
await check("oauth-authorizations/create-authorization", "an id and a token for scopes and a note", async () => {
  [id, token] = await logIn({ username: login }, { scopes: ["user", "repo"], note: "octonode" });
  assert.equal(typeof id, "number");
  assert.match(token, /^ghp_/);
});
await check("users/get-authenticated", "the user of the token", async () => {
  const connected = client(token, { protocol: "https", hostname: host, port });
  const [status, user] = await call((done) => connected.get("/api/v3/user", {}, done));
  assert.deepEqual([status, user.login], [200, login]);
});
await check("oauth-authorizations/delete-authorization", "no error when the token is revoked", async () => {
  await call((done) => auth.config({ apiUrl, username: login, password }).revoke(id, done));
});
await check("oauth-authorizations/create-authorization", "Bad credentials for a wrong password", async () => {
  const error = await errorOf(logIn({ username: login, password: "wrong" }, { note: "never" }));
  assert.equal(error.message, "Bad credentials");
});
await check("oauth-authorizations/create-authorization", "a token with a one-time code", async () => {
  const asked = await errorOf(logIn({ username: otpLogin }, { note: "two-factor" }));
  assert.match(asked.message, /OTP code/);
  const [, made] = await logIn({ username: otpLogin, otp: oneTimeCode(otpSecret) }, { note: "two-factor" });
  assert.match(made, /^ghp_/);
});
