// @octokit/auth-oauth-device: a program without a browser of its own.
import assert from "node:assert/strict";
import { createOAuthDeviceAuth } from "@octokit/auth-oauth-device";
import { request as plain } from "@octokit/request";
import { authorize } from "./browser.js";
import { check, errorOf, settings } from "./check.js";
import { loginOf, revoke } from "./web-flow.js";

const { baseUrl, clientId, login } = settings;
const signIn = (decision) =>
  createOAuthDeviceAuth({
    clientType: "oauth-app",
    clientId,
    scopes: ["repo"],
    request: plain.defaults({ baseUrl }),
    onVerification: ({ verification_uri, user_code }) =>
      authorize(verification_uri, { decision, fields: { user_code } }),
  })({ type: "oauth" });

await check("device flow", "a token once the user has entered the code", async () => {
  const { token } = await signIn("authorize");
  assert.equal(await loginOf(token), login);
  await revoke(token);
  assert.equal(await loginOf(token), undefined);
});
await check("device flow", "access_denied when the user denies", async () => {
  assert.equal((await errorOf(signIn("cancel"))).response.data.error, "access_denied");
});
