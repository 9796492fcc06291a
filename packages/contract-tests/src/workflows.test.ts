// The docs show the workflows as stories. Here Redocly runs them against a server, and checks each answer
// against the description as well.
import { readdirSync } from "node:fs";
import { decodeOtpSecret, generateTotp } from "@grantbook/server";
import { gemUpdater, mona, octocat, startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { overHttp } from "@grantbook/test-kit/transports";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root, runWorkflow } from "./respect.js";

let server: TestServer;

beforeEach(async () => {
  server = await startTestServer(overHttp);
});

afterEach(() => server.close());

/** Two codes that are good at the same time: the one before may be typed slowly. */
function codes({ clock }: TestServer): { code: string; "next-code": string } {
  const monasSeed = decodeOtpSecret("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP") ?? Buffer.alloc(0);
  return {
    code: generateTotp(monasSeed, new Date(clock.now.getTime() - 30_000)),
    "next-code": generateTotp(monasSeed, clock.now),
  };
}

const application = { "client-id": gemUpdater.clientId, "client-secret": gemUpdater.clientSecret };
const inputs: Readonly<Record<string, (server: TestServer) => Record<string, string>>> = {
  "application-keeps-a-token": () => ({ ...octocat, ...application, fingerprint: "laptop" }),
  "script-gets-a-token": (open) => ({ ...mona, ...codes(open) }),
  "user-cleans-up-grants": () => ({ ...octocat, ...application }),
};

test("every workflow is run here", () => {
  const files = readdirSync(`${root}openapi/workflows`);
  // This one needs a user at a browser: flows/migration.test.ts.
  const names = [...Object.keys(inputs), "application-moves-to-the-flows"].sort();
  expect(files.sort()).toEqual(names.map((name) => `${name}.arazzo.yaml`));
});

test.each(Object.keys(inputs))("%s runs as it is written", async (name) => {
  const given = inputs[name]?.(server) ?? {};
  const { code, output } = await runWorkflow(name, { api: server.baseUrl }, given);
  expect(output).toMatch(/Workflows: 1 passed, 1 total/);
  expect(code).toBe(0);
});
