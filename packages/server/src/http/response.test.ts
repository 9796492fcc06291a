import { tokenWith } from "@grantbook/test-kit/request-context";
import { describe, expect, test } from "vitest";
import { RateLimits } from "./rate-limits.js";
import { commonHeaders, operationRenderer, plainRenderer, type Renderer } from "./response.js";

const common = commonHeaders("https://git.example", "3.20.0");
const context = {
  request: new Request("https://git.example", { headers: { accept: "application/json" } }),
  requestId: "ID",
  version: "2022-11-28",
  rateLimitHit: undefined,
};
const always = {
  ...Object.fromEntries(new Headers(common)),
  "x-github-request-id": "ID",
  "x-github-media-type": "github.v3; format=json",
  "x-github-api-version-selected": "2022-11-28",
};

describe("an answer that belongs to no operation", () => {
  const render = plainRenderer(common);

  test("is sent with the body as JSON, its own headers and those of every answer", async () => {
    const response = render({ status: 401, headers: { "www-authenticate": "Basic" }, body: { note: "zoë" } }, context);
    expect(response.status).toBe(401);
    expect(Object.fromEntries(response.headers)).toEqual({
      ...always,
      status: "401 Unauthorized",
      "content-type": "application/json; charset=utf-8",
      "www-authenticate": "Basic",
    });
    await expect(response.text()).resolves.toBe('{"note":"zoë"}');
  });

  test("has neither content nor a content type when there is no body", () => {
    const response = render({ status: 204 }, context);
    expect(response.status).toBe(204);
    expect(response.body).toBeNull();
    expect(Object.fromEntries(response.headers)).toEqual({ ...always, status: "204 No Content" });
  });

  test("forbids every page to embed it, run it or guess its type", () => {
    expect(commonHeaders("https://git.example", "3.20.0")).toMatchObject({
      "Content-Security-Policy": "default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "deny",
    });
  });

  test("asks for https from then on only where the server has it", () => {
    expect(commonHeaders("https://git.example", "3.20.0")).toHaveProperty("Strict-Transport-Security");
    expect(commonHeaders("http://git.example", "3.20.0")).not.toHaveProperty("Strict-Transport-Security");
  });
});

test("the headers of every answer are those that GitHub sends", () => {
  expect(commonHeaders("https://git.example", "3.20.0")).toMatchObject({
    "Referrer-Policy": "origin-when-cross-origin, strict-origin-when-cross-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubdomains; preload",
    Vary: "Accept-Encoding, Accept, X-Requested-With",
    "X-GitHub-Enterprise-Version": "3.20.0",
    "X-XSS-Protection": "0",
    "Access-Control-Allow-Origin": "*",
  });
});

describe("what depends on the request", () => {
  const render = plainRenderer(common, "gist, repo");

  test("the version is left out where none was selected yet", () => {
    const { headers } = render({ status: 401, body: {} }, { ...context, version: "" });
    expect(headers.has("x-github-api-version-selected")).toBe(false);
  });

  test("a status without a name of its own is a number", () => {
    expect(render({ status: 499, body: {} }, context).headers.get("status")).toBe("499");
  });

  test("a caller with a limit gets the counts", () => {
    const rateLimitHit = new RateLimits(10, () => new Date(0)).hit("user ID 1");
    const { headers } = render({ status: 200, body: {} }, { ...context, rateLimitHit });
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-ratelimit-limit": "10",
      "x-ratelimit-remaining": "9",
      "x-ratelimit-reset": "3600",
      "x-ratelimit-resource": "core",
      "x-ratelimit-used": "1",
    });
  });

  test("a token gets its scopes in alphabetical order, those that would do, and its application", () => {
    const application = { id: 3, clientId: "abcde12345fghij67890", name: "Gems", url: "https://gems.example" };
    const headersOf = (scopes: string[], ...of: Parameters<typeof tokenWith>[1][]) => {
      const token = tokenWith(scopes, ...of).authorization;
      const { headers } = render({ status: 200, body: {} }, { ...context, token });
      const names = ["x-oauth-scopes", "x-accepted-oauth-scopes", "x-oauth-client-id"];
      return names.map((name) => headers.get(name));
    };
    expect(headersOf(["repo", "gist"], application)).toEqual(["gist, repo", "gist, repo", "abcde12345fghij67890"]);
    expect(headersOf([])).toEqual(["", "gist, repo", null]);
  });

  test("HEAD gets the length of the content in bytes, and no content", async () => {
    const head = { ...context, request: new Request("https://git.example", { method: "HEAD" }) };
    const response = render({ status: 200, body: "zoë" }, head);
    expect([response.status, response.headers.get("content-length"), await response.text()]).toEqual([200, "6", ""]);
  });
});

describe("a success of an operation", () => {
  const id = "oauth-authorizations/get-authorization";
  const body = { id: 1, updated_at: "2026-01-02T03:04:05Z" };
  /** SHA-256 of the JSON text of the body. */
  const tag = "8d360d3683a82c1d46487eb8025f5ad3733b47fff425cb89532081baac597294";
  // Made for each response: what runs while this file is loaded belongs to no test.
  const render: Renderer = (response, of) => operationRenderer(id, "user", common)(response, of);

  test("has an entity tag, the time of its last change, and is for its user to cache for a minute", async () => {
    const response = render({ status: 200, headers: { "X-Own": "1" }, body }, context);
    expect(Object.fromEntries(response.headers)).toEqual({
      ...always,
      status: "200 OK",
      "content-type": "application/json; charset=utf-8",
      etag: `W/"${tag}"`,
      "last-modified": "Fri, 02 Jan 2026 03:04:05 GMT",
      "cache-control": "private, max-age=60, s-maxage=60",
      vary: "Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding, X-Requested-With",
      deprecation: "@1581638400",
      sunset: "Fri, 13 Nov 2020 16:00:00 GMT",
      link: expect.stringMatching(
        /^<https:[^>]+>; rel="deprecation"; type="text\/html", <https:[^>]+>; rel="alternate"$/,
      ),
      "x-own": "1",
    });
    expect(await response.json()).toEqual(body);
  });

  test.each(["get", "HEAD"])("becomes a 304 for %s when the copy is current, which is not counted", async (method) => {
    const rateLimitHit = new RateLimits(10, () => new Date(0)).hit("user ID 1");
    const request = new Request("https://git.example", { method, headers: { "if-none-match": `W/"${tag}"` } });
    const response = render({ status: 200, body }, { ...context, request, rateLimitHit });
    expect([response.status, response.body, response.headers.get("status")]).toEqual([304, null, "304 Not Modified"]);
    expect(response.headers.get("etag")).toBe(`W/"${tag}"`);
    expect(response.headers.get("last-modified")).toBe("Fri, 02 Jan 2026 03:04:05 GMT");
    expect(response.headers.get("cache-control")).toBe("private, max-age=60, s-maxage=60");
    expect(response.headers.has("content-type")).toBe(false);
    expect(response.headers.get("x-ratelimit-used")).toBe("0");
  });

  test("is sent whole, and counted, when the copy is another one", () => {
    const rateLimitHit = new RateLimits(10, () => new Date(0)).hit("user ID 1");
    const request = new Request("https://git.example", { headers: { "if-none-match": 'W/"x"' } });
    const { status, headers } = render({ status: 200, body }, { ...context, request, rateLimitHit });
    expect([status, headers.get("x-ratelimit-used")]).toEqual([200, "1"]);
  });

  test("has no time where the description has none", () => {
    const list = operationRenderer("oauth-authorizations/list-authorizations", "user", common);
    expect(list({ status: 200, body: [] }, context).headers.has("last-modified")).toBe(false);
  });

  test("without a content is neither tagged nor cached, and neither is an error", () => {
    for (const response of [render({ status: 204 }, context), render({ status: 300, body }, context)]) {
      expect(response.headers.has("etag")).toBe(false);
      expect(response.headers.has("cache-control")).toBe(false);
    }
    const error = render({ status: 404, body: { message: "Not Found" } }, context);
    expect(error.headers.has("etag")).toBe(false);
    expect(error.headers.get("vary")).toBe("Accept-Encoding, Accept, X-Requested-With");
  });

  test("that creates has a strong tag", () => {
    const create = operationRenderer("oauth-authorizations/create-authorization", "user", common);
    const { headers } = create({ status: 201, headers: { Location: "https://git.example/1" }, body }, context);
    expect(headers.get("etag")).toBe(`"${tag}"`);
    expect(headers.get("location")).toBe("https://git.example/1");
  });

  test("has the links of a page before those about the removal", () => {
    const own = '<https://git.example/api/v3/authorizations?page=2>; rel="next"';
    const list = operationRenderer("oauth-authorizations/list-authorizations", "user", common);
    const link = (headers: Record<string, string>) =>
      list({ status: 200, headers, body: [] }, context).headers.get("link");
    expect(link({ Link: own })).toBe(`${own}, ${link({})}`);
    const current = operationRenderer("users/list-emails-for-authenticated-user", "token", common);
    expect(current({ status: 200, headers: { Link: own }, body: [] }, context).headers.get("link")).toBe(own);
  });

  test("says to a token which scopes the operation takes", () => {
    const list = operationRenderer("users/list-emails-for-authenticated-user", "token", common);
    const { headers } = list({ status: 200, body: [] }, { ...context, token: tokenWith(["user"]).authorization });
    expect(headers.get("x-accepted-oauth-scopes")).toBe("user, user:email");
  });
});

describe("an answer with a token in it", () => {
  test.each([
    ["oauth-authorizations/create-authorization", "user", 201],
    ["apps/check-token", "application", 200],
    ["apps/reset-token", "application", 200],
  ] as const)("is not to be cached: %s", (id, caller, status) => {
    const response = operationRenderer(id, caller, common)({ status, body: { token: "t" } }, context);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});
