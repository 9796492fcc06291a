// ghauth 5: asks on the terminal for login, password and one-time code of an Enterprise Server, and makes a token.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { check, oneTimeCode, settings } from "./check.js";
import { answerPrompts } from "./prompts.js";

const ghauth = createRequire(import.meta.url)("ghauth-5");
const { baseUrl, otpLogin, password, otpSecret } = settings;
answerPrompts([
  ["username:", otpLogin],
  ["password:", password],
  ["OTP/2FA Code", () => oneTimeCode(otpSecret)],
]);

await check("oauth-authorizations/create-authorization", "a token after login, password and code", async () => {
  const authUrl = `${baseUrl}/authorizations`;
  const { user, token } = await ghauth({ authUrl, noSave: true, scopes: ["user"], note: "ghauth" });
  assert.equal(user, otpLogin);
  assert.match(token, /^ghp_/);
});
process.exit();
