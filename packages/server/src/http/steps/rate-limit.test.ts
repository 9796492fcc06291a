import type { OperationId } from "@grantbook/contract";
import { contextTime, createContext, octocat } from "@grantbook/test-kit/request-context";
import { beforeEach, expect, test } from "vitest";
import { RateLimits } from "../rate-limits.js";
import { countOnce, countRequest } from "./rate-limit.js";

let rateLimits: RateLimits | undefined;
beforeEach(() => {
  rateLimits = new RateLimits(2, () => contextTime);
});

function request(operationId?: OperationId, { isSignedIn = true, address = "192.0.2.7" } = {}) {
  const context = createContext({ operationId, address, services: { rateLimits } });
  if (isSignedIn) context.identity = { kind: "user", user: octocat };
  return context;
}

function counted(...parameters: Parameters<typeof request>) {
  const context = request(...parameters);
  countRequest(context);
  return context.rateLimitHit?.status;
}

test("a request is counted for its caller, and refused when the limit is used up", () => {
  expect(counted("meta/get")).toMatchObject({ limit: 2, used: 1 });
  expect(counted("meta/root")).toMatchObject({ limit: 2, used: 2 });
  const third = request("meta/get");
  expect(() => countRequest(third)).toThrow(
    expect.objectContaining({ reason: { code: "rate-limited", name: "user ID 1" } }),
  );
  expect(third.rateLimitHit?.status).toMatchObject({ used: 2, remaining: 0 });
});

test("a request of a stranger is counted for the address", () => {
  expect(counted("meta/get", { isSignedIn: false })).toMatchObject({ limit: 60, used: 1 });
  expect(counted("meta/get", { isSignedIn: false })).toMatchObject({ limit: 60, used: 2 });
  expect(counted("meta/get", { isSignedIn: false, address: "198.51.100.1" })).toMatchObject({ used: 1 });
});

test("to look at the limit is not counted, and never refused", () => {
  counted("meta/get");
  counted("meta/get");
  expect(() => counted("meta/get")).toThrow("rate-limited");
  expect(counted("rate-limit/get")).toMatchObject({ used: 2, remaining: 0 });
  expect(counted("rate-limit/get", { isSignedIn: false })).toMatchObject({ used: 0, remaining: 60 });
});

test("a request is counted once, though it ends before its step", () => {
  const context = request("meta/get");
  countOnce(context);
  const hit = context.rateLimitHit;
  countOnce(context);
  countRequest(context);
  expect(context.rateLimitHit).toBe(hit);
  expect(hit?.status.used).toBe(1);
});

test("nothing is counted where no operation is, and where nothing is limited", () => {
  expect(counted(undefined)).toBeUndefined();
  expect(counted("meta/get")).toMatchObject({ used: 1 });
  rateLimits = undefined;
  expect(counted("meta/get")).toBeUndefined();
});
