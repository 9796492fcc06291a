import { describe, expect, test } from "vitest";
import { entryOf, small } from "../small-description-fixture.js";
import { languageNames, languages, markValues, sampleOf, samplesById, withValues } from "./index.js";

const check = sampleOf(small, entryOf("apps/check-token"));
const get = sampleOf(small, entryOf("oauth-authorizations/get-authorization"));

test("the languages have titles, in the order of their buttons", () => {
  expect(languageNames.map((name) => [name, languages[name].title, languages[name].code])).toEqual([
    ["curl", "curl", "sh"],
    ["typescript", "TypeScript", "ts"],
    ["octokit", "JavaScript (octokit)", "js"],
    ["python", "Python", "py"],
    ["gh", "gh api", "sh"],
  ]);
});

test("every operation has samples", () => {
  const samples = samplesById(small);
  expect([...samples.keys()]).toEqual([
    "meta/root",
    "apps/check-token",
    "apps/delete-token",
    "oauth-authorizations/get-authorization",
    "oauth-authorizations/update-authorization",
  ]);
  expect(samples.get("apps/check-token")).toEqual(check);
});

describe("other values", () => {
  const values = { api: "https://hub.example/api", client_id: "one", client_secret: "it's", access_token: "$2" };

  test("take the place of those of the demo, each as its language writes it", () => {
    const { curl, typescript, octokit, python, gh } = withValues(check, values);
    const shell = "API=https://hub.example/api\nCLIENT_ID=one\nCLIENT_SECRET='it'\\''s'\nACCESS_TOKEN='$2'\n";
    const script = `const baseUrl = "https://hub.example/api";
const clientId = "one";
const clientSecret = "it's";
const token = "$2";
`;
    for (const text of [curl, gh]) expect(text.startsWith(shell)).toBe(true);
    for (const text of [typescript, octokit]) expect(text).toContain(script);
    expect(python).toContain(
      'api = "https://hub.example/api"\nclient_id = "one"\nclient_secret = "it\'s"\naccess_token = "$2"\n',
    );
    const callOf = (text: string) => text.slice(text.indexOf("\n\n"));
    expect(callOf(curl)).toBe(callOf(check.curl));
  });

  test("may be numbers", () => {
    const { curl, typescript, python } = withValues(get, {
      ...values,
      login: "a",
      password: "b",
      authorization_id: 3456,
    });
    expect(curl).toContain("\nAUTHORIZATION_ID=3456\n");
    expect(typescript).toContain("\nconst authorizationId = 3456;\n");
    expect(python).toContain("\nauthorization_id = 3456\n");
  });

  test("must be there, so that none of the demo is left", () => {
    expect(() => withValues(check, { api: "x", client_id: "y", access_token: "z" })).toThrow(
      "There is no value for CLIENT_SECRET.",
    );
  });
});

describe("values that a server replaces are marked", () => {
  const marked = (name: (typeof languageNames)[number], code: string) =>
    markValues(code, name, (variable, value) => `<${variable} ${value}>`);

  test.each([
    ["curl", "LOGIN=<login octocat>\nPASSWORD=<password demo-password>\nAUTHORIZATION_ID=<authorization_id 12>\n"],
    ["gh", "LOGIN=<login octocat>\nPASSWORD=<password demo-password>\nAUTHORIZATION_ID=<authorization_id 12>\n"],
    [
      "typescript",
      'const login = "<login octocat>";\nconst password = "<password demo-password>";\nconst authorizationId = <authorization_id 12>;\n',
    ],
    [
      "python",
      'login = "<login octocat>"\npassword = "<password demo-password>"\nauthorization_id = <authorization_id 12>\n',
    ],
  ] as const)("in %s, without their quotes", (name, text) => {
    const code = marked(name, get[name]);
    expect(code).toContain(text);
    expect(code).toContain("http://127.0.0.1:3000/api/v3");
  });

  test("with single quotes, too; other variables stay as they are", () => {
    expect(marked("curl", "CLIENT_ID='a b'\nOTHER='c'\nclient_id=d\nFINGERPRINT=e\nUSERNAME=f\nGRANT_ID=1\n")).toBe(
      "CLIENT_ID='<client_id a b>'\nOTHER='c'\nclient_id=d\nFINGERPRINT=<fingerprint e>\nUSERNAME=<username f>\nGRANT_ID=<grant_id 1>\n",
    );
    expect(
      marked("typescript", 'const token = "a";\n  const token = "b";\nlet token = "c";\nconst other = "d";\n'),
    ).toBe('const token = "<access_token a>";\n  const token = "b";\nlet token = "c";\nconst other = "d";\n');
    expect(marked("python", 'client_secret = "a"\n  client_secret = "b"\nprint(client_secret)\n')).toBe(
      'client_secret = "<client_secret a>"\n  client_secret = "b"\nprint(client_secret)\n',
    );
  });
});
