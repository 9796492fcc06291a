import { fieldRefusal } from "@grantbook/test-kit/domain-fixture";
import { describe, expect, test } from "vitest";
import { applyScopeChange, validateScopes } from "./scopes.js";

function refused(work: () => unknown): unknown {
  try {
    return { accepted: work() };
  } catch (error) {
    return error;
  }
}

describe("accept", () => {
  test("keeps the order and takes a repeated scope once", () => {
    expect(validateScopes(["user", "gist", "user", "repo"])).toEqual(["user", "gist", "repo"]);
  });

  test("keeps a scope that another one includes", () => {
    expect(validateScopes(["public_repo", "repo"])).toEqual(["public_repo", "repo"]);
  });

  test("refuses unknown scopes, naming each of them and no other", () => {
    expect(refused(() => validateScopes(["gist", "everything", "user,repo"]))).toMatchObject({
      reason: { errors: [{ field: "scopes", code: "custom", message: "scopes are invalid: everything, user,repo" }] },
    });
  });

  test.each(["", "Gist", "constructor", "__proto__"])("refuses %j, which is no scope", (scope) => {
    expect(refused(() => validateScopes([scope]))).toMatchObject(fieldRefusal("scopes", "custom"));
  });
});

describe("changed", () => {
  test.each([
    ["no key leaves them", {}, ["gist", "user"]],
    ["scopes null leaves them", { scopes: null }, ["gist", "user"]],
    ["scopes null goes with the other keys", { scopes: null, addScopes: ["repo"] }, ["gist", "user", "repo"]],
    ["scopes replaces them", { scopes: ["repo", "gist"] }, ["repo", "gist"]],
    ["an empty scopes takes all away", { scopes: [] }, []],
    ["add_scopes comes last", { addScopes: ["repo"] }, ["gist", "user", "repo"]],
    ["a scope that is there is not added again", { addScopes: ["gist"] }, ["gist", "user"]],
    ["remove_scopes takes away", { removeScopes: ["gist"] }, ["user"]],
    ["a scope that is not there is removed without complaint", { removeScopes: ["repo"] }, ["gist", "user"]],
    ["add_scopes and remove_scopes go together", { addScopes: ["repo"], removeScopes: ["user"] }, ["gist", "repo"]],
  ])("%s", (_, change, expected) => {
    expect(applyScopeChange(["gist", "user"], change)).toEqual(expected);
  });

  test.each([
    ["scopes with add_scopes", { scopes: ["gist"], addScopes: ["user"] }, "scopes"],
    ["scopes with remove_scopes", { scopes: ["gist"], removeScopes: ["user"] }, "scopes"],
    ["an empty scopes with an empty add_scopes", { scopes: [], addScopes: [] }, "scopes"],
    ["the same scope in add_scopes and remove_scopes", { addScopes: ["repo"], removeScopes: ["repo"] }, "add_scopes"],
    ["an unknown scope in scopes", { scopes: ["everything"] }, "scopes"],
    ["an unknown scope in add_scopes", { addScopes: ["everything"] }, "add_scopes"],
    ["an unknown scope in remove_scopes", { removeScopes: ["everything"] }, "remove_scopes"],
  ])("refuses %s", (_, change, field) => {
    expect(refused(() => applyScopeChange(["gist"], change))).toMatchObject(fieldRefusal(field, "custom"));
  });
});
