import { type OperationId, operationTable } from "@grantbook/contract";
import { describeOperation } from "@grantbook/contract/description";
import type { ErrorObject } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { requestSchemaValidator, responseSchemaValidator, validationMessages } from "./schema-validators.js";

function schemaOf(id: OperationId) {
  return requestSchemaValidator(describeOperation(id).body?.schemaPointer ?? "");
}
const getOrCreate = schemaOf("oauth-authorizations/get-or-create-authorization-for-app");
const create = schemaOf("oauth-authorizations/create-authorization");
const check = schemaOf("apps/check-token");

function problems(validate: typeof create, body: unknown): string[] {
  return validationMessages(validate(body) ?? []);
}

describe("validationMessages", () => {
  test("finds nothing wrong with a request that has the shape", () => {
    expect(problems(create, { scopes: null, note: "a", note_url: "https://a.example", unknown: 1 })).toEqual([]);
  });

  test("names one key that is missing, and two", () => {
    const missing = (missingProperty: string): ErrorObject => ({
      keyword: "required",
      instancePath: "",
      schemaPath: "",
      params: { missingProperty },
    });
    expect(problems(check, {})).toEqual([`"access_token" wasn't supplied.`]);
    expect(validationMessages([missing("email"), missing("name")])).toEqual([`"email", "name" weren't supplied.`]);
  });

  test("names one key that is not permitted, and two", () => {
    const client_secret = "s";
    expect(problems(getOrCreate, { client_secret, client_id: "x" })).toEqual(['"client_id" is not a permitted key.']);
    expect(problems(getOrCreate, { client_secret, client_id: "x", 'a "b"': 1 })).toEqual([
      '"client_id", "a \\"b\\"" are not permitted keys.',
    ]);
  });

  test.each([
    [{ note: null }, "For 'properties/note', nil is not a string."],
    [{ note: 1 }, "For 'properties/note', 1 is not a string."],
    [{ note: { a: "b" } }, "For 'properties/note', an object is not a string."],
    [{ scopes: 7 }, "For 'properties/scopes', 7 is not an array."],
    [{ scopes: ["gist", null] }, "For 'properties/scopes/1', nil is not a string."],
    [{ note_url: "javascript:x" }, `For 'properties/note_url', "javascript:x" does not match ^(https?://[^\\s]+)?$.`],
    [{ note: "x".repeat(256) }, "For 'properties/note', only 255 characters are allowed; 256 were supplied."],
    [{ note: "😀".repeat(256) }, "For 'properties/note', only 255 characters are allowed; 256 were supplied."],
    [{ scopes: Array(101).fill("gist") }, "For 'properties/scopes', only 100 items are allowed; 101 were supplied."],
  ])("says what is wrong with a value: %j", (body, sentence) => {
    expect(problems(create, body)).toEqual([sentence]);
  });

  test.each(["😀".repeat(255), ""])("finds nothing wrong with a note at its limits", (note) => {
    expect(problems(create, { note })).toEqual([]);
  });

  test("shows the beginning of a long value only", () => {
    const [sentence] = problems(create, { note_url: "x".repeat(1000) });
    expect(sentence).toBe(`For 'properties/note_url', "${"x".repeat(59)}… does not match ^(https?://[^\\s]+)?$.`);
  });

  test("tells all problems, missing keys first and unknown ones next", () => {
    expect(problems(getOrCreate, { note: 1, extra: 1, fingerprint: 2 })).toEqual([
      `"client_secret" wasn't supplied.`,
      '"extra" is not a permitted key.',
      expect.stringContaining("properties/note"),
      expect.stringContaining("properties/fingerprint"),
    ]);
  });

  test("tells at most ten problems of a kind", () => {
    expect(problems(create, { scopes: Array(100).fill(1) })).toHaveLength(10);
    const unknown = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${index}`, 1]));
    expect(problems(getOrCreate, { client_secret: "s", ...unknown })).toEqual([
      expect.stringMatching(/^("k\d", ){9}"k9" are not permitted keys\.$/),
    ]);
  });

  test.each([
    ["client secret, PUT", getOrCreate, { client_secret: ["hunter2"] }],
    ["client secret, PUT, too long", getOrCreate, { client_secret: "hunter2".repeat(10) }],
    ["client secret, POST", create, { client_secret: { a: "hunter2" } }],
    ["token", check, { access_token: ["hunter2"] }],
    ["token, too long", check, { access_token: "hunter2".repeat(100) }],
  ])("never shows a secret: %s", (_, validate, body) => {
    const found = problems(validate, body);
    expect(found).toHaveLength(1);
    expect(found.join()).not.toContain("hunter2");
  });
});

describe("the description", () => {
  test.each(Object.keys(operationTable) as OperationId[])("has only schemas that compile: %s", (id) => {
    const { body, responses } = describeOperation(id);
    const contents = [...responses.values()].flatMap(({ content }) => content ?? []);
    const validators = [
      ...contents.map(({ schemaPointer }) => responseSchemaValidator(schemaPointer)),
      ...(body ? [requestSchemaValidator(body.schemaPointer)] : []),
    ];
    expect(validators.length).toBeGreaterThan(0);
    for (const validate of validators) expect(() => validate({})).not.toThrow();
  });

  test("has no schema at another place", () => {
    const validate = responseSchemaValidator("/components/schemas/nothing");
    expect(() => validate({})).toThrow("The description has nothing at /components/schemas/nothing.");
  });
});
