// gh-got 11: requests with a token, answers and errors as got has them.
import assert from "node:assert/strict";
import ghGot from "gh-got";
import { check, errorOf, settings } from "./check.js";
import { applicationToken } from "./user-calls.js";

const token = await applicationToken(["user"]);
const gh = ghGot.extend({ prefixUrl: settings.baseUrl });

await check("users/get-authenticated", "the user of the token", async () => {
  const { body, headers } = await gh("user", { context: { token } });
  assert.equal(body.login, settings.login);
  assert.equal(headers["x-oauth-scopes"], "user");
});
await check("users/get-authenticated", "401 Bad credentials for a token that is none", async () => {
  const error = await errorOf(gh("user", { context: { token: `gho_${"0".repeat(36)}` } }));
  assert.equal(error.response.statusCode, 401);
  assert.match(error.message, /Bad credentials/);
});
