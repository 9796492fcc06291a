import { describe, expect, test } from "vitest";
import { commonHeaders, operationRenderer, plainRenderer } from "./response.js";

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
    expect(common).toMatchObject({
      "Content-Security-Policy": "default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "deny",
    });
  });

  test("asks for https from then on only where the server has it", () => {
    expect(common).toHaveProperty("Strict-Transport-Security");
    expect(commonHeaders("http://git.example", "3.20.0")).not.toHaveProperty("Strict-Transport-Security");
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
