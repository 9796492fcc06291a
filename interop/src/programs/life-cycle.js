// Life cycle of authorizations, as a user of a client sees it. An adapter describes the client: functions that call it
// and return the object of the API. Functions that the client lacks are left out, and not checked.
import assert from "node:assert/strict";
import { check, errorOf, settings } from "./check.js";

const total = 70;
const api = `${settings.baseUrl}/authorizations`;

/** Checks everything that an adapter has. */
export async function lifeCycle(client) {
  await personalTokens(client);
  await applicationTokens(client);
  await errorsAndNotices(client);
}

async function personalTokens(client) {
  if (!client.create) return;
  let id;
  await check("oauth-authorizations/create-authorization", "an authorization with its token", async () => {
    const made = await client.create({ note: "interop 0", scopes: ["repo"] });
    ({ id } = made);
    assert.match(made.token, /^ghp_[0-9A-Za-z]{36}$/);
    if (made.url) assert.equal(made.url, `${api}/${id}`);
    if (made.scopes) assert.deepEqual(made.scopes, ["repo"]);
  });
  if (client.list) {
    await check("oauth-authorizations/list-authorizations", `${total} over pages, each once`, async () => {
      for (let number = 1; number < total; number += 1) await client.create({ note: `interop ${number}` });
      const listed = await client.list();
      assert.equal(new Set(listed.map((one) => one.id)).size, total);
      assert.equal(listed.length, total);
    });
  }
  if (client.get) {
    await check("oauth-authorizations/get-authorization", "the authorization without its token", async () => {
      const found = await client.get(id);
      assert.equal(found.note, "interop 0");
      assert.equal(found.token, "");
      assert.equal(found.token_last_eight.length, 8);
    });
  }
  if (client.update) {
    await check("oauth-authorizations/update-authorization", "one scope more", async () => {
      const updated = await client.update(id, { add_scopes: ["gist"], note: "renamed" });
      assert.deepEqual([...updated.scopes].sort(), ["gist", "repo"]);
      assert.equal(updated.note, "renamed");
    });
  }
  if (client.unchanged) {
    await check("oauth-authorizations/get-authorization", "304 for the ETag it was given", async () => {
      assert.equal(await client.unchanged(id), 304);
    });
  }
  if (client.delete) {
    await check("oauth-authorizations/delete-authorization", "gone, and 404 afterwards", async () => {
      await client.delete(id);
      if (client.get) assert.equal(client.statusOf(await errorOf(client.get(id))), 404);
    });
  }
}

async function applicationTokens(client) {
  let token;
  if (client.getOrCreate) {
    const operation = "oauth-authorizations/get-or-create-authorization-for-app";
    await check(operation, "a token, and the same authorization without it when asked again", async () => {
      const made = await client.getOrCreate({ scopes: ["repo"], note: "an application" });
      assert.match(made.token, /^gho_[0-9A-Za-z]{36}$/);
      token = made.token;
      const again = await client.getOrCreate({ scopes: ["repo"], note: "an application" });
      assert.deepEqual([again.id, again.token], [made.id, ""]);
    });
  }
  if (client.getOrCreateWithFingerprint) {
    const operation = "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint";
    await check(operation, "a token of its own for a fingerprint", async () => {
      const made = await client.getOrCreateWithFingerprint("laptop", { scopes: ["gist"] });
      assert.match(made.token, /^gho_/);
      assert.equal(made.fingerprint, "laptop");
      token ??= made.token;
    });
  }
  token ??= settings.token;
  await applicationCalls(client, token);
  if (client.grants) await grants(client);
}

async function applicationCalls(client, token) {
  if (client.check) {
    await check("apps/check-token", "the token with its user", async () => {
      const checked = await client.check(token);
      assert.equal(checked.token ?? token, token);
      assert.equal(checked.user.login, settings.login);
    });
  }
  let current = token;
  if (client.reset) {
    await check("apps/reset-token", "another token", async () => {
      const { token: fresh } = await client.reset(current);
      assert.match(fresh, /^gho_/);
      assert.notEqual(fresh, current);
      current = fresh;
    });
  }
  if (client.legacyCheck) {
    await check("apps/check-authorization", "the token by its path of old", async () => {
      assert.equal((await client.legacyCheck(current)).user.login, settings.login);
    });
  }
  if (client.legacyReset) {
    await check("apps/reset-authorization", "another token by its path of old", async () => {
      const { token: fresh } = await client.legacyReset(current);
      assert.notEqual(fresh, current);
      current = fresh;
    });
  }
  const revoke = client.revoke ?? client.legacyRevoke;
  if (revoke) {
    const operation = client.revoke ? "apps/delete-token" : "apps/revoke-authorization-for-application";
    await check(operation, "gone, and 404 when it is checked", async () => {
      await revoke(current);
      const checkAgain = client.check ?? client.legacyCheck;
      if (checkAgain) assert.equal(client.statusOf(await errorOf(checkAgain(current))), 404);
    });
  }
}

async function grants(client) {
  await check("oauth-authorizations/list-grants", "the application's grant", async () => {
    const listed = await client.grants();
    const grant = listed.find(({ app }) => app.client_id === settings.clientId);
    assert.ok(grant, "the grant is not in the list");
    if (client.grant) assert.equal((await client.grant(grant.id)).id, grant.id);
    if (client.deleteGrant) {
      await client.deleteGrant(grant.id);
      assert.deepEqual(await client.grants(), []);
    }
  });
}

async function errorsAndNotices(client) {
  if (client.withWrongPassword) {
    await check("oauth-authorizations/list-authorizations", "401 Bad credentials for a wrong password", async () => {
      const error = await errorOf(client.withWrongPassword());
      if (client.statusOf) assert.equal(client.statusOf(error), 401);
      assert.match(error.message, /Bad credentials/);
    });
  }
  if (client.noteInUse) {
    await check("oauth-authorizations/create-authorization", "422 already_exists for a note in use", async () => {
      const error = await errorOf(client.noteInUse());
      if (client.statusOf) assert.equal(client.statusOf(error), 422);
      assert.match(`${error.message} ${JSON.stringify(error.errors ?? error.response?.data ?? "")}`, /already_exists/);
    });
  }
  if (client.twoFactor) {
    await check(
      "oauth-authorizations/create-authorization",
      "a token after a one-time code was asked for",
      async () => {
        const { token, asked } = await client.twoFactor();
        assert.match(token, /^ghp_/);
        assert.equal(asked, true);
      },
    );
  }
  if (client.notices) {
    await check("oauth-authorizations/create-authorization", "the client prints a deprecation notice", async () => {
      assert.match((await client.notices()).join("\n"), /deprecat/i);
    });
  }
}
