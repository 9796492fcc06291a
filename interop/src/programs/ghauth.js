// ghauth: asks on the terminal for login, password and one-time code, and makes a token. The package is the parameter.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { check, oneTimeCode, settings } from "./check.js";
import { answerPrompts } from "./prompts.js";

const loaded = createRequire(import.meta.url)(process.argv[2]);
/** Version 3 has a callback, version 5 a promise. */
const ghauth = loaded.length > 1 ? promisify(loaded) : loaded;
const { baseUrl, otpLogin, password, otpSecret } = settings;
const { asked } = answerPrompts([
  ["username:", otpLogin],
  ["password:", password],
  ["OTP/2FA Code", () => oneTimeCode(otpSecret)],
]);

await check("oauth-authorizations/create-authorization", "a token after login, password and code", async () => {
  const authUrl = `${baseUrl}/authorizations`;
  const { user, token } = await ghauth({ authUrl, noSave: true, scopes: ["user"], note: "ghauth" });
  assert.equal(user, otpLogin);
  assert.match(token, /^ghp_/);
  assert.deepEqual(asked, ["username:", "password:", "OTP/2FA Code"]);
});
process.exit();
