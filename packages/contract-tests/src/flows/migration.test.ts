// The move to the sign-in flows as a story: its workflow, while a user at a browser does what it cannot do.
import { describeFlows } from "@grantbook/test-kit/describe-flows";
import { pkce, webApp } from "@grantbook/test-kit/flow-fixture";
import { type Connection, overHttp } from "@grantbook/test-kit/transports";
import { afterEach, expect, test } from "vitest";
import { runWorkflow } from "../respect.js";

describeFlows((flows) => {
  const connections: Connection[] = [];
  afterEach(async () => {
    for (const connection of connections.splice(0)) await connection.close();
  });

  /** Server of the site, whose users type every code that a device shows. */
  const connect = async () => {
    const connection = await overHttp.connect((publicUrl) => {
      const inner = flows.server({ publicUrl });
      const fetch = async (request: Request) => {
        const response = await inner.fetch(request, { address: "192.0.2.1" });
        if (request.url.endsWith("/login/device/code")) {
          const { user_code } = (await response.clone().json()) as { user_code: string };
          await typeCode(user_code);
        }
        return response;
      };
      return { ...inner, fetch: fetch as typeof inner.fetch };
    });
    connections.push(connection);
    return connection.publicUrl;
  };
  const connectInBrownOut = async () => {
    const connection = await overHttp.connect((publicUrl) =>
      flows.server({ publicUrl, sunset: { state: "brownout" } }),
    );
    connections.push(connection);
    return `${connection.publicUrl}/api/v3`;
  };
  const typeCode = async (userCode: string) => {
    const page = await flows.signedIn();
    await page.open("/login/device");
    await page.follow(await page.submit("user_code", { user_code: userCode }));
    await page.submit("authorize", { authorize: "1" });
  };

  test("an application moves from the old call over a brown-out to both flows", async () => {
    const site = await connect();
    const asked = { scope: "repo", code_challenge: pkce.challenge, code_challenge_method: "S256" };
    const servers = { api: `${site}/api/v3`, brownout: await connectInBrownOut(), flows: site };
    const { code, output } = await runWorkflow("application-moves-to-the-flows", servers, {
      login: "octocat",
      password: "correct horse",
      "client-id": webApp.clientId,
      "client-secret": webApp.clientSecret,
      code: await flows.code(await flows.signedIn(), asked),
      "code-verifier": pkce.verifier,
    });
    expect(output).toMatch(/Workflows: 1 passed, 1 total/);
    expect(code).toBe(0);
  });
});
