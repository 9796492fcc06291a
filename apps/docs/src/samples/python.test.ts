import { expect, test } from "vitest";
import { entryOf, small } from "../small-description-fixture.js";
import { sampleOf } from "./index.js";
import { python } from "./python.js";
import { sampleRequest } from "./variables.js";

test("without credentials, of an operation that needs none", () => {
  expect(sampleOf(small, entryOf("meta/root")).python).toBe(`import requests

api = "http://127.0.0.1:3000/api/v3"

response = requests.get(
    f"{api}/",
)
response.raise_for_status()
print(response.json())
`);
});

test("of an application", () => {
  expect(sampleOf(small, entryOf("apps/check-token")).python).toBe(`import requests

api = "http://127.0.0.1:3000/api/v3"
client_id = "abcde12345fghij67890"
client_secret = "3ef4ad510c59ad37bac6bb4f80047fb3aee3cc7f"
access_token = "0123abcd"

response = requests.post(
    f"{api}/applications/{client_id}/token",
    auth=(client_id, client_secret),
    json={
        "access_token": access_token,
    },
)
response.raise_for_status()
print(response.json())
`);
});

test("of a GitHub App, with values within values, and no result", () => {
  expect(sampleOf(small, entryOf("apps/delete-token")).python).toBe(`import requests

api = "http://127.0.0.1:3000/api/v3"
client_id = "Iv1.8a61f9b3a7aba766"
client_secret = "9a7b4c1de58f20367c4b9e1da05f83c26d7b9e04"
access_token = "ghu_45"

response = requests.delete(
    f"{api}/applications/{client_id}/token",
    auth=(client_id, client_secret),
    json={
        "access_token": access_token,
        "permissions": {
            "contents": "read",
        },
        "ids": [7],
    },
)
response.raise_for_status()
print(response.status_code)
`);
});

test("of a token, with characters that shells know", () => {
  expect(sampleOf(small, entryOf("oauth-authorizations/update-authorization")).python).toBe(`import requests

api = "http://127.0.0.1:3000/api/v3"
access_token = "e72e16c7"
authorization_id = 12

response = requests.patch(
    f"{api}/authorizations/{authorization_id}",
    headers={"Authorization": f"Bearer {access_token}"},
    json={
        "note": "It's $5",
        "scopes": ["repo", "user"],
    },
)
response.raise_for_status()
print(response.json())
`);
});

test("with the constants of the language", () => {
  const entry = entryOf("apps/check-token");
  const request = { ...sampleRequest(small, entry), body: { a: null, b: true, c: false, d: 1 } };
  expect(python.sample(entry, request)).toContain(
    '    json={\n        "a": None,\n        "b": True,\n        "c": False,\n        "d": 1,\n    },\n',
  );
});
