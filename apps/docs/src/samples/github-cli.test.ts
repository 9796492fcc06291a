import { expect, test } from "vitest";
import { entryOf, small } from "../small-description-fixture.js";
import { sampleOf } from "./index.js";

test("without credentials, of an operation that needs none", () => {
  expect(sampleOf(small, entryOf("meta/root")).gh).toBe(`API=http://127.0.0.1:3000/api/v3
# gh asks for a token of its own before it sends anything.
export GH_TOKEN=\${GH_TOKEN:-unused}

gh api "$API/"
`);
});

test("of a GitHub App, with values within values, and no result", () => {
  expect(sampleOf(small, entryOf("apps/delete-token")).gh).toBe(`API=http://127.0.0.1:3000/api/v3
CLIENT_ID=Iv1.8a61f9b3a7aba766
CLIENT_SECRET=9a7b4c1de58f20367c4b9e1da05f83c26d7b9e04
ACCESS_TOKEN=ghu_45
# gh asks for a token of its own before it sends anything.
export GH_TOKEN=\${GH_TOKEN:-unused}

gh api "$API/applications/$CLIENT_ID/token" \\
  --method DELETE \\
  --header "Authorization: Basic $(printf %s "$CLIENT_ID:$CLIENT_SECRET" | base64 | tr -d '\\n')" \\
  --input - <<JSON
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
    sampleOf(small, entryOf("oauth-authorizations/update-authorization")).gh,
  ).toBe(`API=http://127.0.0.1:3000/api/v3
ACCESS_TOKEN=e72e16c7
AUTHORIZATION_ID=12
# gh asks for a token of its own before it sends anything.
export GH_TOKEN=\${GH_TOKEN:-unused}

gh api "$API/authorizations/$AUTHORIZATION_ID" \\
  --method PATCH \\
  --header "Authorization: Bearer $ACCESS_TOKEN" \\
  --input - <<JSON
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
