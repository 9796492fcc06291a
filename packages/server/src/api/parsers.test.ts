import { describe, expect, test } from "vitest";
import { parseAuthorization, parseAuthorizationPatch, parseNewAuthorization, parseScopedToken } from "./parsers.js";

const body = { scopes: ["repo"], note: "a note", note_url: "https://a.example", fingerprint: "f" };
const parsed = { scopes: ["repo"], note: "a note", noteUrl: "https://a.example", fingerprint: "f" };

describe("the body of", () => {
  test("every request for an authorization", () => {
    expect(parseAuthorization(body)).toEqual(parsed);
    expect(parseAuthorization({})).toEqual({});
  });

  test("a new authorization has client id and secret as well", () => {
    const secret = "0123456789abcdef0123456789abcdef01234567";
    const request = { ...body, client_id: "abcde12345fghij67890", client_secret: secret };
    const { clientId, clientSecret, ...rest } = parseNewAuthorization(request);
    expect([clientId, clientSecret, rest]).toEqual(["abcde12345fghij67890", secret, parsed]);
  });

  test("a change has scopes to add and to remove as well", () => {
    const { addScopes, removeScopes, ...rest } = parseAuthorizationPatch({
      ...body,
      add_scopes: ["gist"],
      remove_scopes: ["user"],
    });
    expect([addScopes, removeScopes, rest]).toEqual([["gist"], ["user"], parsed]);
  });

  test("a scoped token has its target, repositories and permissions", () => {
    expect(
      parseScopedToken({
        access_token: "t",
        target: "octocat",
        target_id: 1,
        repositories: ["a"],
        repository_ids: [2],
        permissions: { contents: "read" },
      }),
    ).toEqual({
      token: "t",
      target: "octocat",
      targetId: 1,
      repositories: ["a"],
      repositoryIds: [2],
      permissions: { contents: "read" },
    });
  });
});
