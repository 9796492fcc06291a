import type { OperationId } from "@grantbook/contract";
import { createContext } from "@grantbook/test-kit/request-context";
import { describe, expect, test } from "vitest";
import { parseRequest } from "./parse-request.js";

const client_id = "abcde12345fghij67890";

interface Sent {
  readonly path?: string;
  readonly pathParams?: Record<string, string>;
  readonly body?: string;
}

async function parse(operationId: OperationId, { path, pathParams, body }: Sent = {}) {
  const init = body === undefined ? {} : { method: "POST", body };
  const context = createContext({ path, pathParams, init });
  await parseRequest(operationId)(context);
  return context;
}

const input = async (operationId: OperationId, sent?: Sent) => (await parse(operationId, sent)).input;

/** Properties of a refusal of the shape, for `toMatchObject`. */
const shape = (...problems: string[]) => ({ reason: { code: "shape-refused", problems } });

describe("the identifier in a path", () => {
  const parseId = async (text: string) =>
    (await input("oauth-authorizations/get-authorization", { pathParams: { authorization_id: text } }))?.path;

  test.each(["1", "10", "9007199254740991"])("is a number: %s", async (text) => {
    expect(await parseId(text)).toEqual({ authorization_id: Number(text) });
  });

  test.each(["", "0", "01", "-1", "+1", "1.5", "1e3", "1x", "x1", " 1", "9007199254740992"])(
    "is not found where it is none: %j",
    async (text) => {
      await expect(parseId(text)).rejects.toMatchObject({ reason: { code: "not-found" } });
    },
  );

  test("is not found where it is missing", async () => {
    const parsed = input("oauth-authorizations/get-authorization");
    await expect(parsed).rejects.toMatchObject({ reason: { code: "not-found" } });
  });
});

describe("a text in a path", () => {
  const id = "oauth-authorizations/get-or-create-authorization-for-app-and-fingerprint";
  const body = '{"client_secret":"0123456789abcdef0123456789abcdef01234567"}';
  const parseText = async (fingerprint: string) =>
    (await input(id, { pathParams: { client_id, fingerprint }, body }))?.path;

  test("has at most as many characters as the description says, whatever their bytes", async () => {
    const longest = "\u{1f511}".repeat(255);
    expect(await parseText(longest)).toEqual({ client_id, fingerprint: longest });
    await expect(parseText(`${longest}x`)).rejects.toMatchObject(
      shape("For 'fingerprint', only 255 characters are allowed; 256 were supplied."),
    );
  });

  test("is empty where it is missing, and may be as long as it likes without a limit", async () => {
    expect((await input(id, { body }))?.path).toEqual({ client_id: "", fingerprint: "" });
    const long = "c".repeat(300);
    expect((await input(id, { pathParams: { client_id: long, fingerprint: "f" }, body }))?.path).toHaveProperty(
      "client_id",
      long,
    );
  });

  test("cannot be one that no database gives back", async () => {
    await expect(parseText("a\0b")).rejects.toMatchObject(
      shape("For 'fingerprint', U+0000 and unpaired surrogates are not allowed."),
    );
  });
});

describe("a query", () => {
  const list = "oauth-authorizations/list-authorizations";
  const query = async (text: string) => (await input(list, { path: `/authorizations${text}` }))?.query;

  test.each([
    ["", { page: 1, per_page: 30 }],
    ["?page=2&per_page=5", { page: 2, per_page: 5 }],
    ["?page=1&per_page=1", { page: 1, per_page: 1 }],
    ["?page=0&per_page=0", { page: 1, per_page: 30 }],
    ["?per_page=100", { page: 1, per_page: 100 }],
    ["?per_page=101", { page: 1, per_page: 100 }],
    ["?page=1000000000", { page: 1_000_000_000, per_page: 30 }],
    ["?page=1000000001", { page: 1_000_000_000, per_page: 30 }],
    ["?page=-1&per_page=-5", { page: 1, per_page: 30 }],
    ["?page=x2&per_page=5x", { page: 1, per_page: 30 }],
    ["?page=&per_page=", { page: 1, per_page: 30 }],
    ["?page=2&page=3", { page: 2, per_page: 30 }],
    ["?client_id=a%20b", { page: 1, per_page: 30, client_id: "a b" }],
    ["?client_id=", { page: 1, per_page: 30, client_id: "" }],
    ["?unknown=1", { page: 1, per_page: 30 }],
  ])("%s has the values that count, and the defaults", async (text, values) => {
    expect(await query(text)).toEqual(values);
  });

  test("has a text of at most 255 characters", async () => {
    expect(await query(`?client_id=${"c".repeat(255)}`)).toHaveProperty("client_id", "c".repeat(255));
    await expect(query(`?client_id=${"c".repeat(256)}`)).rejects.toMatchObject(
      shape("For 'client_id', only 255 characters are allowed; 256 were supplied."),
    );
    await expect(query("?client_id=%00")).rejects.toMatchObject(
      shape("For 'client_id', U+0000 and unpaired surrogates are not allowed."),
    );
  });

  test("is handed on as it was sent, unknown parameters too, where the operation has parameters", async () => {
    const sent = (await input(list, { path: "/authorizations?a=1&page=2&a=2" }))?.sentQuery;
    expect(String(sent)).toBe("a=1&page=2&a=2");
    const meta = await input("meta/get", { path: "/meta?a=1" });
    expect(meta).toEqual({ path: {}, query: {}, sentQuery: undefined, body: {} });
  });

  test("that is not percent-encoded UTF-8 is refused where there is a text in it, else it counts as none", async () => {
    await expect(query("?page=%zz")).rejects.toMatchObject(shape("The query is not percent-encoded UTF-8."));
    const parsed = await input("users/list-emails-for-authenticated-user", { path: "/user/emails?page=2&a=%ff" });
    expect(parsed?.query).toEqual({ page: 1, per_page: 30 });
    expect(String(parsed?.sentQuery)).toBe("");
  });
});

describe("a body", () => {
  const create = "oauth-authorizations/create-authorization";

  test("is read and validated, and its text is there for the log of the server", async () => {
    const context = await parse(create, { body: '{"note":"a note"}' });
    expect(context.input?.body).toEqual({ note: "a note" });
    expect(context.body).toBe('{"note":"a note"}');
  });

  test("that was not sent is an empty object", async () => {
    expect(await input(create)).toMatchObject({ body: {} });
  });

  test("is refused with everything that is wrong with it, and the log has its text all the same", async () => {
    const body = '{"note":1,"scopes":[2]}';
    const context = createContext({ init: { method: "POST", body } });
    await expect(parseRequest(create)(context)).rejects.toMatchObject({
      reason: {
        code: "shape-refused",
        problems: expect.arrayContaining(["For 'properties/note', 1 is not a string."]),
      },
    });
    expect(context.body).toBe(body);
    expect(context.input).toBeUndefined();
  });

  test("is not read where the operation has none", async () => {
    const context = await parse("meta/get", { body: "no JSON" });
    expect([context.input?.body, context.body, context.request.bodyUsed]).toEqual([{}, "", false]);
  });
});

test("the parser of an operation is made once", () => {
  expect(parseRequest("meta/get")).toBe(parseRequest("meta/get"));
  expect(parseRequest("meta/get")).not.toBe(parseRequest("meta/root"));
});
