import { description } from "@grantbook/contract/description";
import { expect, test } from "vitest";
import { describeScope } from "./scope-texts.js";

test("every scope has a text of its own; an unknown one is named", () => {
  const scopes = Object.keys(description["x-scopes"]);
  expect(new Set(scopes.map(describeScope)).size).toBe(scopes.length);
  expect(describeScope("user:email")).toBe("Read your email addresses");
  expect(describeScope("delete_repo")).toBe("Delete repositories");
  expect(describeScope("no-such-scope")).toBe("no-such-scope");
});
