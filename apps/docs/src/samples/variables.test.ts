import { expect, test } from "vitest";
import type { Entry } from "../description.js";
import { entryOf, small } from "../small-description-fixture.js";
import { requestVariables, sampleRequest, Variable } from "./variables.js";

/** Operation that is called by a security scheme alone. */
const calledBy = (...schemes: string[]): Entry => {
  const { operation, ...entry } = entryOf("oauth-authorizations/get-authorization");
  return { ...entry, operation: { ...operation, security: schemes.map((name) => ({ [name]: [] })) } };
};

/** Operation with an example of its body. */
const withBody = (value: unknown): Entry => {
  const { operation, ...entry } = entryOf("apps/check-token");
  const content = { "application/json": { schema: {}, examples: { one: { summary: "One", value } } } };
  return { ...entry, operation: { ...operation, requestBody: { content } } };
};

const requestOf = (entry: Entry) => sampleRequest(small, entry);

test.each([
  ["user", [new Variable("login", "octocat"), new Variable("password", "demo-password")]],
  [
    "application",
    [
      new Variable("client_id", "abcde12345fghij67890"),
      new Variable("client_secret", "3ef4ad510c59ad37bac6bb4f80047fb3aee3cc7f"),
    ],
  ],
  ["token", [new Variable("access_token", "e72e16c7")]],
])("a sample of a %s has the credentials of the demo", (scheme, credentials) => {
  expect(requestOf(calledBy(scheme)).credentials).toEqual(credentials);
});

test("a sample has the credentials that the operation names first, or none", () => {
  expect(requestOf(calledBy("token", "user")).credentials.map(({ name }) => name)).toEqual(["access_token"]);
  expect(requestOf(calledBy()).credentials).toEqual([]);
});

test("credentials that no sample has are named with the operation", () => {
  expect(() => requestOf(calledBy("cookie"))).toThrow(
    "oauth-authorizations/get-authorization: there are no samples with the credentials cookie",
  );
});

test("a request knows whether it needs credentials", () => {
  expect(requestOf(entryOf("meta/root")).anonymous).toBe(true);
  expect(requestOf(entryOf("apps/check-token")).anonymous).toBe(false);
});

test("a variable of the path has the example of the description, or the value of the demo", () => {
  expect(requestOf(entryOf("oauth-authorizations/get-authorization")).path).toEqual({
    authorization_id: new Variable("authorization_id", 12),
  });
  // It has a parameter in a header, too.
  expect(requestOf(entryOf("apps/check-token")).path).toEqual({
    client_id: new Variable("client_id", "abcde12345fghij67890"),
  });
});

test("a body has the values of the reader as variables, and the others as they are", () => {
  const { body } = requestOf(
    withBody({ client_id: "a", client_secret: "b", access_token: "c", note: "d", fingerprint: "e" }),
  );
  expect(body).toEqual({
    client_id: new Variable("client_id", "abcde12345fghij67890"),
    client_secret: new Variable("client_secret", "3ef4ad510c59ad37bac6bb4f80047fb3aee3cc7f"),
    access_token: new Variable("access_token", "c"),
    note: "d",
    fingerprint: "e",
  });
  expect(requestOf(entryOf("meta/root")).body).toBeUndefined();
});

test("a token of a GitHub App is checked by that app, and any other by an OAuth App", () => {
  const idOf = (access_token: unknown) => requestOf(withBody({ access_token })).credentials[0]?.value;
  expect(idOf("ghu_1")).toBe("Iv1.8a61f9b3a7aba766");
  for (const other of ["gho_1", "1ghu_", undefined]) expect(idOf(other)).toBe("abcde12345fghij67890");
});

test("each variable is listed once: credentials, then path, then body", () => {
  const entry = withBody({ access_token: "x", client_secret: "y", note: "z" });
  expect(requestVariables(requestOf(entry)).map(({ name }) => name)).toEqual([
    "client_id",
    "client_secret",
    "access_token",
  ]);
});
