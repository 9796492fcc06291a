import type { paths } from "@grantbook/contract";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import {
  baseUrl,
  clientOf,
  empty,
  inTurn,
  json,
  never,
  octocat,
  type Responder,
} from "@grantbook/test-kit/client-fixture";
import createFetchClient from "openapi-fetch";
import { describe, expect, test, vi } from "vitest";
import { createClient } from "./create-client.js";
import { ClientError } from "./errors.js";
import { memoryCache } from "./middleware/cache.js";
import {
  type ApiMiddleware,
  cache,
  compose,
  deprecation,
  noRedirects,
  otp,
  retry,
  safeErrors,
  timeout,
} from "./middleware/index.js";

const authorization = basicAuth("octocat", "secret");

/** Client of openapi-fetch alone, with one middleware of ours. */
function fetchClient(answer: Responder, middleware: ApiMiddleware) {
  const requests: Request[] = [];
  const client = createFetchClient<paths>({
    baseUrl,
    headers: { authorization },
    fetch: async (request) => {
      requests.push(request.clone());
      return answer(request, requests.length - 1);
    },
  });
  client.use(middleware);
  return { client, requests };
}

const check = { params: { path: { client_id: "a" } }, body: { access_token: "SECRET" } };

describe("a middleware in openapi-fetch's own client", () => {
  test("repeats what may be repeated, with its body", async () => {
    const busy = inTurn(
      () => json(503, {}, { "retry-after": "0" }),
      () => json(200, { id: 1 }),
    );
    const { client, requests } = fetchClient(busy, retry());
    const { data } = await client.POST("/applications/{client_id}/token", check);
    expect(data).toEqual({ id: 1 });
    expect(await Promise.all(requests.map((request) => request.json()))).toEqual(Array(2).fill(check.body));
    const other = fetchClient(busy, retry());
    const { response } = await other.client.POST("/authorizations", { body: { note: "n" } });
    expect([response.status, other.requests.length]).toEqual([503, 1]);
  });

  test.each(["json", "text", "blob", "arrayBuffer", "stream"] as const)(
    "leaves a body to be read as %s",
    async (parseAs) => {
      const body = JSON.stringify([{ id: 1 }]);
      const answer = () => new Response(body, { headers: { "content-length": String(body.length) } });
      for (const middleware of [retry(), compose(timeout(1000), noRedirects())]) {
        const { client } = fetchClient(answer, middleware);
        const { data } = await client.GET("/authorizations", { parseAs });
        expect(await new Response(parseAs === "json" ? JSON.stringify(data) : (data as BodyInit)).text()).toBe(body);
      }
    },
  );

  test("sends a one-time password that the server demands", async () => {
    const { client, requests } = fetchClient(
      ({ headers }) => (headers.get("x-github-otp") ? json(200, []) : json(401, {}, { "x-github-otp": "required" })),
      otp(() => "123456"),
    );
    expect((await client.GET("/authorizations")).data).toEqual([]);
    expect(requests.map(({ headers }) => headers.get("x-github-otp"))).toEqual([null, "123456"]);
    expect(requests.map(({ headers }) => headers.get("authorization"))).toEqual([authorization, authorization]);
  });

  test("ends in time", async () => {
    const { client, requests } = fetchClient(never, timeout(20));
    await expect(client.GET("/meta")).rejects.toMatchObject({
      code: "timeout",
      message: "GET /meta: nothing in 20 ms",
    });
    expect(requests[0]?.signal.aborted).toBe(true);
  });

  test("gives the response in the cache for a 304", async () => {
    const { client } = fetchClient(
      ({ headers }) => (headers.get("if-none-match") ? empty(304) : json(200, [7], { etag: '"x"' })),
      cache(memoryCache()),
    );
    expect((await client.GET("/authorizations")).data).toEqual([7]);
    expect((await client.GET("/authorizations")).data).toEqual([7]);
  });

  test("notifies of a deprecated operation once", async () => {
    const listener = vi.fn();
    const { client } = fetchClient(() => json(200, [], { deprecation: "@1" }), deprecation(listener));
    await client.GET("/authorizations");
    await client.GET("/authorizations");
    expect(listener).toHaveBeenCalledOnce();
    expect(listener.mock.calls[0]?.[0]).toMatchObject({ operationId: "GET /authorizations" });
  });

  test("lets a body pass that is no JSON, and one without a type", async () => {
    const { client, requests } = fetchClient(() => json(200, {}), safeErrors());
    const call = (body: string, headers: Record<string, string>) =>
      client.POST("/authorizations", { body: body as never, bodySerializer: String, headers });
    await call("note=n", { "content-type": "application/x-www-form-urlencoded" });
    await call("note=n", { "content-type": "" });
    expect(await Promise.all(requests.map((request) => request.text()))).toEqual(["note=n", "note=n"]);
  });

  test("refuses a redirect", async () => {
    const { client, requests } = fetchClient(() => empty(302, { location: "https://evil.example/" }), noRedirects());
    await expect(client.GET("/meta")).rejects.toMatchObject({ code: "redirect", status: 302 });
    expect(requests[0]?.redirect).toBe("manual");
  });

  test("keeps secrets out of what fetch throws", async () => {
    const cause = Object.assign(new Error("SECRET at 10.0.0.1"), { code: "ECONNRESET" });
    const { client } = fetchClient(() => Promise.reject(new TypeError("fetch failed", { cause })), safeErrors());
    const error = await client.POST("/applications/{client_id}/token", check).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ClientError);
    expect((error as Error).message).toBe("POST /applications/{client_id}/token: [REDACTED] at 10.0.0.1 (ECONNRESET)");
  });

  test.each([
    ["of the first address", { errors: [{ code: "ECONNREFUSED", message: "refused" }] }, "refused (ECONNREFUSED)"],
    ["of all addresses", { code: "ETIMEDOUT", errors: [{ message: "late" }] }, "late (ETIMEDOUT)"],
    ["of none", {}, "fetch failed"],
  ])("has the code %s in what fetch throws", async (_, cause, text) => {
    const { client } = fetchClient(() => Promise.reject(new TypeError("fetch failed", { cause })), safeErrors());
    await expect(client.GET("/meta")).rejects.toMatchObject({ message: `GET /meta: ${text}` });
  });

  test("is one of several", async () => {
    const lost = inTurn(
      () => Promise.reject(new TypeError("fetch failed")),
      ({ headers }) => (headers.get("x-github-otp") ? json(200, []) : json(401, {}, { "x-github-otp": "required" })),
    );
    const all = compose(
      retry({ maxDelay: 1 }),
      otp(() => "123456"),
      timeout(1000),
      safeErrors(),
      noRedirects(),
    );
    const { client, requests } = fetchClient(lost, all);
    expect((await client.GET("/authorizations")).data).toEqual([]);
    expect(requests).toHaveLength(3);
  });
});

describe("a client's methods by path", () => {
  test("give data, status and response, with all that the client does", async () => {
    const answer = inTurn(
      () => json(503, {}, { "retry-after": "0" }),
      () => json(200, [{ id: 1 }]),
    );
    const { client, requests } = clientOf(octocat, answer);
    const { data, status, response } = await client.GET("/authorizations", { params: { query: { per_page: 5 } } });
    expect([data?.[0]?.id, status, response.status]).toEqual([1, 200, 200]);
    expect(requests.map(({ url }) => url)).toEqual(Array(2).fill(`${baseUrl}/authorizations?per_page=5`));
  });

  test("give the error of a refusal, and nothing for what has no body", async () => {
    const { client } = clientOf(octocat, () => json(404, { message: "Not Found" }));
    expect(await client.GET("/authorizations")).toMatchObject({ error: { message: "Not Found" }, status: 404 });
    const unchanged = await clientOf(octocat, () => empty(304)).client.GET("/authorizations");
    expect(unchanged).toMatchObject({ error: undefined, status: 304 });
  });

  test("refuse a path parameter that is missing", async () => {
    const { client, requests } = clientOf(octocat, () => json(200, {}));
    const call = client.GET("/authorizations/{authorization_id}", { params: { path: {} } } as never);
    const message = "GET /authorizations/{authorization_id}: needs the path parameter authorization_id";
    await expect(call).rejects.toMatchObject({ code: "invalid-request", message });
    expect(requests).toEqual([]);
  });

  test("pass through the middlewares of the client's user, which get the runtime's request", async () => {
    const { client, requests } = clientOf(octocat, () => json(201, { id: 1 }));
    const seen: unknown[] = [];
    const mine = {
      onRequest({ request }: { request: Request }) {
        return new Request(request, { headers: { ...Object.fromEntries(request.headers), "x-mine": "1" } });
      },
      async onResponse({ response }: { response: Response }) {
        seen.push(response.status, await response.clone().json());
        return undefined;
      },
    };
    client.use(mine);
    expect(await client.authorizations.create({ note: "n" })).toEqual({ id: 1 });
    expect(seen).toEqual([201, { id: 1 }]);
    expect(requests[0]?.headers.get("x-mine")).toBe("1");
    expect(await requests[0]?.json()).toEqual({ note: "n" });
    client.eject(mine);
    await client.authorizations.create({ note: "n" });
    expect(seen).toHaveLength(2);
  });
});

describe("the runtime", () => {
  test.each([
    ["https://hub.example", "; the base URL https://hub.example does not end in /api/v3"],
    ["https://hub.example/api", "; the base URL https://hub.example/api does not end in /api/v3"],
    ["https://hub.example/api/v3/x", "; the base URL https://hub.example/api/v3/x does not end in /api/v3"],
    ["https://hub.example/api/v3", ""],
    ["https://api.github.com", ""],
  ])("hints at a base URL that is not that of the API: %s", async (url, hint) => {
    const { client } = clientOf(octocat, () => json(404, { message: "Not Found" }), { baseUrl: url });
    const message = `oauth-authorizations/list-grants: 404 Not Found${hint}`;
    await expect(client.grants.list()).rejects.toMatchObject({ code: "not-found", message });
    const page = clientOf(octocat, () => new Response("<h1>", { status: 404 }), { baseUrl: url });
    const unreadable = `oauth-authorizations/list-grants: 404 with a body that is not JSON${hint}`;
    await expect(page.client.grants.list()).rejects.toMatchObject({ code: "invalid-response", message: unreadable });
  });

  test("hints at nothing when the server is found", async () => {
    const answer = () => json(422, { message: "Validation Failed" });
    const { client } = clientOf(octocat, answer, { baseUrl: "https://hub.example" });
    const message = "oauth-authorizations/list-grants: 422 Validation Failed";
    await expect(client.grants.list()).rejects.toMatchObject({ code: "invalid", message });
  });

  test("names the client, but for a browser", async () => {
    const { client, requests } = clientOf(octocat, () => json(200, {}));
    await client.meta.get();
    vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0" });
    const inBrowser = clientOf(octocat, () => json(200, {}));
    await inBrowser.client.meta.get();
    vi.unstubAllGlobals();
    const names = [...requests, ...inBrowser.requests].map(({ headers }) => headers.get("user-agent"));
    expect(names).toEqual(["grantbook-client", null]);
  });

  test("calls the fetch that is given with an address and an object", async () => {
    const fetch = vi.fn(async (_url: string, _init: object) => json(200, {}));
    await createClient({ baseUrl, auth: octocat, fetch }).meta.get();
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe(`${baseUrl}/meta`);
    expect(init).toMatchObject({
      method: "GET",
      redirect: "manual",
      headers: { accept: "application/vnd.github+json" },
    });
  });
});
