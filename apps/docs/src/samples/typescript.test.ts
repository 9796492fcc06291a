import { expect, test } from "vitest";
import type { Entry } from "../description.js";
import { entryOf, small } from "../small-description-fixture.js";
import { sampleOf } from "./index.js";

test("without credentials, of an operation that needs none", () => {
  expect(sampleOf(small, entryOf("meta/root")).typescript).toBe(`import { createClient } from "@grantbook/client";

const baseUrl = "http://127.0.0.1:3000/api/v3";
const token = "e72e16c7";

const client = createClient({ baseUrl, auth: { token } });
const result = await client.meta.root();
console.log(result);
`);
});

test("of an application", () => {
  expect(
    sampleOf(small, entryOf("apps/check-token")).typescript,
  ).toBe(`import { createClient } from "@grantbook/client";

const baseUrl = "http://127.0.0.1:3000/api/v3";
const clientId = "abcde12345fghij67890";
const clientSecret = "3ef4ad510c59ad37bac6bb4f80047fb3aee3cc7f";
const token = "0123abcd";

const client = createClient({ baseUrl, auth: { clientId, clientSecret } });
const result = await client.tokens.check({ access_token: token });
console.log(result);
`);
});

test("of a GitHub App, with values within values, and no result", () => {
  expect(
    sampleOf(small, entryOf("apps/delete-token")).typescript,
  ).toBe(`import { createClient } from "@grantbook/client";

const baseUrl = "http://127.0.0.1:3000/api/v3";
const clientId = "Iv1.8a61f9b3a7aba766";
const clientSecret = "9a7b4c1de58f20367c4b9e1da05f83c26d7b9e04";
const token = "ghu_45";

const client = createClient({ baseUrl, auth: { clientId, clientSecret } });
await client.tokens.delete({
  access_token: token,
  permissions: { contents: "read" },
  ids: [7],
});
`);
});

test("of a user", () => {
  expect(
    sampleOf(small, entryOf("oauth-authorizations/get-authorization")).typescript,
  ).toBe(`import { createClient } from "@grantbook/client";

const baseUrl = "http://127.0.0.1:3000/api/v3";
const login = "octocat";
const password = "demo-password";
const authorizationId = 12;

const client = createClient({ baseUrl, auth: { login, password } });
const result = await client.authorizations.get({ authorization_id: authorizationId });
console.log(result);
`);
});

test("of a token, with characters that shells know", () => {
  expect(
    sampleOf(small, entryOf("oauth-authorizations/update-authorization")).typescript,
  ).toBe(`import { createClient } from "@grantbook/client";

const baseUrl = "http://127.0.0.1:3000/api/v3";
const token = "e72e16c7";
const authorizationId = 12;

const client = createClient({ baseUrl, auth: { token } });
const result = await client.authorizations.update({
  authorization_id: authorizationId,
  note: "It's $5",
  scopes: ["repo", "user"],
});
console.log(result);
`);
});

test("of a user has the client id of an application, which the client of an application knows", () => {
  const { operation, ...entry } = entryOf("apps/check-token");
  const ofUser: Entry = { ...entry, operation: { ...operation, security: [{ user: [] }] } };
  expect(sampleOf(small, ofUser).typescript).toContain(
    'const clientId = "abcde12345fghij67890";\nconst token = "0123abcd";\n\nconst client = createClient({ baseUrl, auth: { login, password } });\n' +
      "const result = await client.tokens.check({ client_id: clientId, access_token: token });\n",
  );
});
