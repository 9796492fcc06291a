import { describe, expect, test } from "vitest";
import { createClient } from "./create-client.js";
import type { Credentials } from "./credentials.js";
import { ClientError } from "./errors.js";

const baseUrl = "http://hub.example/api/v3/";
const octocat = { login: "octocat", password: "a password" };

/** A client whose server answers always the same; what it was sent is in `requests`. */
function clientOf<C extends Credentials>(auth: C, answer: () => Response | Promise<Response>) {
  const requests: Request[] = [];
  const client = createClient({
    baseUrl,
    auth,
    fetch: async (request) => {
      requests.push(request);
      return answer();
    },
  });
  return { client, requests };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });

describe("a call", () => {
  test("is sent with its method, address, credentials and body", async () => {
    const { client, requests } = clientOf({ clientId: "id", clientSecret: "s\u00e9cret" }, () => json(404, {}));
    await client.call("apps/check-token", { path: { client_id: "a/b?c" }, body: { access_token: "t" } });
    const [request] = requests;
    expect(request?.method).toBe("POST");
    expect(request?.url).toBe("http://hub.example/api/v3/applications/a%2Fb%3Fc/token");
    expect(request?.headers.get("authorization")).toBe("Basic aWQ6c8OpY3JldA==");
    expect(request?.redirect).toBe("error");
    expect(await request?.json()).toEqual({ access_token: "t" });
  });

  test("gives status, headers and body as they are, and no body where there is none", async () => {
    const { client } = clientOf(octocat, () => json(200, [], { Link: "<x>" }));
    const answer = await client.call("oauth-authorizations/list-grants", { query: { per_page: 2 } });
    expect(answer).toMatchObject({ status: 200, body: [], headers: { link: "<x>" } });
    const unchanged = clientOf(octocat, () => new Response(null, { status: 304 }));
    expect(await unchanged.client.call("oauth-authorizations/list-grants")).not.toHaveProperty("body");
  });

  test.each([
    ["a status that is not described", () => json(418, {}), "undeclared-status"],
    ["a page of a proxy", () => new Response("<html>", { status: 503 }), "unreadable-answer"],
    ["an answer that is cut off", () => new Response('{"id":', { status: 200 }), "unreadable-answer"],
    ["no answer", () => Promise.reject(new TypeError("fetch failed")), "connection"],
  ])("that gets %s throws, and says which", async (_, answer, code) => {
    const call = clientOf(octocat, answer).client.call("oauth-authorizations/list-grants");
    await expect(call).rejects.toMatchObject({ name: "ClientError", code });
  });

  test.each(["", ".", ".."])("with %j in its path is not sent", async (client_id) => {
    const { client, requests } = clientOf({ clientId: "id", clientSecret: "s" }, () => json(200, {}));
    const call = client.call("apps/delete-token", { path: { client_id }, body: { access_token: "t" } });
    await expect(call).rejects.toMatchObject({ code: "invalid-request" });
    expect(requests).toEqual([]);
  });

  test("with what cannot be sent throws without repeating it", async () => {
    const { client, requests } = clientOf(octocat, () => json(200, []));
    const call = client.call("oauth-authorizations/list-grants", { headers: { "x-github-otp": "SECRET\n1" } });
    await expect(call).rejects.toSatisfy((error) => !String((error as Error).stack).includes("SECRET"));
    await expect(call).rejects.toThrow(ClientError);
    expect(requests).toEqual([]);
    expect(() => clientOf({ token: "ghp_SECRET\n" }, () => json(200, {}))).toThrow(/^The token cannot be sent$/);
    expect(() => clientOf({ login: "a:b", password: "SECRET" }, () => json(200, {}))).toThrow(/colon$/);
  });
});
