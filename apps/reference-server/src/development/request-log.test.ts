import { describe, expect, test } from "vitest";
import { basic, clientId, clientSecret, password, user, useSwitches } from "./switches-fixture.js";

const { api, switches } = useSwitches();

describe("recent requests", () => {
  test("have what was sent, newest first, and can be forgotten", async () => {
    await api("POST", "/authorizations", { ...user, "user-agent": "tests" }, '{"note":"a","scopes":["repo"]}');
    await api("GET", "/authorizations?per_page=5", user);
    const list = (await switches("GET", "/_grantbook/requests")).json();
    expect(list).toMatchObject([
      {
        operation: "oauth-authorizations/list-authorizations",
        method: "GET",
        path: "/api/v3/authorizations",
        query: { per_page: "5" },
        status: 200,
        reason: null,
        body: null,
      },
      {
        operation: "oauth-authorizations/create-authorization",
        body: { note: "a", scopes: ["repo"] },
        headers: { authorization: "Basic ***", "user-agent": "tests" },
        status: 201,
        request_id: expect.stringMatching(/^[0-9A-F:]+$/),
      },
    ]);
    expect((await switches("DELETE", "/_grantbook/requests")).status).toBe(204);
    expect((await switches("GET", "/_grantbook/requests")).json()).toEqual([]);
  });

  test("have what led nowhere, and what was refused", async () => {
    await api("GET", "/repos/octocat/hello");
    await api("GET", "/authorizations", basic("octocat", "wrong"));
    expect((await switches("GET", "/_grantbook/requests")).json()).toMatchObject([
      { status: 401, reason: "credentials-wrong" },
      { status: 404, reason: "not-found", operation: null, path: "/api/v3/repos/octocat/hello" },
    ]);
  });

  test("have no secrets, wherever they were put", async () => {
    const token = `gho_${"T".repeat(36)}`;
    const app = basic(clientId, clientSecret);
    await api("GET", `/applications/${clientId}/tokens/${token}`, app);
    await api("GET", `/applications/${clientId}/tokens/${token}/nowhere`, app);
    await api("GET", `/applications/${clientId}/tokens/hidden`, app);
    await api("POST", `/applications/${clientId}/token`, app, JSON.stringify({ access_token: token, [token]: token }));
    await api("GET", `/authorizations?access_token=${token}&${token}=1`, {
      ...user,
      "x-github-otp": "987654",
      cookie: token,
    });
    await api("GET", "/user", { authorization: token });
    const wanted = { client_id: clientId, client_secret: clientSecret, password, scopes: ["repo"] };
    await api("POST", "/authorizations", user, JSON.stringify(wanted));
    const { text = "", json } = await switches("GET", "/_grantbook/requests");
    expect(json()).toHaveLength(7);
    for (const secret of ["hidden", token, clientSecret, password, "987654", btoa(`octocat:${password}`)]) {
      expect(text).not.toContain(secret);
    }
    expect(json()[0].body).toEqual({ client_id: clientId, client_secret: "***", scopes: ["repo"], "***": "***" });
  });

  test.each([
    ["lists", `{"note":${"[".repeat(30_000)}${"]".repeat(30_000)}}`, { note: [[[["***"]]]] }],
    [
      "objects",
      `{"note":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}}`,
      { note: { a: { a: { a: { a: "***" } } } } },
    ],
  ])("are kept as far as they can be shown: nested %s", async (_, body, shown) => {
    expect((await api("POST", "/authorizations", user, body)).status).toBe(422);
    const listed = await switches("GET", "/_grantbook/requests");
    expect([listed.status, listed.json()[0].body]).toEqual([200, shown]);
  });

  test("have no secret that is written with escapes", async () => {
    const token = `gho_${"T".repeat(36)}`;
    await api(
      "POST",
      "/authorizations",
      user,
      `{"note":"\\u0067ho_${"T".repeat(36)}","scopes":["\\u0067ho_${"T".repeat(36)}"]}`,
    );
    const { text, json } = await switches("GET", "/_grantbook/requests");
    expect(text).not.toContain(token);
    expect(json()[0].body).toEqual({ note: "***", scopes: ["***"] });
  });

  test("are the last two hundred", async () => {
    const listed = async () => (await switches("GET", "/_grantbook/requests")).json();
    for (let index = 0; index < 203; index += 1) await api("GET", "/meta", {});
    expect(await listed()).toHaveLength(200);
    // Also of those that came after others were listed.
    await api("GET", "/user", {});
    const list = await listed();
    expect([list.length, list[0].path]).toEqual([200, "/api/v3/user"]);
  });

  test("with bodies longer than a body may be, or none at all, are still answered as ever", async () => {
    const long = await api("POST", "/authorizations", user, JSON.stringify({ note: "x".repeat(70_000) }));
    expect(long.status).toBe(413);
    expect((await api("POST", "/authorizations", user)).status).toBe(422);
  });
});
