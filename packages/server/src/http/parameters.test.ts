import { failureOf } from "@grantbook/test-kit/failure-of";
import { describe, expect, test } from "vitest";
import { parseForm, readForm, readQuery } from "./parameters.js";

const formOf = (body: string | Uint8Array) => new Request("https://hub.example", { method: "POST", body });
const refused = (problem: string) => ({ name: "Refusal", reason: { code: "shape-refused", problems: [problem] } });

test("a query and a form are read alike", async () => {
  const text = "client_id=a%20b&scope=repo+gist&state=%E2%82%AC&=x";
  const expected = [
    ["client_id", "a b"],
    ["scope", "repo gist"],
    ["state", "€"],
    ["", "x"],
  ];
  expect([...readQuery(`https://hub.example/login?${text}#state=x`)]).toEqual(expected);
  expect([...(await readForm(formOf(text)))]).toEqual(expected);
});

test("an empty value counts as left out", () => {
  expect([...parseForm("state=&code&scope=a", "It")]).toEqual([["scope", "a"]]);
});

describe("a query and a form are refused", () => {
  const long = "n".repeat(200);

  test.each([
    ["a byte that is no UTF-8", "state=%ff", "is not percent-encoded UTF-8."],
    ["a percent sign of its own", "state=100%", "is not percent-encoded UTF-8."],
    ["a parameter that is there twice", "state=a&state=b", "has the parameter state more than once."],
    ["one that is empty the first time", "state=&state=b", "has the parameter state more than once."],
    [
      "a long one that is there twice",
      `${long}=a&${long}=b`,
      `has the parameter ${long.slice(0, 100)} more than once.`,
    ],
  ])("with %s", async (_, text, problem) => {
    const inQuery = (async () => readQuery(`https://hub.example/login?${text}`))();
    expect(await failureOf(inQuery)).toMatchObject(refused(`The query ${problem}`));
    expect(await failureOf(readForm(formOf(text)))).toMatchObject(refused(`The body ${problem}`));
  });

  test.each([
    ["state=%00", "state"],
    ["%00=a", "name"],
    [`${long}=%00`, long.slice(0, 100)],
  ])("with U+0000: %s", async (text, place) => {
    const problem = `For '${place}', U+0000 and unpaired surrogates are not allowed.`;
    expect(await failureOf(readForm(formOf(text)))).toMatchObject(refused(problem));
  });

  test("with bytes that are no UTF-8", async () => {
    const failure = await failureOf(readForm(formOf(new Uint8Array([0x61, 0x3d, 0xff]))));
    expect(failure).toMatchObject({ name: "Refusal", reason: { code: "json-unreadable" } });
  });
});
