// The samples of the flows in the reference, with the values of a server.
import { description, flowDescription } from "@grantbook/contract/description";
import { samplesById, withFlows, withValues } from "@grantbook/docs/samples";
import { type Engine, engines } from "@grantbook/test-kit/engines";
import { createFlows, pkce, type TestFlows, webApp } from "@grantbook/test-kit/flow-fixture";
import { type Connection, overHttp } from "@grantbook/test-kit/transports";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hasCurl, runShell } from "../samples/shell.js";

const [engine] = engines;
const samples = samplesById(withFlows(description, flowDescription));

describe.skipIf(!hasCurl)("the sample for curl (skipped where there is no curl)", () => {
  let flows: TestFlows;
  let connection: Connection;
  beforeEach(async () => {
    flows = await createFlows(engine as Engine);
    connection = await overHttp.connect((publicUrl) => flows.server({ publicUrl }));
  });
  afterEach(async () => {
    await connection.close();
    await flows.close();
  });

  /** Runs the sample of an operation, with another text in place of one of its own, and returns the response. */
  async function run(id: string, values: Readonly<Record<string, string>>, [from, to]: readonly [string, string]) {
    const sample = samples.get(id);
    if (!sample) throw new Error(`There is no sample for ${id}.`);
    const here = { site: connection.publicUrl, client_id: webApp.clientId, client_secret: webApp.clientSecret };
    const { curl } = withValues({ ...sample, typescript: "" }, { ...here, ...values });
    expect(curl).toContain(from);
    const { output, statuses } = await runShell(curl.replace(from, to));
    return { statuses, body: JSON.parse(output) };
  }

  test("of oauth/create-access-token exchanges a code", async () => {
    const parameters = { code_challenge: pkce.challenge, code_challenge_method: "S256" };
    const code = await flows.code(await flows.signedIn(), parameters);
    const { statuses, body } = await run("oauth/create-access-token", {}, ["0a1b2c3d4e5f60718293", code]);
    expect([statuses, await flows.use(body.access_token)]).toEqual([[200], 200]);
  });

  test("of oauth/create-device-code gets codes", async () => {
    const { statuses, body } = await run("oauth/create-device-code", {}, ["repo gist", "repo"]);
    expect([statuses, body.user_code]).toEqual([[200], expect.stringMatching(/^[\dA-F]{4}-[\dA-F]{4}$/)]);
  });

  test("of graphql/query finds the user", async () => {
    const { access_token } = await flows.exchange(await flows.code(await flows.signedIn()));
    const { statuses, body } = await run("graphql/query", { access_token: `${access_token}` }, ["UserCurrent", "Me"]);
    expect([statuses, body]).toEqual([[200], { data: { viewer: { login: "octocat" } } }]);
  });
});
