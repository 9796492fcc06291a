import { matchOperation, type OperationId, operationTable } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";
import { samplesById, withValues } from "@grantbook/docs/samples";
import { applicationToken, grantsOf } from "@grantbook/test-kit/arrange";
import { gemUpdater, octocat, reviewer, startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { overHttp, type Transport } from "@grantbook/test-kit/transports";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runScript, typeProblems } from "./script.js";
import { hasCurl, runShell } from "./shell.js";

const samples = samplesById(description);
let base: TestServer;
let server: TestServer;

/** Requests of a sample, as method and operation: a sample that reaches another operation may succeed, too. */
let reached: string[];

/** Over HTTP, and notes what arrives. */
const noted: Transport = {
  ...overHttp,
  connect: (create) =>
    overHttp.connect((publicUrl) => {
      const inner = create(publicUrl);
      const fetch = (request: Request) => {
        const path = new URL(request.url).pathname.replace(/^\/api\/v3/, "");
        reached.push(`${request.method} ${matchOperation(request.method, path)}`);
        return inner.fetch(request);
      };
      return { ...inner, fetch: fetch as typeof inner.fetch };
    }),
};

beforeEach(async () => {
  reached = [];
  base = await startTestServer(noted);
  server = await base.withOverrides({ rateLimit: 5000 });
});

afterEach(() => base.close());

/** A sample with what is there on the server, which is no more than the operation needs. */
async function sampleIn(id: OperationId) {
  const { path } = operationTable[id];
  const application = id === "apps/scope-token" ? reviewer : gemUpdater;
  const isCreating = path.startsWith("/authorizations") && !path.includes("{authorization_id}");
  const authorization = isCreating
    ? undefined
    : await applicationToken(server, octocat, application, { scopes: ["user"] });
  const [grant] = await grantsOf(server, octocat);
  const sample = samples.get(id);
  if (!sample) throw new Error(`There is no sample for ${id}.`);
  return withValues(sample, {
    ...octocat,
    api: server.baseUrl,
    client_id: application.clientId,
    client_secret: application.clientSecret,
    fingerprint: "laptop",
    username: octocat.login,
    access_token: authorization?.token ?? "",
    authorization_id: authorization?.id ?? 0,
    grant_id: grant?.id ?? 0,
  });
}

function goodStatus(id: OperationId): number {
  const [status = 0] = operationTable[id].statuses.filter((declared) => declared < 300).toReversed();
  return status;
}

const ids = Object.keys(operationTable) as OperationId[];

describe.skipIf(!hasCurl)("the sample for curl (skipped where there is no curl)", () => {
  test.each(ids)("of %s is answered with a success", async (id) => {
    const { curl } = await sampleIn(id);
    reached = [];
    const { output, statuses } = await runShell(curl);
    expect(reached).toEqual([`${operationTable[id].method} ${id}`]);
    expect(statuses).toEqual([goodStatus(id)]);
    if (statuses[0] !== 204) expect(JSON.parse(output)).toBeTypeOf("object");
  });
});

describe("the sample for TypeScript", () => {
  test.each(ids)("of %s runs", async (id) => {
    const { typescript } = await sampleIn(id);
    reached = [];
    const logged = await runScript(typescript);
    expect(reached).toEqual([`${operationTable[id].method} ${id}`]);
    expect(logged).toEqual(goodStatus(id) === 204 ? [] : [[expect.any(Object)]]);
  });

  test("of every operation compiles", () => {
    expect(typeProblems(new Map([...samples].map(([id, { typescript }]) => [id, typescript])))).toEqual([]);
  });
});
