import { contextTime, createContext, errorPage, octocat, tokenWith } from "@grantbook/test-kit/request-context";
import { describe, expect, test } from "vitest";
import type { Identity } from "../auth/identify.js";
import type { Application } from "../domain/model.js";
import type { OAuthExtension } from "../oauth/extensions.js";
import { RateLimits } from "./rate-limits.js";

const application = { clientId: "Iv1.8a61f9b3a7aba766" } as Application;
const holder = tokenWith(["repo"]);

test.each<[Identity, string | undefined, unknown]>([
  [{ kind: "none" }, undefined, undefined],
  [{ kind: "user", user: octocat }, "user ID 1", undefined],
  [{ kind: "token", holder }, "user ID 1", holder.authorization],
  [{ kind: "application", application }, "application Iv1.8a61f9b3a7aba766", undefined],
])("a caller has a name that is no secret, and only a token is a token: $kind", (identity, name, token) => {
  const context = createContext();
  context.identity = identity;
  expect([context.callerName, context.token]).toEqual([name, token]);
});

test("a request whose client is not known has an empty address", () => {
  expect(createContext().address).toBe("");
  expect(createContext({ address: "192.0.2.7" }).address).toBe("192.0.2.7");
});

test("the extension decides which errors the flows have", () => {
  const extensions = new Set<OAuthExtension>(["standard-errors"]);
  expect(createContext().hasStandardErrors).toBe(false);
  expect(createContext({ services: { extensions } }).hasStandardErrors).toBe(true);
});

test("a handler sees the services and settings of the server", () => {
  const baseUrls = { site: "https://git.example", api: "https://git.example/api/v3" };
  const context = createContext({ services: { baseUrls, enterpriseVersion: "3.20.0" } });
  expect(context.domain).toBe(context.services);
  expect(context.baseUrls).toBe(baseUrls);
  expect(context.enterpriseVersion).toBe("3.20.0");
});

test("the limit of a caller is refused where requests are not counted", () => {
  const context = createContext();
  expect(() => context.rateLimit).toThrow(expect.objectContaining({ reason: { code: "rate-limiting-off" } }));
  context.rateLimitHit = new RateLimits(5, () => contextTime).hit("user ID 1");
  expect(context.rateLimit).toMatchObject({ limit: 5, used: 1, remaining: 4 });
});

describe("preconditions of a change", () => {
  const current = { id: 7, updated_at: "2026-01-02T03:04:05Z" };
  const check = (headers: Record<string, string>) => () =>
    createContext({ init: { headers } }).checkPreconditions(current);

  test.each([
    {},
    { "if-match": "*" },
    { "if-match": '"d107733878b39d522580a7801e55471f3ed4ad488d33868a4551cd6453887313"' },
    { "if-unmodified-since": "Fri, 02 Jan 2026 03:04:05 GMT" },
    { "if-none-match": "*" },
  ])("%j holds for the object as it is sent", (headers) => {
    expect(check(headers)).not.toThrow();
  });

  test.each([{ "if-match": '"x"' }, { "if-unmodified-since": "Fri, 02 Jan 2026 03:04:04 GMT" }])(
    "%j does not",
    (headers) => {
      expect(check(headers)).toThrow(expect.objectContaining({ reason: { code: "precondition-failed" } }));
    },
  );
});

describe("an entry of the access log", () => {
  test("of a request that nothing is known of has what every request has, and no other keys", () => {
    const context = createContext({ address: "192.0.2.7", path: "/secret?token=t", init: { method: "PUT" } });
    expect(context.toAccessLogEntry(404)).toStrictEqual({
      requestId: context.requestId,
      method: "PUT",
      status: 404,
      duration: expect.any(Number),
      address: "192.0.2.7",
    });
  });

  test("has operation, page, caller and reason where there are any", () => {
    const target = { operationId: "meta/get", route: "/login", documentationUrl: errorPage } as const;
    const context = createContext({ target });
    context.identity = { kind: "user", user: octocat };
    context.reason = "not-found";
    expect(context.toAccessLogEntry(404)).toMatchObject({
      operationId: "meta/get",
      route: "/login",
      caller: "user ID 1",
      reason: "not-found",
    });
  });

  test("has the time since the request came, where entries are wanted", () => {
    const before = performance.now();
    const context = createContext({ services: { onResponse: () => undefined } });
    const { duration } = context.toAccessLogEntry(200);
    expect(duration).toBeGreaterThanOrEqual(0);
    expect(duration).toBeLessThanOrEqual(performance.now() - before);
  });
});

test("the id of a request has the time of the server's clock", () => {
  expect(createContext().requestId).toMatch(/:695735A5$/);
});
