import { type OperationId, operationTable } from "@grantbook/contract";
import { describeOperation } from "@grantbook/contract/description";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { gemUpdater, octocat, reviewer, startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { transports } from "@grantbook/test-kit/transports";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** Parts of a request; the others are those of a valid one. */
interface Parts {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const tooLong = "x".repeat(256);
const withFingerprint = (note: string) => JSON.stringify({ note, fingerprint: "in use" });

/** Requests that bring about the examples of a 400 and a 422, by the name of the example. */
const requests: Readonly<Record<string, Parts>> = {
  json: { body: "{" },
  object: { body: "[]" },
  version: { headers: { "x-github-api-version": "1999-01-01" } },
  value: { body: withFingerprint("second") },
  shape: { body: '{"note":1}' },
  application: { body: '{"client_secret":"wrong"}' },
  secret: { body: "{}" },
  token: { body: "{}" },
  path: { path: { access_token: tooLong } },
  filter: { query: `?client_id=${tooLong}` },
  username: { path: { username: tooLong } },
};

const cases = (Object.keys(operationTable) as OperationId[]).flatMap((id) =>
  [400, 422].flatMap((status) =>
    Object.entries(describeOperation(id).responses.get(status)?.content?.examples ?? {}).map(
      ([name, { value }]) => [id, status, name, value as { readonly message: string }] as const,
    ),
  ),
);

describe("the server gives each example of a 400 and a 422", () => {
  let server: TestServer;
  let id = "";
  beforeAll(async () => {
    const [transport] = transports;
    if (!transport) throw new Error("There is no transport.");
    server = await startTestServer(transport);
    await send("oauth-authorizations/create-authorization", { body: withFingerprint("first") });
    const made = await send("oauth-authorizations/create-authorization", { body: '{"note":"another"}' });
    id = String(((await made.json()) as { readonly id: number }).id);
  });
  afterAll(() => server.close());

  /** Sends a request of an operation as a caller whom it takes. */
  function send(operation: OperationId, { path, query = "", headers, body }: Parts): Promise<Response> {
    const { method, caller, path: template } = operationTable[operation];
    const application = operation === "apps/scope-token" ? reviewer : gemUpdater;
    const values: Record<string, string> = {
      ...{ access_token: "gho_unknown", authorization_id: id, client_id: application.clientId },
      ...{ fingerprint: "a laptop", grant_id: "1", username: octocat.login },
      ...path,
    };
    const authorization =
      caller === "application"
        ? basicAuth(application.clientId, application.clientSecret)
        : basicAuth(octocat.login, octocat.password);
    const url = server.baseUrl + template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "?") + query;
    return server.fetch(
      new Request(url, { method, headers: { authorization, ...headers }, ...(body === undefined ? {} : { body }) }),
    );
  }

  test.each(cases)("%s %i: %s", async (operation, status, name, example) => {
    const response = await send(operation, requests[name] ?? {});
    // The page of the operation is in its own response; the examples are shared.
    const { documentation_url: page, ...body } = (await response.json()) as Record<string, unknown>;
    expect(response.status).toBe(status);
    expect({ ...body, documentation_url: expect.any(String) }).toEqual(example);
    expect(page).toMatch(/^https:/);
  });
});
