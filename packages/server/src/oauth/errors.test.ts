import { expect, test } from "vitest";
import { OAuthError, type OAuthErrorCode } from "./errors.js";
import { toStandardError } from "./standard-errors.js";

const docs = "https://docs.github.com/enterprise-server@3.9";

test.each<[OAuthErrorCode, string, string]>([
  [
    "redirect_uri_mismatch",
    "The redirect_uri MUST match the registered callback URL for this application.",
    `${docs}/apps/managing-oauth-apps/troubleshooting-authorization-request-errors/#redirect-uri-mismatch`,
  ],
  [
    "incorrect_client_credentials",
    "The client_id and/or client_secret passed are incorrect.",
    `${docs}/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/#incorrect-client-credentials`,
  ],
  [
    "bad_verification_code",
    "The code passed is incorrect or expired.",
    `${docs}/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/#bad-verification-code`,
  ],
  [
    "authorization_pending",
    "The authorization request is still pending.",
    `${docs}/developers/apps/authorizing-oauth-apps#error-codes-for-the-device-flow`,
  ],
  ["device_flow_disabled", "Device Flow must be explicitly enabled for this App", docs],
])("%s has GitHub's text and the page of the version", (code, text, page) => {
  const error = new OAuthError(code);
  expect([error.name, error.code, error.message, error.fields]).toEqual(["OAuthError", code, text, {}]);
  expect(error.documentationUrl("3.9")).toBe(page);
  expect(error.documentationUrl("3.9.4")).toBe(page);
});

test("an error may have a text and fields of its own", () => {
  const error = new OAuthError("slow_down", "Wait.", { interval: 10 });
  expect([error.message, error.fields]).toEqual(["Wait.", { interval: 10 }]);
});

// RFC 6749, section 5.2; RFC 8628, section 3.5.
test.each<[OAuthErrorCode, number, string]>([
  ["bad_verification_code", 400, "invalid_grant"],
  ["bad_refresh_token", 400, "invalid_grant"],
  ["redirect_uri_mismatch", 400, "invalid_grant"],
  ["incorrect_device_code", 400, "invalid_grant"],
  ["unverified_user_email", 400, "invalid_grant"],
  ["incorrect_client_credentials", 401, "invalid_client"],
  ["device_flow_disabled", 400, "unauthorized_client"],
  ["authorization_pending", 400, "authorization_pending"],
  ["slow_down", 400, "slow_down"],
  ["invalid_scope", 400, "invalid_scope"],
])("%s is %i %s where the standards are wanted", (code, status, error) => {
  expect(toStandardError(code)).toEqual({ status, error });
});
