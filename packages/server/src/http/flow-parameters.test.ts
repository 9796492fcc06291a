import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { describe, expect, test } from "vitest";
import { readFlowParameters } from "./flow-parameters.js";

interface Sent {
  readonly query?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

const requestOf = ({ query = "", body, headers = {} }: Sent) =>
  new Request(`https://git.example/login/oauth/access_token${query}`, {
    method: "POST",
    headers,
    ...(body === undefined ? {} : { body }),
  });

const read = (sent: Sent, ...more: [((parameters: object) => string[])?]) =>
  readFlowParameters(requestOf(sent), ...more);

const problems = (...texts: string[]) => ({ reason: { code: "shape-refused", problems: texts } });

test.each<[string, Sent, Record<string, string>]>([
  ["nowhere", {}, {}],
  ["the query", { query: "?code=a%20b&state=" }, { code: "a b" }],
  [
    "a form",
    { body: "code=a+b&redirect_uri=https%3A%2F%2Fa.example" },
    { code: "a b", redirect_uri: "https://a.example" },
  ],
  ["JSON", { body: '{"code":"a","client_id":7}' }, { code: "a", client_id: "7" }],
  ["JSON after a space", { body: ' \n{"code":"a"}' }, { code: "a" }],
  ["query and body together", { query: "?client_id=c", body: "code=a" }, { client_id: "c", code: "a" }],
])("parameters come from %s", async (_, sent, parameters) => {
  expect(await read(sent)).toEqual(parameters);
});

test("empty and null values of JSON count as left out, and values of other types are ignored", async () => {
  const body = '{"code":"a","state":"","scope":null,"list":["x"],"yes":true,"object":{}}';
  expect(await read({ body })).toEqual({ code: "a" });
});

describe("client id and secret", () => {
  const basic = (name: string, password: string) => ({ headers: { authorization: basicAuth(name, password) } });

  test.each<[string, Sent, Record<string, string>]>([
    ["both", basic("id", "secret"), { client_id: "id", client_secret: "secret" }],
    ["form-encoded", basic("a%20b", "%2B"), { client_id: "a b", client_secret: "+" }],
    ["with a percent sign that encodes nothing", basic("100%", "%zz"), { client_id: "100%", client_secret: "%zz" }],
    ["without a secret", basic("id", ""), { client_id: "id" }],
    ["without an id", basic("", "secret"), { client_secret: "secret" }],
    ["in another scheme", { headers: { authorization: "token t" } }, {}],
  ])("come by Basic authentication: %s", async (_, sent, parameters) => {
    expect(await read(sent)).toEqual(parameters);
  });

  test("may come twice when they are the same", async () => {
    const sent = { ...basic("id", "secret"), body: "client_id=id&client_secret=secret", query: "?client_id=id" };
    expect(await read(sent)).toEqual({ client_id: "id", client_secret: "secret" });
    await expect(read({ ...sent, body: "client_secret=other" })).rejects.toMatchObject(
      problems("The parameter client_secret has two values."),
    );
  });
});

test("a parameter with two values is refused, by as much of its name as fits", async () => {
  await expect(read({ query: "?code=a", body: "code=b" })).rejects.toMatchObject(
    problems("The parameter code has two values."),
  );
  const name = "n".repeat(101);
  await expect(read({ query: `?${name}=a`, body: `${name}=b` })).rejects.toMatchObject(
    problems(`The parameter ${"n".repeat(100)} has two values.`),
  );
});

test("parameters in which a problem is found are refused with all problems", async () => {
  const seen: object[] = [];
  const find = (parameters: object) => {
    seen.push(parameters);
    return ["One.", "Two."];
  };
  await expect(read({ body: '{"code":"a","list":[]}' }, find)).rejects.toMatchObject(problems("One.", "Two."));
  expect(seen).toEqual([{ code: "a", list: [] }]);
  expect(await read({ body: "code=a" }, () => [])).toEqual({ code: "a" });
});

test("a body that is neither form nor JSON is refused", async () => {
  await expect(read({ body: "{" })).rejects.toMatchObject({ reason: { code: "json-unreadable" } });
  await expect(read({ body: "code=%ff" })).rejects.toMatchObject({
    reason: { code: "shape-refused", problems: [expect.stringMatching(/^The body /)] },
  });
});
