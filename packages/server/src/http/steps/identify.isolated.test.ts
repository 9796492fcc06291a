import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { createContext, octocat, tokenWith } from "@grantbook/test-kit/request-context";
import { beforeEach, expect, test, vi } from "vitest";
import { identify } from "../../auth/identify.js";
import { identifyCaller } from "./identify.js";

vi.mock("../../auth/identify.js");
const identifyMock = vi.mocked(identify);
beforeEach(() => identifyMock.mockReset().mockResolvedValue({ kind: "user", user: octocat }));

const pair = basicAuth("octocat", "secret");
const address = "192.0.2.7";

test("a request without credentials has no caller, and nothing is looked up", () => {
  const context = createContext();
  expect(identifyCaller(true)(context)).toBeUndefined();
  expect(context.identity).toEqual({ kind: "none" });
  expect(identifyMock).not.toHaveBeenCalled();
});

test.each([
  ["where users are let in", true, { "x-github-otp": "123456" }, "123456"],
  ["without a code", true, {}, undefined],
  ["with an empty code, which is none", true, { "x-github-otp": "" }, undefined],
  ["where no password is taken, and so no code", false, { "x-github-otp": "123456" }, undefined],
])("credentials are identified with address and one-time code %s", async (_, takesPasswords, headers, code) => {
  const context = createContext({ address, init: { headers: { authorization: pair, ...headers } } });
  await identifyCaller(takesPasswords)(context);
  expect(context.identity).toEqual({ kind: "user", user: octocat });
  const credentials = { scheme: "basic", name: "octocat", password: "secret" };
  expect(identifyMock.mock.calls).toEqual([[context.services, credentials, { address, code, takesPasswords }]]);
});

test("the token of a suspended user is refused, and names the caller for the log", async () => {
  const holder = { ...tokenWith([]), suspended: true };
  identifyMock.mockResolvedValue({ kind: "token", holder });
  const context = createContext({ init: { headers: { authorization: "token t" } } });
  await expect(identifyCaller(true)(context)).rejects.toMatchObject({ reason: { code: "account-suspended" } });
  expect(context.callerName).toBe("user ID 1");
});

test("the token of any other user is not", async () => {
  identifyMock.mockResolvedValue({ kind: "token", holder: { ...tokenWith([]), suspended: false } });
  const context = createContext({ init: { headers: { authorization: "token t" } } });
  await identifyCaller(true)(context);
  expect(context.identity.kind).toBe("token");
});
