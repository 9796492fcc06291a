import { expect, test } from "vitest";
import { entryOf, small } from "../small-description-fixture.js";
import { sampleOf } from "./index.js";

test("without credentials, of an operation that needs none", () => {
  expect(sampleOf(small, entryOf("meta/root")).octokit).toBe(`import { Octokit } from "@octokit/core";

const baseUrl = "http://127.0.0.1:3000/api/v3";

const octokit = new Octokit({ baseUrl });
const { data } = await octokit.request("GET /");
console.log(data);
`);
});

test("of an application", () => {
  expect(sampleOf(small, entryOf("apps/check-token")).octokit).toBe(`import { Octokit } from "@octokit/core";

const baseUrl = "http://127.0.0.1:3000/api/v3";
const clientId = "abcde12345fghij67890";
const clientSecret = "3ef4ad510c59ad37bac6bb4f80047fb3aee3cc7f";
const token = "0123abcd";

const octokit = new Octokit({ baseUrl });
const headers = { authorization: \`Basic \${btoa(\`\${clientId}:\${clientSecret}\`)}\` };
const { data } = await octokit.request("POST /applications/{client_id}/token", {
  client_id: clientId, access_token: token,
  headers,
});
console.log(data);
`);
});

test("of a GitHub App, with values within values, and no result", () => {
  expect(sampleOf(small, entryOf("apps/delete-token")).octokit).toBe(`import { Octokit } from "@octokit/core";

const baseUrl = "http://127.0.0.1:3000/api/v3";
const clientId = "Iv1.8a61f9b3a7aba766";
const clientSecret = "9a7b4c1de58f20367c4b9e1da05f83c26d7b9e04";
const token = "ghu_45";

const octokit = new Octokit({ baseUrl });
const headers = { authorization: \`Basic \${btoa(\`\${clientId}:\${clientSecret}\`)}\` };
await octokit.request("DELETE /applications/{client_id}/token", {
  client_id: clientId,
  access_token: token,
  permissions: { contents: "read" },
  ids: [7],
  headers,
});
`);
});

test("of a token, with characters that shells know", () => {
  expect(
    sampleOf(small, entryOf("oauth-authorizations/update-authorization")).octokit,
  ).toBe(`import { Octokit } from "@octokit/core";

const baseUrl = "http://127.0.0.1:3000/api/v3";
const token = "e72e16c7";
const authorizationId = 12;

const octokit = new Octokit({ baseUrl });
const headers = { authorization: \`Bearer \${token}\` };
const { data } = await octokit.request("PATCH /authorizations/{authorization_id}", {
  authorization_id: authorizationId,
  note: "It's $5",
  scopes: ["repo", "user"],
  headers,
});
console.log(data);
`);
});
