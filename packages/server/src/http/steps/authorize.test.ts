import type { OperationId } from "@grantbook/contract";
import { createContext, octocat, tokenWith } from "@grantbook/test-kit/request-context";
import { describe, expect, test } from "vitest";
import type { Identity } from "../../auth/identify.js";
import type { Application } from "../../domain/model.js";
import { authorize } from "./authorize.js";

const application = { id: 3, clientId: "abcde12345fghij67890" } as Application;
const identities = {
  none: { kind: "none" },
  user: { kind: "user", user: octocat },
  application: { kind: "application", application },
  token: { kind: "token", holder: tokenWith(["gist"]) },
} satisfies Record<string, Identity>;

/** Caller of an operation, or the code of the refusal. */
function callerOf(id: OperationId, identity: Identity, clientId = application.clientId): unknown {
  const context = createContext({ pathParams: { client_id: clientId } });
  context.identity = identity;
  try {
    authorize(id)(context);
  } catch (error) {
    return (error as { reason: { code: string } }).reason.code;
  }
  return context.caller;
}

const asUser = { user: octocat, scopes: undefined };
const asToken = { user: octocat, scopes: ["gist"] };

describe.each<[OperationId, Record<keyof typeof identities, unknown>]>([
  [
    "oauth-authorizations/list-grants",
    { none: "credentials-missing", user: octocat, application: "not-found", token: "password-needed" },
  ],
  ["apps/check-token", { none: "not-found", user: "not-found", application, token: "not-found" }],
  ["users/get-authenticated", { none: "credentials-missing", user: asUser, application: "not-found", token: asToken }],
  ["meta/get", { none: undefined, user: asUser, application: undefined, token: asToken }],
])("%s", (id, callers) => {
  test.each(Object.entries(callers))("has for %s the caller %j", (name, caller) => {
    expect(callerOf(id, identities[name as keyof typeof identities])).toEqual(caller);
  });
});

test("an application is no caller for what belongs to another one", () => {
  expect(callerOf("apps/check-token", identities.application, "Iv1.8a61f9b3a7aba766")).toBe("not-found");
  expect(callerOf("apps/check-token", identities.application, "")).toBe("not-found");
});
