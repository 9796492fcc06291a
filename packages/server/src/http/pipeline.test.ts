import type { OperationId } from "@grantbook/contract";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { contextTime, createContext, errorPage, octocat } from "@grantbook/test-kit/request-context";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { LoginThrottle } from "../auth/login-throttle.js";
import { Refusal } from "../domain/refusal.js";
import { StoreUnavailableError } from "../domain/store.js";
import type { ApiResponse } from "./api-response.js";
import {
  operationSteps,
  preflightSteps,
  type Route,
  replacementSteps,
  runPipeline,
  type Step,
  unknownRouteSteps,
} from "./pipeline.js";
import { RateLimits } from "./rate-limits.js";

const onError = vi.fn();
const onResponse = vi.fn();
const render = vi.fn(
  ({ status, body }: ApiResponse) => new Response(body === undefined ? null : JSON.stringify(body), { status }),
);
beforeEach(() => vi.clearAllMocks());

function run(
  steps: readonly Step[],
  { findProblem, ...options }: Partial<Route & Parameters<typeof createContext>[0]> = {},
) {
  const route: Route = {
    operationId: "meta/get",
    documentationUrl: errorPage,
    steps,
    findProblem: findProblem ?? (() => undefined),
    render,
  };
  const context = createContext({
    target: route,
    services: { onError, onResponse, rateLimits: new RateLimits(10, () => contextTime) },
    ...options,
  });
  return { context, response: runPipeline(route, context) };
}

const ok: ApiResponse = { status: 200, body: "done" };

describe("the steps of a request", () => {
  test("run in their order until one responds", async () => {
    const ran: number[] = [];
    const { response, context } = run([
      () => void ran.push(1),
      async () => void ran.push(2),
      () => {
        ran.push(3);
        return ok;
      },
      () => void ran.push(4),
    ]);
    expect((await response).status).toBe(200);
    expect(ran).toEqual([1, 2, 3]);
    expect(render).toHaveBeenCalledExactlyOnceWith(ok, context);
  });

  test("may respond later", async () => {
    const { response } = run([async () => ok, () => ({ status: 204 })]);
    expect(await (await response).json()).toBe("done");
  });

  test("fail together when none has responded", async () => {
    const { response, context } = run([() => undefined]);
    expect((await response).status).toBe(500);
    const { requestId } = context;
    expect(onError.mock.calls).toEqual([
      [new Error("No step of the pipeline has answered."), { requestId, operationId: "meta/get" }],
    ]);
  });
});

describe("a step that throws", () => {
  const refuse: Step = () => {
    throw new Refusal({ code: "credentials-wrong" });
  };

  test("ends the request with the response of its refusal, which no failure is reported for", async () => {
    const { response, context } = run([refuse, () => ok]);
    expect((await response).status).toBe(401);
    expect(await (await response).json()).toEqual({
      message: "Bad credentials",
      documentation_url: errorPage,
      status: "401",
    });
    expect(onError).not.toHaveBeenCalled();
    expect(context.reason).toBe("credentials-wrong");
  });

  test("has its request counted, by the address when the caller is not known", async () => {
    const { response, context } = run([refuse]);
    await response;
    expect(context.rateLimitHit?.status).toMatchObject({ limit: 60, used: 1 });
    const known = run([
      (context) => {
        context.identity = { kind: "user", user: octocat };
      },
      async () => Promise.reject(new Error("failed")),
    ]);
    await known.response;
    expect(known.context.rateLimitHit?.status).toMatchObject({ limit: 10, used: 1 });
  });

  test("is reported once when it failed, and its reason in the log is a failure", async () => {
    const error = new Error("hunter2");
    const { response, context } = run([() => Promise.reject(error)]);
    expect(await (await response).text()).not.toContain("hunter2");
    expect(onError.mock.calls).toEqual([[error, { requestId: context.requestId, operationId: "meta/get" }]]);
    expect(context.reason).toBe("failure");
  });

  test("is reported as an outage where the database is not available", async () => {
    const cause = new Error("disk full");
    const { response, context } = run([() => Promise.reject(new StoreUnavailableError(cause))], {
      target: { documentationUrl: errorPage, operationId: undefined },
    });
    expect((await response).status).toBe(503);
    expect(onError.mock.calls).toStrictEqual([[cause, { requestId: context.requestId, isOutage: true }]]);
    expect(context.reason).toBe("unavailable");
  });
});

test("a response that the description does not declare becomes a 500, and is reported", async () => {
  const findProblem = ({ status }: ApiResponse) => (status === 200 ? "meta/get does not declare 200" : undefined);
  const { response, context } = run([() => ok], { findProblem });
  expect((await response).status).toBe(500);
  expect(onError.mock.calls).toMatchObject([
    [{ name: "UndeclaredResponseError", message: "meta/get does not declare 200" }, { operationId: "meta/get" }],
  ]);
  expect(context.reason).toBe("failure");
});

test("every request is logged with the status that was sent, and the request itself", async () => {
  const { response, context } = run([() => ok]);
  await response;
  const entry = { requestId: context.requestId, status: 200, operationId: "meta/get" };
  expect(onResponse.mock.calls).toEqual([[expect.objectContaining(entry), context]]);
  expect(onResponse.mock.calls[0]?.[0]).not.toHaveProperty("reason");
  render.mockReturnValueOnce(new Response(null, { status: 304 }));
  await run([() => ok]).response;
  expect(onResponse.mock.lastCall?.[0]).toMatchObject({ status: 304 });
});

test("a password is compared only where users are let in", async () => {
  const signIn = vi.fn(() => Promise.reject(new Refusal({ code: "credentials-wrong" })));
  const loginThrottle = { signIn } as Partial<LoginThrottle> as LoginThrottle;
  const init = { headers: { authorization: basicAuth("octocat", "secret") } };
  const ask = async (id: OperationId) =>
    (
      await run(
        operationSteps(id, () => Promise.reject(new Error("not reached"))),
        { services: { loginThrottle, onError }, init },
      ).response
    ).status;
  expect(await ask("apps/check-token")).toBe(401);
  expect(signIn).not.toHaveBeenCalled();
  expect(await ask("users/get-authenticated")).toBe(401);
  expect(signIn).toHaveBeenCalledOnce();
});

describe("a request for no operation", () => {
  test("is not found, once the caller is known", async () => {
    const { response } = run(unknownRouteSteps, { target: { operationId: undefined, documentationUrl: errorPage } });
    expect(await (await response).json()).toMatchObject({ message: "Not Found", status: "404" });
    const init = { headers: { authorization: "unreadable" } };
    const wrong = run(unknownRouteSteps, { target: { operationId: undefined, documentationUrl: errorPage }, init });
    expect((await wrong.response).status).toBe(401);
  });

  test("is counted for no caller", async () => {
    const { response, context } = run(unknownRouteSteps, {
      target: { operationId: undefined, documentationUrl: errorPage },
    });
    await response;
    expect(context.rateLimitHit).toBeUndefined();
  });
});

test("a preflight request has no content", async () => {
  const { response } = run(preflightSteps);
  expect([(await response).status, (await response).body]).toEqual([204, null]);
});

test("a response in place of an operation's is of the version that is asked for", async () => {
  const init = { headers: { "x-github-api-version": "2026-03-10" } };
  const { response, context } = run(replacementSteps(ok), { init });
  expect(await (await response).json()).toBe("done");
  expect(context.version).toBe("2026-03-10");
});
