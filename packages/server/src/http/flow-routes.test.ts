import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { createContext, errorPage, tokenWith } from "@grantbook/test-kit/request-context";
import { describe, expect, test, vi } from "vitest";
import type { Store } from "../domain/store.js";
import type { OAuthExtension } from "../oauth/extensions.js";
import type { RegisteredApplication } from "../oauth/model.js";
import { flowRoutes } from "./flow-routes.js";
import { runPipeline } from "./pipeline.js";
import { commonHeaders } from "./response.js";
import type { Services } from "./services.js";

const site = "https://git.example";
const application = { id: 3, clientId: "Iv1.2222222222222222", type: "github", deviceFlow: false };
const holder = { ...tokenWith([]), suspended: false };

const store = {
  registeredApplication: async (id: string) => (id === application.clientId ? application : undefined),
  countDeviceCodes: async () => 0,
  insertDeviceCode: async () => true,
  findToken: async () => holder,
} as Partial<Store> as Store;

const services: Partial<Services> = {
  store,
  baseUrls: { site, api: `${site}/api/v3` },
  enterpriseVersion: "3.20.0",
  documentationUrl: () => errorPage,
  commonHeaders: commonHeaders(site, "3.20.0"),
};

function routesWith(...extensions: OAuthExtension[]) {
  const all = { ...createContext().services, ...services, extensions: new Set(extensions) };
  return { all, routes: flowRoutes(all) };
}

async function post(path: string, init: RequestInit = {}, ...extensions: OAuthExtension[]) {
  const { all, routes } = routesWith(...extensions);
  const route = routes.find((one) => one.path === path);
  if (!route) throw new Error(`There is no ${path}.`);
  const context = createContext({ path, init: { method: "POST", ...init }, target: route, services: all });
  const response = await runPipeline(route, context);
  return { status: response.status, headers: response.headers, text: await response.text(), reason: context.reason };
}

const form = (fields: Record<string, string>): RequestInit => ({ body: new URLSearchParams(fields) });
const ofApplication = form({ client_id: application.clientId });

test("every operation of the flows has a route, whose errors link to the page of the API", () => {
  const rows = routesWith().routes.map(({ method, path, route, operationId, documentationUrl }) => [
    ...[method, path, route, operationId, documentationUrl],
  ]);
  expect(rows).toEqual(
    ["/api/graphql", "/login/device/code", "/login/oauth/access_token"].map((path) => [
      ...["POST", path, path, undefined, errorPage],
    ]),
  );
});

describe("an endpoint for applications", () => {
  test("responds with a form, and has the code of an error as the reason in the log", async () => {
    const { status, headers, text, reason } = await post("/login/device/code", ofApplication);
    expect([status, reason]).toEqual([400, "device_flow_disabled"]);
    expect(headers.get("content-type")).toBe("application/x-www-form-urlencoded; charset=utf-8");
    expect(Object.fromEntries(new URLSearchParams(text))).toEqual({
      error: "device_flow_disabled",
      error_description: "Device Flow must be explicitly enabled for this App",
      error_uri: "https://docs.github.com/enterprise-server@3.20",
    });
  });

  test("has no reason in the log when it succeeds", async () => {
    const registered = { ...application, deviceFlow: true } as RegisteredApplication;
    vi.spyOn(store, "registeredApplication").mockResolvedValueOnce(registered);
    const init = { ...ofApplication, headers: { accept: "application/json" } };
    const { status, text, reason } = await post("/login/device/code", init);
    expect([status, reason]).toEqual([200, undefined]);
    expect(JSON.parse(text)).toEqual({
      device_code: expect.stringMatching(/^[0-9a-f]{40}$/),
      user_code: expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}$/),
      verification_uri: `${site}/login/device`,
      expires_in: 899,
      interval: 5,
    });
  });

  test("refuses parameters of another type, naming them", async () => {
    const body = JSON.stringify({ client_id: ["x"] });
    const { status, text, reason } = await post("/login/device/code", { body });
    expect([status, reason]).toEqual([422, "shape-refused"]);
    expect(JSON.parse(text)).toMatchObject({
      message: "Invalid request.\n\nFor 'properties/client_id', an array is not a string.",
      documentation_url: errorPage,
    });
  });

  test("has errors by the RFCs where they are wanted, though the description has GitHub's", async () => {
    const unknown = form({ client_id: "unknown" });
    for (const path of ["/login/device/code", "/login/oauth/access_token"]) {
      expect(await post(path, unknown)).toMatchObject({ status: 404, text: "error=Not+Found", reason: "Not Found" });
      const standard = await post(path, unknown, "standard-errors");
      expect(standard).toMatchObject({ status: 401, text: "error=invalid_client", reason: "invalid_client" });
      expect(standard.headers.get("www-authenticate")).toBe('Basic realm="OAuth"');
    }
  });
});

describe("what the description declares", () => {
  const findProblem = (path: string) => routesWith().routes.find((one) => one.path === path)?.findProblem;
  const problem = findProblem("/login/device/code");

  test.each<[object, string | undefined]>([
    [{ status: 404, body: { error: "Not Found" } }, undefined],
    [{ status: 418, body: {} }, "oauth/create-device-code does not declare 418"],
    [
      { status: 404, headers: { Location: "/" }, body: { error: "Not Found" } },
      "oauth/create-device-code does not declare the header Location for 404",
    ],
    [{ status: 404, body: {} }, "oauth/create-device-code 404: body must have required property 'error'"],
    [{ status: 200, body: {} }, "oauth/create-device-code 200: body must have required property 'device_code'"],
    [
      {
        status: 503,
        headers: { "Retry-After": "1" },
        body: { message: "m", documentation_url: errorPage, status: "503" },
      },
      undefined,
    ],
  ])("is compared with %j", (response, expected) => {
    expect(problem?.(response as { status: number })).toBe(expected);
  });

  test("is not compared where the errors are those of the RFCs", () => {
    for (const { findProblem: find } of routesWith("standard-errors").routes) {
      expect(find({ status: 418 })).toBeUndefined();
    }
  });
});

describe("GraphQL", () => {
  const query = { body: JSON.stringify({ query: "{ viewer { login } }" }) };
  const authorization = `Bearer ghp_${"0".repeat(36)}`;

  test("is for tokens only", async () => {
    const { status, text, reason } = await post("/api/graphql", query);
    expect([status, reason]).toEqual([401, "credentials-missing"]);
    expect(JSON.parse(text)).toMatchObject({ message: "Requires authentication" });
  });

  test("compares no password", async () => {
    const headers = { authorization: basicAuth("octocat", "secret") };
    // A comparison would fail: these services have none.
    expect(await post("/api/graphql", { ...query, headers })).toMatchObject({
      status: 401,
      reason: "credentials-wrong",
    });
  });

  test("responds as the API does", async () => {
    const { status, headers, text } = await post("/api/graphql", { ...query, headers: { authorization } });
    expect([status, text]).toEqual([200, '{"data":{"viewer":{"login":"octocat"}}}']);
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(headers.get("x-github-enterprise-version")).toBe("3.20.0");
  });

  test("refuses a request that is none, naming what is wrong", async () => {
    const { status, text } = await post("/api/graphql", { body: '{"query":1}', headers: { authorization } });
    expect(status).toBe(422);
    expect(JSON.parse(text)).toMatchObject({
      message: "Invalid request.\n\nFor 'properties/query', 1 is not a string.",
    });
  });
});
