import { type OperationId, operationTable } from "@grantbook/contract";
import { applicationToken, grantsOf, personalToken } from "@grantbook/test-kit/arrange";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { gemUpdater, octocat, startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { inProcess } from "@grantbook/test-kit/transports";
import { afterAll, beforeAll, expect, test } from "vitest";

// What the guide about versions says: the versions differ in one field of the API root.

const versions = ["2022-11-28", "2026-03-10"] as const;
let server: TestServer;
let values: Readonly<Record<string, string | number>>;
let token: string;

beforeAll(async () => {
  server = await startTestServer(inProcess);
  const made = await applicationToken(server, octocat, gemUpdater, { scopes: ["repo"] });
  const [grant] = await grantsOf(server, octocat);
  ({ token } = await personalToken(server, octocat, { note: "Versions", scopes: ["user", "read:org"] }));
  values = {
    client_id: gemUpdater.clientId,
    access_token: made.token,
    authorization_id: made.id,
    grant_id: grant?.id ?? 0,
    username: octocat.login,
  };
});

afterAll(() => server.close());

const reads = Object.entries(operationTable).filter(([, { method }]) => method === "GET") as [
  OperationId,
  (typeof operationTable)[OperationId],
][];
const credentials = {
  anyone: () => ({}),
  token: () => ({ authorization: `Bearer ${token}` }),
  user: () => ({ authorization: basicAuth(octocat.login, octocat.password) }),
  application: () => ({ authorization: basicAuth(gemUpdater.clientId, gemUpdater.clientSecret) }),
};

/** Response to a read in a version, without what differs from one request to the next. */
async function read({ path, caller }: (typeof operationTable)[OperationId], version: string, more = {}) {
  const url = server.baseUrl + path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  const headers = { ...credentials[caller](), ...more, "x-github-api-version": version };
  const response = await server.fetch(new Request(url, { headers }));
  const {
    "x-github-request-id": _,
    "x-github-api-version-selected": selected,
    ...rest
  } = Object.fromEntries(response.headers);
  expect(selected).toBe(version);
  return { status: response.status, headers: rest, body: (await response.json()) as Record<string, unknown> };
}

test.each(reads.filter(([id]) => id !== "meta/root"))("%s is the same in both versions", async (id, operation) => {
  const [older, newer] = [await read(operation, versions[0]), await read(operation, versions[1])];
  expect(older.status).toBe(id === "rate-limit/get" ? 404 : 200);
  expect(newer).toEqual(older);
});

test("the API root has authorizations_url in the older version alone", async () => {
  const root = operationTable["meta/root"];
  const [{ body: older }, { body: newer }] = [await read(root, versions[0]), await read(root, versions[1])];
  const { authorizations_url: url, ...rest } = older;
  expect(url).toBe(`${server.baseUrl}/authorizations`);
  expect(newer).toEqual(rest);
});

test.each(versions)("the media type beta is accepted in %s", async (version) => {
  const accept = { accept: "application/vnd.github.beta+json" };
  const { status, headers } = await read(operationTable["meta/get"], version, accept);
  expect([status, headers["x-github-media-type"]]).toEqual([200, "github.beta; format=json"]);
});
