import { describe, expect, test } from "vitest";
import type { Reason } from "../domain/refusal.js";
import { failureResponse, refusalResponse } from "./error-responses.js";
import type { HttpReason } from "./reason.js";

const page = "https://docs.example/page";

describe("refusalResponse", () => {
  test.each<[Reason | HttpReason, number, string, Record<string, string>]>([
    [{ code: "json-unreadable" }, 400, "Problems parsing JSON", {}],
    [{ code: "body-not-an-object" }, 400, "Body should be a JSON object", {}],
    [
      { code: "token-in-query" },
      400,
      "Must specify access token via Authorization header. https://developer.github.com/changes/2020-02-10-deprecating-auth-through-query-param",
      {},
    ],
    [{ code: "credentials-missing" }, 401, "Requires authentication", {}],
    [{ code: "credentials-wrong" }, 401, "Bad credentials", {}],
    [
      { code: "one-time-code-needed" },
      401,
      "Must specify two-factor authentication OTP code.",
      { "X-GitHub-OTP": "required; app" },
    ],
    [{ code: "password-needed" }, 403, "This API can only be accessed with username and password Basic Auth", {}],
    [{ code: "account-suspended" }, 403, "Sorry. Your account was suspended", {}],
    [
      { code: "too-many-attempts", retryAfter: 7 },
      403,
      "Maximum number of login attempts exceeded. Please try again later.",
      { "Retry-After": "7" },
    ],
    [{ code: "rate-limited", name: "user ID 1" }, 403, "API rate limit exceeded for user ID 1.", {}],
    [{ code: "not-a-github-app" }, 403, "Only a GitHub App has tokens that can be scoped.", {}],
    [{ code: "not-found" }, 404, "Not Found", {}],
    [{ code: "scope-missing", message: "You need a scope." }, 403, "You need a scope.", {}],
    [{ code: "rate-limiting-off" }, 404, "Rate limiting is not enabled.", {}],
    [{ code: "gone" }, 410, "This endpoint has been removed.", {}],
    [{ code: "precondition-failed" }, 412, "Precondition Failed", {}],
    [{ code: "content-too-large" }, 413, "Body should be at most 65536 bytes long", {}],
    [
      { code: "content-encoded" },
      415,
      "Body should not be compressed: the only Content-Encoding that is supported is identity",
      { "Accept-Encoding": "identity" },
    ],
    [{ code: "application-unknown" }, 422, "Invalid OAuth application client_id or secret.", {}],
    [{ code: "form-token-wrong" }, 422, "This page is out of date. Go back, reload it and try again.", {}],
    [{ code: "too-many", problem: "There are too many." }, 422, "There are too many.", {}],
    [{ code: "too-few", problem: "There is none left." }, 422, "There is none left.", {}],
    [{ code: "shape-refused", problems: ["One.", "Two."] }, 422, "Invalid request.\n\nOne.\nTwo.", {}],
    [
      { code: "unavailable", retryAfter: 7 },
      503,
      "Service unavailable. Please try again later.",
      { "Retry-After": "7" },
    ],
  ])("answers %j with %i", (reason, status, message, headers) => {
    expect(refusalResponse(reason, page)).toEqual({
      status,
      headers,
      body: { message, documentation_url: page, status: String(status) },
    });
  });

  test("lists refused values as GitHub does, a message only where there is one", () => {
    const errors = [
      { field: "note", code: "already_exists" },
      { field: "scopes", code: "custom", message: "scopes are invalid: x" },
    ] as const;
    expect(refusalResponse({ code: "values-refused", errors }, page)).toEqual({
      status: 422,
      headers: {},
      body: {
        message: "Validation Failed",
        errors: [
          { resource: "OauthAccess", code: "already_exists", field: "note" },
          { resource: "OauthAccess", code: "custom", field: "scopes", message: "scopes are invalid: x" },
        ],
        documentation_url: page,
        status: "422",
      },
    });
  });

  test.each([
    [["2022-11-28"], '"2022-11-28" (most recent)'],
    [["2022-11-28", "2026-03-10"], '"2026-03-10" (most recent) and "2022-11-28"'],
    [["2026-03-10", "2022-11-28"], '"2026-03-10" (most recent) and "2022-11-28"'],
  ])("says which versions there are when they are %j", (supported, known) => {
    expect(refusalResponse({ code: "version-unsupported", version: "1999-01-01", supported }, page)).toEqual({
      status: 400,
      headers: {},
      body: {
        message: "Bad Request",
        errors:
          'The version you specified in the "X-GitHub-API-Version" request header, "1999-01-01", is not a supported ' +
          `version. The following versions are currently supported: ${known}.`,
        documentation_url: page,
        status: "400",
      },
    });
  });
});

test("failureResponse tells nothing but that the server failed", () => {
  expect(failureResponse(page)).toEqual({
    status: 500,
    body: { message: "Server Error", documentation_url: page, status: "500" },
  });
});
