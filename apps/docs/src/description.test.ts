import { describe, expect, test } from "vitest";
import {
  allowsAnonymous,
  callersOf,
  component,
  componentName,
  componentsOf,
  entriesOf,
  groupsOf,
  hasResultBody,
  parametersOf,
  sourceOf,
} from "./description.js";
import { entryOf, small, smallFlows } from "./small-description-fixture.js";
import { withFlows } from "./with-flows.js";

test("the operations are listed in the order of the paths", () => {
  expect(entriesOf(small).map(({ method, path, operation }) => [method, path, operation.operationId])).toEqual([
    ["GET", "/", "meta/root"],
    ["POST", "/applications/{client_id}/token", "apps/check-token"],
    ["DELETE", "/applications/{client_id}/token", "apps/delete-token"],
    ["GET", "/authorizations/{authorization_id}", "oauth-authorizations/get-authorization"],
    ["PATCH", "/authorizations/{authorization_id}", "oauth-authorizations/update-authorization"],
  ]);
});

test("groups have the operations of their tag", () => {
  const shown = groupsOf(small).map(({ entries, ...group }) => ({ ...group, size: entries.length }));
  expect(shown).toEqual([
    { name: "apps", title: "Applications", text: "Of **apps**.", size: 4 },
    { name: "related", title: "Related", text: "Others.", size: 1 },
  ]);
});

test("an operation knows its file, parameters, callers and results", () => {
  const root = entryOf("meta/root");
  const check = entryOf("apps/check-token");
  expect([root, check].map(sourceOf)).toEqual([
    "openapi/paths/_.yaml",
    "openapi/paths/applications_{client_id}_token.yaml",
  ]);
  expect(parametersOf(small, check).map(({ name }) => name)).toEqual(["client_id", "X-OTP"]);
  expect([root, check].map(callersOf)).toEqual([["token"], ["application"]]);
  expect([root, check].map(allowsAnonymous)).toEqual([true, false]);
  expect([root, check, entryOf("apps/delete-token")].map(hasResultBody)).toEqual([true, true, false]);
  const { operation, ...entry } = root;
  expect(hasResultBody({ ...entry, operation: { ...operation, responses: { 404: { description: "" } } } })).toBe(false);
});

test("components are found by kind and name", () => {
  expect(componentName("headers", { $ref: "#/components/headers/etag" })).toBe("etag");
  for (const node of [{ $ref: "#/components/schemas/etag" }, { $ref: "x#/components/headers/etag" }, {}, undefined])
    expect(componentName("headers", node)).toBeUndefined();
  expect(componentsOf(small, "examples")).toEqual([["authorization", { summary: "A valid token", value: { id: 1 } }]]);
  expect(componentsOf(small, "none")).toEqual([]);
  expect(component(small, "headers", "request-id")).toEqual({ description: "Id of the request." });
  expect(() => component(small, "headers", "none")).toThrow("#/components/headers/none");
});

describe("with the sign-in flows", () => {
  const whole = () => withFlows(small, smallFlows);

  test("the operations of the flows follow, without parameters, at their own address", () => {
    const { operation, ...entry } = entryOf("oauth/create-device-code", whole());
    expect(entry).toEqual({ method: "POST", path: "/login/device/code" });
    expect(operation).toMatchObject({
      summary: "Begin the device flow",
      parameters: [],
      servers: [{ url: "https://HOSTNAME" }],
    });
    expect(sourceOf({ ...entry, operation })).toBe("openapi/flows.yaml");
    expect(Object.keys(whole().paths)).toEqual([...Object.keys(small.paths), "/login/device/code"]);
    expect(whole().tags.map(({ name }) => name)).toEqual(["apps", "related", "flows"]);
    expect(whole()).toMatchObject({ info: small.info, servers: small.servers });
  });

  test("components of the flows have names of their own, except headers, and callers are those of the API", () => {
    const { securitySchemes, schemas, responses, headers, parameters } = whole().components;
    expect(securitySchemes).toEqual(small.components.securitySchemes);
    expect(parameters).toEqual(small.components.parameters);
    expect(schemas).toEqual({
      ...small.components.schemas,
      "flow-request": { title: "request", type: "object", properties: {} },
    });
    expect(responses).toEqual({ ...small.components.responses, "flow-wrong": { description: "Wrong." } });
    expect(Object.keys(headers ?? {})).toEqual(["etag", "request-id", "after"]);
  });

  test("references lead to the new names", () => {
    const { operation } = entryOf("oauth/create-device-code", whole());
    expect(operation.requestBody?.content?.["application/json"]?.schema).toEqual({
      $ref: "#/components/schemas/flow-request",
    });
    expect(operation.responses["404"]).toEqual({ $ref: "#/components/responses/flow-wrong" });
    expect(operation.responses["200"]).toMatchObject({ headers: { ETag: { $ref: "#/components/headers/etag" } } });
  });

  test("an API without callers stays without them", () => {
    const { securitySchemes, ...components } = small.components;
    expect(withFlows({ ...small, components }, smallFlows).components).not.toHaveProperty("securitySchemes");
  });
});
