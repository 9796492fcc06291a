import { clientOf, empty, gemUpdater, json, octocat, type Responder } from "@grantbook/test-kit/client-fixture";
import { failureOf } from "@grantbook/test-kit/failure-of";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiError, type ApiErrorCode, ClientError } from "./errors.js";

const now = Date.parse("2026-11-20T12:00:00Z");

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
});

afterEach(() => vi.useRealTimers());

/** The error of a method that is answered so, and that is not tried again. */
function errorAfter(answer: Responder): Promise<unknown> {
  return failureOf(clientOf(octocat, answer, { retry: false }).client.grants.list());
}

describe("an answer that is no success", () => {
  test.each<[number, Record<string, string>, ApiErrorCode]>([
    [300, {}, "unexpected"],
    [304, {}, "not-modified"],
    [400, {}, "bad-request"],
    [401, {}, "unauthenticated"],
    [401, { "x-github-otp": "required; app" }, "otp-required"],
    [402, {}, "unexpected"],
    [403, {}, "forbidden"],
    [403, { "x-github-otp": "required; app" }, "forbidden"],
    [403, { "x-ratelimit-remaining": "1", "x-ratelimit-reset": "1795176060" }, "forbidden"],
    [403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795176060" }, "rate-limited"],
    [403, { "retry-after": "60" }, "rate-limited"],
    [403, { "retry-after": "soon" }, "forbidden"],
    [404, {}, "not-found"],
    [404, { "retry-after": "60" }, "not-found"],
    [405, {}, "unexpected"],
    [410, {}, "gone"],
    [412, {}, "precondition-failed"],
    [413, {}, "content-too-large"],
    [422, {}, "invalid"],
    [429, {}, "rate-limited"],
    [499, {}, "unexpected"],
    [500, {}, "server-error"],
    [502, {}, "server-error"],
    [503, {}, "unavailable"],
    [599, {}, "server-error"],
  ])("%i with %j is %s, with a body and without", async (status, headers, code) => {
    const bare = { name: "ApiError", operationId: "oauth-authorizations/list-grants", status, code, errors: [] };
    const withoutBody = { ...bare, message: `oauth-authorizations/list-grants: ${status}` };
    expect(await errorAfter(() => empty(status, headers))).toMatchObject(withoutBody);
    if (status === 304) return;
    const error = await errorAfter(() => json(status, { message: "No." }, headers));
    expect(error).toMatchObject({ ...bare, message: `oauth-authorizations/list-grants: ${status} No.` });
    expect(error).toBeInstanceOf(ApiError);
  });

  test("tells what the server told: fields, request id, page, and when to come back", async () => {
    const errors = [
      { resource: "OauthAccess", code: "already_exists", field: "note" },
      { resource: "OauthAccess", code: "custom", field: "scopes", message: "nonsense is no scope" },
    ];
    const body = { message: "Validation Failed", errors, documentation_url: "https://docs.example/create" };
    const error = (await errorAfter(() =>
      json(422, body, { "x-github-request-id": "AB:CD", "retry-after": "7" }),
    )) as ApiError;
    expect(error.message).toBe(
      "oauth-authorizations/list-grants: 422 Validation Failed; note already_exists; scopes nonsense is no scope",
    );
    const told = { errors, requestId: "AB:CD", documentationUrl: "https://docs.example/create", retryAfter: 7 };
    expect(error).toMatchObject(told);
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "ApiError",
      operationId: "oauth-authorizations/list-grants",
      code: "invalid",
      status: 422,
      message: error.message,
      ...told,
    });
  });

  test.each<[string, Record<string, string>, number | undefined]>([
    ["seconds", { "retry-after": "120" }, 120],
    ["no time at all", { "retry-after": "0" }, 0],
    ["a time", { "retry-after": "Fri, 20 Nov 2026 12:00:09 GMT" }, 9],
    ["a time that is over", { "retry-after": "Fri, 20 Nov 2026 11:00:00 GMT" }, 0],
    ["a time within a second", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(now / 1000 + 0.2) }, 1],
    ["a used-up limit", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(now / 1000 + 3600) }, 3600],
    ["a limit that is not used up", { "x-ratelimit-remaining": "7", "x-ratelimit-reset": "1795176060" }, undefined],
    ["a used-up limit without its end", { "x-ratelimit-remaining": "0" }, undefined],
    ["what is neither", { "retry-after": "soon" }, undefined],
    ["nothing", {}, undefined],
  ])("asks to come back after %s", async (_, headers, retryAfter) => {
    expect(await errorAfter(() => json(503, {}, headers))).toMatchObject({ retryAfter });
  });

  test.each([
    ["a text in place of the fields", { message: "Bad Request", errors: "no such version" }, "; no such version"],
    ["a list of texts", { message: "Bad Request", errors: ["one", "two"] }, "; one; two"],
    ["fields that are none", { message: "Bad Request", errors: [null, 1] }, "; null; 1"],
    ["a message of great length", { message: "m".repeat(5000) }, ""],
    ["null", null, ""],
    ["a list", [], ""],
    ["a number", 1, ""],
  ])("stays an ApiError when the body has %s", async (_, body, end) => {
    const error = (await errorAfter(() => json(400, body))) as ApiError;
    expect(error).toMatchObject({ name: "ApiError", code: "bad-request", errors: [] });
    expect(error.message).toContain(end);
    expect(error.message.length).toBeLessThan(1000);
  });
});

describe("the lack of an answer", () => {
  const html = (status: number) =>
    new Response("<h1>Secret</h1>", { status, headers: { "content-type": "text/html" } });
  const typed = (body: string, type: string) => new Response(body, { headers: { "content-type": type } });

  test.each<[string, Responder, string, number | undefined]>([
    ["the page of a proxy", () => html(502), "invalid-response", 502],
    ["a page in place of data", () => html(200), "invalid-response", 200],
    ["JSON that is cut off", () => typed('{"token":"Secret', "application/json"), "invalid-response", 200],
    ["JSON of another type", () => typed('{"token":"Secret"}', "text/plain"), "invalid-response", 200],
    ["nothing where there is a body", () => empty(200), "invalid-response", 200],
    ["nothing where something was made", () => empty(201), "invalid-response", 201],
    ...[301, 302, 303, 307, 308].map((status): [string, Responder, string, number] => [
      `a ${status}`,
      () => empty(status, { location: "https://elsewhere.example/" }),
      "redirect",
      status,
    ]),
    ["what browsers show of a redirect", () => Response.error(), "redirect", 0],
    ["a fetch that fails", () => Promise.reject(new TypeError("fetch failed")), "connection", undefined],
    ["a fetch that fails with a text", () => Promise.reject("no"), "connection", undefined],
    ["a fetch that fails with nothing", () => Promise.reject(undefined), "connection", undefined],
  ])("because of %s has the code for it", async (_, answer, code, status) => {
    const error = (await errorAfter(answer)) as ClientError;
    expect(error).toBeInstanceOf(ClientError);
    expect([error.name, error.code, error.status]).toEqual(["ClientError", code, status]);
    expect(error.message).toMatch(/^oauth-authorizations\/list-grants: /);
    expect(error.message).not.toContain("Secret");
  });

  test("names what the runtime names", async () => {
    const cause = Object.assign(new Error("connect to 10.0.0.1"), { code: "ECONNREFUSED" });
    const error = await errorAfter(() => Promise.reject(new TypeError("fetch failed", { cause })));
    expect(error).toMatchObject({
      message: "oauth-authorizations/list-grants: connect to 10.0.0.1 (ECONNREFUSED)",
      cause: { code: "ECONNREFUSED", message: "connect to 10.0.0.1 (ECONNREFUSED)" },
    });
  });

  test("names what was not reached, where a host has several addresses", async () => {
    const refused = (address: string) =>
      Object.assign(new Error(`connect ECONNREFUSED ${address}:1`), {
        code: "ECONNREFUSED",
        address,
        port: 1,
        secret: 1,
      });
    const cause = Object.assign(new AggregateError([refused("::1"), refused("127.0.0.1")]), { code: "ECONNREFUSED" });
    const error = await errorAfter(() => Promise.reject(new TypeError("fetch failed", { cause })));
    expect(error).toMatchObject({
      message: "oauth-authorizations/list-grants: connect ECONNREFUSED ::1:1",
      cause: { code: "ECONNREFUSED", address: "::1", port: 1 },
    });
    expect((error as ClientError).cause).not.toHaveProperty("secret");
  });

  test.each(["application/json; charset=utf-8", "application/vnd.github+json", "application/problem+json"])(
    "is none when the answer is %s",
    async (type) => {
      const { client } = clientOf(octocat, () => typed("[]", type));
      expect(await client.grants.list()).toEqual([]);
    },
  );

  test.each(["", ".", ".."])("because %j is in the path: nothing is sent", async (client_id) => {
    const { client, requests } = clientOf(gemUpdater, () => json(200, {}));
    const error = await failureOf(client.tokens.check({ client_id, access_token: "t" }));
    expect(error).toMatchObject({
      code: "invalid-request",
      message: expect.stringMatching(/path parameter client_id$/),
    });
    expect(requests).toEqual([]);
  });

  test.each([
    ["a line end in a one-time code", { "x-github-otp": "123\n456" }],
    ["a character that no header has", { "x-github-otp": "１２３" }],
  ])("because of %s: nothing is sent, and it is not repeated", async (_, headers) => {
    const { client, requests } = clientOf(octocat, () => json(200, []));
    const error = await failureOf(client.grants.list({}, { headers }));
    expect(error).toMatchObject({ name: "ClientError", code: "invalid-request" });
    expect(String((error as Error).stack)).not.toMatch(/123|１２３/);
    expect(requests).toEqual([]);
  });
});
