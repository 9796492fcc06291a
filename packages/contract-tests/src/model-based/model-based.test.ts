import { defaultPasswordLimits } from "@grantbook/server";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { seed } from "@grantbook/test-kit/random";
import { startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { inProcess } from "@grantbook/test-kit/transports";
import fc from "fast-check";
import { afterAll, beforeAll, test } from "vitest";
import { runsWith } from "../arbitraries.js";
import { anything, applications } from "./commands.js";
import { expectToken, users } from "./expectations.js";
import { deleteAll, Model } from "./model.js";

let inhabited: TestServer;
let server: TestServer;

describeEngines((engine) => {
  beforeAll(async () => {
    inhabited = await startTestServer(inProcess, engine);
    // The clock moves a lot: passwords are not to be verified anew for that.
    const passwordLimits = { ...defaultPasswordLimits, cacheTtlMs: Number.MAX_SAFE_INTEGER };
    server = await inhabited.withOverrides({ passwordLimits });
  });

  afterAll(() => inhabited.close());

  test("authorizations, grants and tokens are as a model of them says, whatever is done in whatever order", async () => {
    const property = fc.asyncProperty(fc.commands(anything, { maxCommands: 50, size: "max" }), async (history) => {
      await deleteAll(server, users);
      const model = new Model(applications, server.clock.now.getTime());
      await fc.asyncModelRun(() => ({ model, real: server }), history);
      for (const token of model.tokens) {
        for (const application of applications) await expectToken(server, model, token, application);
      }
    });
    await fc.assert(property, { seed, numRuns: runsWith(engine, 40) });
  });
});
