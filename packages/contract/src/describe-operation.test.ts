import { describe, expect, test } from "vitest";
import { describeOperation, type OperationDetails } from "./description.js";
import { matchOperation, type OperationId, operationTable } from "./index.js";

describe("the table of operations", () => {
  test("has all there is to know of an operation under its id", () => {
    expect(operationTable["apps/check-token"]).toEqual({
      id: "apps/check-token",
      method: "POST",
      path: "/applications/{client_id}/token",
      clientMethod: "tokens.check",
      idempotent: true,
      statuses: expect.arrayContaining([200, 404, 422]),
      caller: "application",
      deprecated: false,
      removal: null,
      unreachable: [],
      parameters: {
        path: ["client_id"],
        query: [],
        header: expect.arrayContaining(["accept", "x-github-api-version"]),
      },
      scopes: [],
      missingScope: null,
      defaults: {},
      body: ["access_token"],
      documentationUrl: "https://docs.github.com/enterprise-server@3.20/rest/apps/oauth-applications#check-a-token",
    });
  });

  test("says which operations may be repeated", () => {
    const repeatable = (id: OperationId) => operationTable[id].idempotent;
    expect(repeatable("oauth-authorizations/list-grants")).toBe(true);
    expect(repeatable("oauth-authorizations/delete-grant")).toBe(true);
    expect(repeatable("oauth-authorizations/get-or-create-authorization-for-app")).toBe(true);
    expect(repeatable("oauth-authorizations/create-authorization")).toBe(false);
    expect(repeatable("apps/reset-token")).toBe(false);
    expect(repeatable("apps/scope-token")).toBe(false);
  });
});

describe("describeOperation", () => {
  test("resolves parameters, body, headers and examples", () => {
    const { parameters, body, responses } = describeOperation("apps/check-token");
    expect(parameters.find(({ name }) => name === "client_id")).toMatchObject({ in: "path", required: true });
    expect(body).toMatchObject({
      required: true,
      schema: { required: ["access_token"] },
      schemaPointer: "#/components/schemas/token-request",
    });
    expect(describeOperation("apps/scope-token").body?.schemaPointer).toBe(
      "#/paths/~1applications~1%7Bclient_id%7D~1token~1scoped/post/requestBody/content/application~1json/schema",
    );
    expect(responses.get(404)).toMatchObject({
      status: 404,
      component: "not-found",
      content: { schema: { type: "object" } },
    });
    expect(responses.get(200)?.headers).toHaveProperty("ETag.schema");
    expect(Object.values(responses.get(200)?.content?.examples ?? {})[0]).toHaveProperty("value.token");
  });

  test("says why a status cannot come", () => {
    const created: OperationDetails = describeOperation("oauth-authorizations/create-authorization");
    expect(created.responses.get(304)?.unreachable).toMatch(/RFC 9110/);
    expect(created.responses.get(201)?.unreachable).toBeUndefined();
  });

  test("leaves no reference in any operation", () => {
    for (const id of Object.keys(operationTable) as OperationId[]) {
      const { parameters, responses } = describeOperation(id);
      expect(parameters.filter((parameter) => "$ref" in parameter)).toEqual([]);
      const parts = [...responses.values()].flatMap(({ headers, content }) => [
        ...Object.values(headers),
        ...Object.values(content?.examples ?? {}),
        ...(content ? [content.schema] : []),
      ]);
      expect(parts.filter((part) => "$ref" in part)).toEqual([]);
    }
  });

  test.each(["apps/no-such-operation", "toString"])("refuses %s, which is no operation", (id) => {
    expect(() => describeOperation(id as OperationId)).toThrow(`The description has no operation ${id}.`);
  });
});

describe("matchOperation", () => {
  test.each([
    ["POST", "/applications/0123456789abcdef0123/token", "apps/check-token"],
    ["PATCH", "/applications/0123456789abcdef0123/token", "apps/reset-token"],
    ["GET", "/applications/grants", "oauth-authorizations/list-grants"],
    ["HEAD", "/applications/grants/1", "oauth-authorizations/get-grant"],
    [
      "PUT",
      "/authorizations/clients/a/b%2Fc",
      "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint",
    ],
    ["GET", "/", "meta/root"],
  ])("finds the operation of %s %s", (method, path, id) => {
    expect(matchOperation(method, path)).toBe(id);
  });

  test.each([
    ["PUT", "/applications/grants"],
    ["GET", "/applications/grants/"],
    ["GET", "/authorizations/1/2"],
    ["GET", ""],
    ["GET", "/%61uthorizations"],
  ])("finds none for %s %s", (method, path) => {
    expect(matchOperation(method, path)).toBeUndefined();
  });
});
