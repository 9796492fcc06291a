// The checks of a client that signs users in by the web application flow. Those it has no method for are left out.
import assert from "node:assert/strict";
import { authorize } from "./browser.js";
import { check, errorOf, settings } from "./check.js";

const { baseUrl, login, clientId, clientSecret, site } = settings;
const operation = "web application flow";

/** Login of the user of a token; undefined when the token is refused. */
export async function loginOf(token) {
  const response = await fetch(`${baseUrl}/user`, { headers: { authorization: `Bearer ${token}` } });
  return response.status === 200 ? (await response.json()).login : undefined;
}

/** Revokes a token as the application. */
export async function revoke(token) {
  const response = await fetch(`${baseUrl}/applications/${clientId}/token`, {
    method: "DELETE",
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: JSON.stringify({ access_token: token }),
  });
  assert.equal(response.status, 204);
}

/**
 * Runs the checks. `start()` returns the address that the user opens; `finish(url)` takes the address of the callback
 * and returns the token, or fails.
 */
export async function checkWebFlow({ start, finish }) {
  let token;
  // First: a user who has agreed once is not asked again.
  await check(operation, "an error when the user denies", async () => {
    const { url } = await authorize(await start(), { decision: "cancel" });
    assert.equal(url.searchParams.get("error"), "access_denied");
    const { message, error } = await errorOf(finish(url));
    assert.match(`${message} ${error}`, /denied/i);
  });
  await check(operation, "a user signs in, and the token is the user's", async () => {
    token = await finish((await authorize(await start())).url);
    assert.equal(await loginOf(token), login);
  });
  await check(operation, "no code for another redirect address", async () => {
    const address = new URL(await start());
    address.searchParams.set("redirect_uri", "https://evil.example/callback");
    const { url } = await authorize(address);
    assert.notEqual(url.hostname, "evil.example");
    assert.equal(url.searchParams.get("code"), null);
  });
  await check("apps/delete-token", "a revoked token signs nobody in", async () => {
    await revoke(token);
    assert.equal(await loginOf(token), undefined);
  });
}

/** Addresses of the flow. */
export const endpoints = {
  authorize: `${site}/login/oauth/authorize`,
  token: `${site}/login/oauth/access_token`,
  callback: "http://127.0.0.1/callback",
};
