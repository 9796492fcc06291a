import { expect, test } from "vitest";
import { matchRequest } from "./base-path.js";

test.each([
  ["GET", "/api/v3", "meta/root"],
  ["GET", "/api/v3/", "meta/root"],
  ["GET", "/api/v3/authorizations?per_page=1", "oauth-authorizations/list-authorizations"],
  ["DELETE", "/api/v3/authorizations/1", "oauth-authorizations/delete-authorization"],
  ["DELETE", "/api/v3/authorizations", undefined],
  ["GET", "/api/v3/nothing", undefined],
  ["GET", "/authorizations", undefined],
  ["GET", "/login/authorizations", undefined],
  ["GET", "/api/v4/authorizations", undefined],
  ["GET", "/", undefined],
])("a %s of %s is for %s", (method, path, operation) => {
  expect(matchRequest(new Request(`https://hub.example${path}`, { method }))).toBe(operation);
});
