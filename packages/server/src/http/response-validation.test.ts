import type { OperationId } from "@grantbook/contract";
import { describe, expect, test } from "vitest";
import type { ApiResponse } from "./api-response.js";
import { responseValidator } from "./response-validation.js";

/** Problem of a response of an operation. */
function problemOf(id: OperationId, response: ApiResponse): string | undefined {
  return responseValidator(id)(response);
}

const body = {
  id: 1,
  url: "https://a.example/api/v3/authorizations/1",
  app: { name: "a", url: "https://a.example", client_id: "0".repeat(20) },
  token: "",
  hashed_token: null,
  token_last_eight: null,
  note: null,
  note_url: null,
  created_at: "2026-01-02T03:04:05Z",
  updated_at: "2026-01-02T03:04:05Z",
  scopes: [],
  fingerprint: null,
  expires_at: null,
};
const create = "oauth-authorizations/create-authorization";
const location = "https://a.example/api/v3/authorizations/1";

describe("responseValidator", () => {
  test.each<[string, OperationId, ApiResponse]>([
    ["a body and a header", create, { status: 201, headers: { Location: location }, body }],
    ["a header left out", create, { status: 201, body }],
    ["no body", "apps/delete-token", { status: 204 }],
    ["a list", "oauth-authorizations/list-authorizations", { status: 200, body: [body, body] }],
    ["an error", "apps/check-token", { status: 404, body: { message: "Not Found" } }],
  ])("takes what is declared: %s", (_, id, answer) => {
    expect(problemOf(id, answer)).toBeUndefined();
  });

  test.each<[string, OperationId, ApiResponse, string]>([
    ["an undeclared status", "apps/delete-token", { status: 200, body }, "apps/delete-token does not declare 200"],
    [
      "a status that another operation declares",
      "oauth-authorizations/get-grant",
      { status: 422, body: { message: "hunter2", documentation_url: "" } },
      "oauth-authorizations/get-grant does not declare 422",
    ],
    [
      "an undeclared header",
      create,
      { status: 201, headers: { Location: location, "x-secret": "hunter2" }, body },
      `${create} does not declare the header x-secret for 201`,
    ],
    [
      "a body where none is declared",
      "apps/delete-token",
      { status: 204, body: { token: "hunter2" } },
      "apps/delete-token does not declare a body for 204",
    ],
    ["no body where one is declared", create, { status: 201 }, `${create} 201: body must be object`],
    [
      "a missing property",
      create,
      { status: 201, body: { ...body, token: "hunter2", scopes: undefined } },
      `${create} 201: body must have required property 'scopes'`,
    ],
    [
      "a property of another type",
      create,
      { status: 201, body: { ...body, note: { secret: "hunter2" } } },
      `${create} 201: body/note must be string,null`,
    ],
    [
      "a text of another form",
      create,
      { status: 201, body: { ...body, created_at: "hunter2" } },
      `${create} 201: body/created_at must match format "date-time"`,
    ],
    [
      "one bad item of a list",
      "oauth-authorizations/list-authorizations",
      { status: 200, body: [body, { ...body, token: ["hunter2"] }] },
      "oauth-authorizations/list-authorizations 200: body/1/token must be string",
    ],
  ])("refuses %s, and has no value of it in the message", (_, id, answer, message) => {
    const problem = problemOf(id, answer);
    expect(problem).toBe(message);
    expect(String(problem)).not.toContain("hunter2");
  });
});
