// The docs show the workflows as stories. Here Redocly runs them against a server, and checks each answer
// against the description as well.
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { decodeOtpSecret, generateTotp } from "@grantbook/server";
import { gemUpdater, mona, octocat, startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { overHttp } from "@grantbook/test-kit/transports";
import { afterEach, beforeEach, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
let server: TestServer;

beforeEach(async () => {
  server = await startTestServer(overHttp);
});

afterEach(() => server.close());

/** Runs Redocly without stopping the server that is in this process. */
function redocly(...parameters: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/redocly.js", ...parameters], { cwd: root }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr });
    });
  });
}

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
  expect(files.sort()).toEqual(Object.keys(inputs).map((name) => `${name}.arazzo.yaml`));
});

test.each(Object.keys(inputs))("%s runs as it is written", async (name) => {
  const given = Object.entries(inputs[name]?.(server) ?? {}).flatMap(([input, value]) => [
    "--input",
    `${input}=${value}`,
  ]);
  const file = `openapi/workflows/${name}.arazzo.yaml`;
  const { code, output } = await redocly("respect", file, "--server", `api=${server.baseUrl}`, ...given);
  expect(output).toMatch(/Workflows: 1 passed, 1 total/);
  expect(code).toBe(0);
});
