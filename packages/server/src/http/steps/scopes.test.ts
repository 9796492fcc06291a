import type { OperationId } from "@grantbook/contract";
import { createContext, octocat, tokenWith } from "@grantbook/test-kit/request-context";
import { expect, test } from "vitest";
import { requireScope } from "./scopes.js";

/** Step with a token that has scopes, or with a password. */
function withScopes(id: OperationId, scopes?: readonly string[]) {
  const context = createContext();
  context.identity = scopes ? { kind: "token", holder: tokenWith(scopes) } : { kind: "user", user: octocat };
  return () => requireScope(id)(context);
}

const emails = "users/list-emails-for-authenticated-user";
const orgs = "orgs/list-for-authenticated-user";

test.each<[OperationId, string[]]>([
  [emails, ["user:email"]],
  [emails, ["gist", "user"]],
  [orgs, ["read:org"]],
  [orgs, ["admin:org"]],
  ["users/get-authenticated", []],
])("%s takes a token with %j", (id, scopes) => {
  expect(withScopes(id, scopes)).not.toThrow();
});

test.each<[OperationId, string[], object]>([
  [emails, [], { code: "not-found" }],
  [emails, ["read:user", "repo"], { code: "not-found" }],
  [
    orgs,
    ["repo"],
    {
      code: "scope-missing",
      message: "You need at least read:org scope or user scope to list your organizations.",
    },
  ],
])("%s refuses a token with %j", (id, scopes, reason) => {
  expect(withScopes(id, scopes)).toThrow(expect.objectContaining({ reason }));
});

test("a password has every scope", () => {
  expect(withScopes(emails)).not.toThrow();
  expect(withScopes(orgs)).not.toThrow();
});
