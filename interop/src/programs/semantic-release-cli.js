// semantic-release-cli 3: the step of its setup that signs in to GitHub and makes a token.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { check, oneTimeCode, settings } from "./check.js";
import { answerPrompts } from "./prompts.js";

const require = createRequire(import.meta.url);
const { baseUrl, otpLogin, password, otpSecret } = settings;
const { asked } = answerPrompts([
  ["GitHub username?", otpLogin],
  ["GitHub password?", password],
  ["two-factor authentication code?", () => oneTimeCode(otpSecret)],
]);

await check("oauth-authorizations/create-authorization", "a token after login, password and code", async () => {
  await promisify(require("npm").load)({ progress: false });
  const logIn = require("semantic-release-cli/src/lib/github.js");
  const info = { options: { keychain: false }, ghepurl: baseUrl };
  await logIn({}, info);
  assert.match(info.github.token, /^ghp_/);
  assert.equal(asked.length, 3);
});
process.exit();
