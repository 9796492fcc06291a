import { applicationToken } from "@grantbook/test-kit/arrange";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { octocat, reviewer, useTestServer } from "@grantbook/test-kit/test-server";
import { describe, expect, test } from "vitest";

const asOctocat = { authorization: basicAuth(octocat.login, octocat.password) };

describeEngines((engine) => {
  describe("refusals", () => {
    const server = useTestServer(engine);

    async function create(body: string): Promise<{ status: number; message: string }> {
      const request = new Request(`${server.baseUrl}/authorizations`, { method: "POST", headers: asOctocat, body });
      const answer = await server.fetch(request);
      return { status: answer.status, message: ((await answer.json()) as { message: string }).message };
    }

    test.each([
      ["a body that is no JSON", "{", 400, "Problems parsing JSON"],
      ["a list for a body", "[]", 400, "Body should be a JSON object"],
      [
        "lists in lists, as deep as fit",
        `{"note":${"[".repeat(30_000)}${"]".repeat(30_000)}}`,
        422,
        /^Invalid request\.\n\nFor 'properties\/note', an array is not a string\.$/,
      ],
      ["null for a text", '{"note":null}', 422, /For 'properties\/note', nil is not a string\.$/],
      ["U+0000 in a text", '{"note":"a\\u0000b"}', 422, /U\+0000/],
      ["half of a surrogate pair", '{"note":"\\ud800"}', 422, /surrogates/],
      [
        "a text that is too long",
        JSON.stringify({ note: "n".repeat(256) }),
        422,
        /only 255 characters are allowed; 256 were supplied/,
      ],
      ["an address that is none", '{"note":"n","note_url":"javascript:alert(1)"}', 422, /note_url/],
      [
        "a secret of another type",
        '{"client_secret":12345}',
        422,
        /For 'properties\/client_secret', the value is not a string/,
      ],
      [
        "a client id without its secret",
        '{"client_id":"abcde12345fghij67890"}',
        422,
        "Invalid OAuth application client_id or secret.",
      ],
      ["more than 64 KiB", JSON.stringify({ note: "n".repeat(65_536) }), 413, /65536 bytes/],
    ])("%s", async (_, body, status, message) => {
      const answer = await create(body);
      expect(answer.status).toBe(status);
      expect(answer.message).toMatch(message);
    });

    test("a scoped token cannot be scoped again, to more than it was given", async () => {
      const { token } = await applicationToken(server, octocat, reviewer);
      const path = { client_id: reviewer.clientId };
      const scope = (access_token: string, contents: "read" | "write") =>
        server
          .as(reviewer)
          .call("apps/scope-token", { path, body: { access_token, target: "octocat", permissions: { contents } } });
      const scoped = (await scope(token, "read")).body as { token: string };
      const again = await scope(scoped.token, "write");
      expect(again).toMatchObject({ status: 422, body: { errors: [{ field: "access_token", code: "custom" }] } });
    });

    test("a failing database is answered as such also where no operation is", async () => {
      const failing = await server.withOverrides({
        store: (store) => ({ ...store, credentials: () => Promise.reject(new Error("a private detail")) }),
      });
      const answer = await failing.fetch(
        new Request(`${server.baseUrl}/authorizations`, { method: "PATCH", headers: asOctocat }),
      );
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toContain("private");
    });
  });
});
