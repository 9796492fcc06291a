import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { octocat, useTestServer } from "@grantbook/test-kit/test-server";
import { describe, expect, test } from "vitest";

const headers = { authorization: basicAuth(octocat.login, octocat.password) };

describeEngines((engine) => {
  describe("values that old clients send", () => {
    const server = useTestServer(engine);

    async function create(body: object) {
      const init = { method: "POST", headers, body: JSON.stringify(body) };
      const response = await server.fetch(new Request(`${server.baseUrl}/authorizations`, init));
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    }

    test("scopes as a string are one scope", async () => {
      const { status, body } = await create({ scopes: "repo", note: "x" });
      expect([status, body.scopes]).toEqual([201, ["repo"]]);
    });

    test("scopes as a comma-separated string are one unknown scope", async () => {
      expect(await create({ scopes: "user,repo,gist", note: "x" })).toMatchObject({
        status: 422,
        body: { errors: [{ code: "custom", field: "scopes", message: "scopes are invalid: user,repo,gist" }] },
      });
    });

    test("an empty note_url is kept, and the application has the URL of the documentation", async () => {
      const { body } = await create({ note: "x", note_url: "" });
      expect(body).toMatchObject({ note_url: "", app: { name: "x", url: expect.stringMatching(/^https?:/) } });
    });

    test("a malformed client_id without a secret counts as omitted", async () => {
      expect((await create({ note: "x" })).status).toBe(201);
      expect(await create({ note: "x", client_id: "my-client", client_secret: "" })).toMatchObject({
        status: 422,
        body: { message: "Validation Failed", errors: [{ code: "already_exists", field: "note" }] },
      });
    });
  });
});
