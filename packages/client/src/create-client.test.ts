import { baseUrl, clientOf, empty, gemUpdater, json, octocat } from "@grantbook/test-kit/client-fixture";
import { failureOf } from "@grantbook/test-kit/failure-of";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createClient } from "./create-client.js";

afterEach(() => vi.unstubAllGlobals());

describe("a call", () => {
  test("is sent with its method, address, credentials and body", async () => {
    const auth = { clientId: "id", clientSecret: "s\u00e9cret" };
    const { client, requests } = clientOf(auth, () => json(404, {}));
    await client.call("apps/check-token", { path: { client_id: "a/b?c" }, body: { access_token: "t" } });
    const [request] = requests;
    expect(request?.method).toBe("POST");
    expect(request?.url).toBe(`${baseUrl}/applications/a%2Fb%3Fc/token`);
    expect(request?.redirect).toBe("manual");
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      accept: "application/vnd.github+json",
      authorization: "Basic aWQ6c8OpY3JldA==",
      "content-type": "application/json",
      "user-agent": "grantbook-client",
    });
    expect(await request?.json()).toEqual({ access_token: "t" });
  });

  test("without a body says nothing about one", async () => {
    const { client, requests } = clientOf(octocat, () => json(200, []));
    await client.call("oauth-authorizations/list-grants", { query: { per_page: 2 } });
    expect(requests[0]?.headers.has("content-type")).toBe(false);
    expect(await requests[0]?.text()).toBe("");
  });

  test("gives status, headers and body as they are, and no body where there is none", async () => {
    const { client } = clientOf(octocat, () => json(200, [], { Link: "<x>" }));
    const answer = await client.call("oauth-authorizations/list-grants");
    expect(answer).toEqual({ status: 200, body: [], headers: { "content-type": "application/json", link: "<x>" } });
    const unchanged = clientOf(octocat, () => empty(304));
    expect(await unchanged.client.call("oauth-authorizations/list-grants")).not.toHaveProperty("body");
  });

  test.each([404, 422, 500])("gives a declared %i without throwing; a method throws it", async (status) => {
    const { client } = clientOf(octocat, () => json(status, { message: "No" }), { retry: false });
    expect(await client.call("oauth-authorizations/list-grants")).toMatchObject({ status, body: { message: "No" } });
    await expect(client.grants.list()).rejects.toMatchObject({ name: "ApiError", status });
  });

  test.each([200, 202, 204, 206])("that gets a %i where 201 is declared throws, as a method does", async (status) => {
    const { client } = clientOf(octocat, () => (status === 204 ? empty(204) : json(status, { id: 1 })));
    const call = client.call("oauth-authorizations/create-authorization", { body: { note: "n" } });
    await expect(call).rejects.toMatchObject({ name: "ApiError", code: "unexpected", status });
    const method = client.authorizations.create({ note: "n" });
    await expect(method).rejects.toMatchObject({ name: "ApiError", code: "unexpected", status });
  });

  test("of an operation that is none is refused", async () => {
    const { client, requests } = clientOf(octocat, () => json(200, []));
    const call = client.call("constructor" as "meta/get");
    await expect(call).rejects.toMatchObject({
      code: "invalid-request",
      message: "No operation is called constructor",
    });
    expect(requests).toEqual([]);
  });
});

describe("a method", () => {
  test("sends what is in the path neither as a query nor in the body", async () => {
    const { client, requests } = clientOf(octocat, () => json(200, {}));
    await client.authorizations.get({ authorization_id: 7 });
    await client.authorizations.update({ authorization_id: 7, note: "n" });
    await client.authorizations.list({ per_page: 2 });
    const sent = requests.map(async (request) => `${request.method} ${request.url} ${await request.text()}`);
    expect(await Promise.all(sent)).toEqual([
      `GET ${baseUrl}/authorizations/7 `,
      `PATCH ${baseUrl}/authorizations/7 {"note":"n"}`,
      `GET ${baseUrl}/authorizations?per_page=2 `,
    ]);
  });

  test("refuses a body that is JSON, and is not called so", async () => {
    const { client } = clientOf(octocat, () => new Response(new TextEncoder().encode("[]")));
    await expect(client.grants.list()).rejects.toMatchObject({
      code: "invalid-response",
      message: "oauth-authorizations/list-grants: 200 with a body that is not JSON",
    });
  });

  test("throws what a middleware throws", async () => {
    const reason = new RangeError("enough");
    const wrap = () => () => Promise.reject(reason);
    const middleware = [{ wrap, onRequest: () => undefined }];
    const { client } = clientOf(octocat, () => json(200, []), { middleware });
    expect(await failureOf(client.grants.list())).toBe(reason);
  });
});

describe("a client", () => {
  test.each([
    ["https://hub.example/api/v3", "https://hub.example/api/v3/meta"],
    ["https://hub.example/api/v3/", "https://hub.example/api/v3/meta"],
    ["https://HUB.example:443/api/v3///", "https://hub.example/api/v3/meta"],
    ["http://127.0.0.1:3000", "http://127.0.0.1:3000/meta"],
    ["https://proxy.example/a/b%20c/api/v3", "https://proxy.example/a/b%20c/api/v3/meta"],
    ["https://octocat:secret@hub.example/api/v3?x=1#y", "https://hub.example/api/v3/meta"],
  ])("at %s asks at %s", async (url, address) => {
    const { client, requests } = clientOf(octocat, () => json(200, {}), { baseUrl: url });
    await client.meta.get();
    expect(requests[0]?.url).toBe(address);
  });

  test.each(["hub/api/v3", "localhost:3000/api/v3"])("refuses a base URL without a scheme: %s", (url) => {
    expect(() => createClient({ baseUrl: url, auth: octocat })).toThrow(TypeError);
  });

  test("sends the version and the user agent of its options", async () => {
    const options = { apiVersion: "2022-11-28", userAgent: "nightly-build/1.0" };
    const { client, requests } = clientOf(octocat, () => json(200, {}), options);
    await client.meta.get();
    expect(requests[0]?.headers.get("x-github-api-version")).toBe("2022-11-28");
    expect(requests[0]?.headers.get("user-agent")).toBe("nightly-build/1.0");
  });

  test("uses the fetch that is there when it calls", async () => {
    const client = createClient({ baseUrl, auth: { token: "ghp_1" } });
    const fetch = vi.fn(async () => json(200, { login: "octocat" }));
    vi.stubGlobal("fetch", fetch);
    expect(await client.users.getAuthenticated()).toEqual({ login: "octocat" });
    expect(fetch).toHaveBeenCalledOnce();
    const [url, init] = fetch.mock.calls[0] as unknown as [URL, RequestInit];
    expect([String(url), init.method, init.redirect]).toEqual([`${baseUrl}/user`, "GET", "manual"]);
    expect(new Headers(init.headers).get("authorization")).toBe("Bearer ghp_1");
  });

  test.each([[{ login: "a:b", password: "SECRET" }], [{ clientId: "a:b", clientSecret: "SECRET" }]])(
    "refuses a colon in a name, without showing the secret of %j",
    (auth) => {
      expect(() => createClient({ baseUrl, auth })).toThrow(
        expect.objectContaining({
          name: "ClientError",
          code: "invalid-request",
          message: "A login or client id cannot have a colon",
        }),
      );
    },
  );

  test("sends a token without the line end that its file had", async () => {
    const { client, requests } = clientOf({ token: "ghp_1\n" }, () => json(200, {}));
    await client.users.getAuthenticated();
    expect(requests[0]?.headers.get("authorization")).toBe("Bearer ghp_1");
  });

  test("fills in the client id of its application, unless another one is named", async () => {
    const { client, requests } = clientOf(gemUpdater, () => empty(204));
    await client.tokens.delete({ access_token: "t" });
    await client.tokens.delete({ access_token: "t", client_id: "another" });
    expect(requests.map(({ url }) => url)).toEqual([
      `${baseUrl}/applications/${gemUpdater.clientId}/token`,
      `${baseUrl}/applications/another/token`,
    ]);
    expect(await requests[0]?.json()).toEqual({ access_token: "t" });
  });
});
