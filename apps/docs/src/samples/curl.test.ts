import { expect, test } from "vitest";
import { entryOf, small, smallFlows } from "../small-description-fixture.js";
import { withFlows } from "../with-flows.js";
import { sampleOf } from "./index.js";

test("without credentials, of an operation that needs none", () => {
  expect(sampleOf(small, entryOf("meta/root")).curl).toBe(`API=http://127.0.0.1:3000/api/v3

curl "$API/"
`);
});

test("of an application", () => {
  expect(sampleOf(small, entryOf("apps/check-token")).curl).toBe(`API=http://127.0.0.1:3000/api/v3
CLIENT_ID=abcde12345fghij67890
CLIENT_SECRET=3ef4ad510c59ad37bac6bb4f80047fb3aee3cc7f
ACCESS_TOKEN=0123abcd

curl "$API/applications/$CLIENT_ID/token" \\
  --user "$CLIENT_ID:$CLIENT_SECRET" \\
  --data @- <<JSON
{
  "access_token": "$ACCESS_TOKEN"
}
JSON
`);
});

test("of a GitHub App, with values within values, and no result", () => {
  expect(sampleOf(small, entryOf("apps/delete-token")).curl).toBe(`API=http://127.0.0.1:3000/api/v3
CLIENT_ID=Iv1.8a61f9b3a7aba766
CLIENT_SECRET=9a7b4c1de58f20367c4b9e1da05f83c26d7b9e04
ACCESS_TOKEN=ghu_45

curl "$API/applications/$CLIENT_ID/token" \\
  --request DELETE \\
  --user "$CLIENT_ID:$CLIENT_SECRET" \\
  --data @- <<JSON
{
  "access_token": "$ACCESS_TOKEN",
  "permissions": {
    "contents": "read"
  },
  "ids": [7]
}
JSON
`);
});

test("of a token, with characters that shells know", () => {
  expect(
    sampleOf(small, entryOf("oauth-authorizations/update-authorization")).curl,
  ).toBe(`API=http://127.0.0.1:3000/api/v3
ACCESS_TOKEN=e72e16c7
AUTHORIZATION_ID=12

curl "$API/authorizations/$AUTHORIZATION_ID" \\
  --request PATCH \\
  --header "Authorization: Bearer $ACCESS_TOKEN" \\
  --data @- <<JSON
{
  "note": "It's \\$5",
  "scopes": [
    "repo",
    "user"
  ]
}
JSON
`);
});

test("of the sign-in flows, at the address of the site", () => {
  const description = withFlows(small, smallFlows);
  const sample = sampleOf(description, entryOf("oauth/create-device-code", description));
  expect(sample).toEqual({
    curl: `SITE=http://127.0.0.1:3000
CLIENT_ID=abcde12345fghij67890

curl "$SITE/login/device/code" \\
  --header "Accept: application/json" \\
  --data @- <<JSON
{
  "client_id": "$CLIENT_ID",
  "scope": "user"
}
JSON
`,
    typescript: "",
    octokit: "",
    python: "",
    gh: "",
  });
});
