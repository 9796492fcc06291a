import { type OperationId, operationTable } from "@grantbook/contract";
import { describe, expect, test } from "vitest";
import { declaredResponse } from "./declared-response.js";

describe("a response by the description", () => {
  test("has the first example, and of the headers those that an error needs", () => {
    expect(declaredResponse("oauth-authorizations/list-authorizations", 503)).toEqual({
      status: 503,
      headers: { "Retry-After": "1" },
      body: {
        message: "Service unavailable. Please try again later.",
        documentation_url: expect.stringMatching(/^https:/),
        status: "503",
      },
    });
    expect(declaredResponse("apps/check-token", 415).headers).toEqual({ "Accept-Encoding": "identity" });
    const { headers, body } = declaredResponse("users/get-authenticated", 401);
    expect([headers, body]).toMatchObject([{}, { message: "Requires authentication" }]);
  });

  test("has no body where none is declared", () => {
    const response = declaredResponse("oauth-authorizations/delete-authorization", 204);
    expect(response).toEqual({ status: 204, headers: {} });
  });

  test("is one of the declared statuses, which are all there", () => {
    for (const [id, { statuses }] of Object.entries(operationTable)) {
      for (const status of statuses) expect(declaredResponse(id as OperationId, status).status).toBe(status);
    }
    expect(() => declaredResponse("meta/get", 404)).toThrow("meta/get does not declare 404");
  });
});
