import type { ApplicationCredentials, UserCredentials } from "@grantbook/client";
import { type OperationId, operationTable } from "@grantbook/contract";
import { applicationToken, grantsOf, personalToken } from "@grantbook/test-kit/arrange";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { deployer, gemUpdater, hubot, octocat, reviewer, type TestServer } from "@grantbook/test-kit/test-server";
import { fillPlaceholders, type Placeholders, type WrittenRequest } from "./arbitraries.js";
import { deleteAll } from "./model-based/model.js";

/** The applications that written requests are about. */
export const applications = [gemUpdater, deployer, reviewer];
/** Octocat has no grant for it, so that a refused request could make one. */
const withoutGrant = deployer;

/**
 * Takes everything away, and gives both users a personal token, hubot one of each application and octocat of two. Says
 * for each application what requests about it are filled in with.
 */
export async function resetFixtures(server: TestServer): Promise<Map<ApplicationCredentials, Placeholders>> {
  const things = new Map<ApplicationCredentials, Placeholders>();
  await deleteAll(server, [octocat, hubot]);
  await personalToken(server, hubot, { note: "personal" });
  const personal = await personalToken(server, octocat, {
    note: "personal",
    fingerprint: "a laptop",
    scopes: ["repo"],
  });
  const hubots: Awaited<ReturnType<typeof given>>[] = [];
  for (const application of applications) hubots.push(await given(server, hubot, application));
  for (const [index, application] of applications.entries()) {
    const own =
      application === withoutGrant
        ? { ...hubots[index], authorization_id: `${personal.id}` }
        : await given(server, octocat, application);
    const anothers = Object.entries(hubots.at(index - 1) ?? {}).map(([name, thing]) => [`another_${name}`, thing]);
    things.set(application, { ...own, ...Object.fromEntries(anothers) });
  }
  return things;
}

/** A token of an application for a user, with all that can be said of it. */
async function given(server: TestServer, user: UserCredentials, application: ApplicationCredentials) {
  const { id, token } = await applicationToken(server, user, application, { scopes: ["repo", "user"] });
  const grant = (await grantsOf(server, user)).find(({ app }) => app.client_id === application.clientId);
  return {
    access_token: token,
    authorization_id: `${id}`,
    client_id: application.clientId,
    client_secret: application.clientSecret,
    grant_id: `${grant?.id}`,
    target: user.login,
  };
}

/** The Authorization header of octocat. */
export const asOctocat = basicAuth(octocat.login, octocat.password);

/** A written request as it is sent by the one the operation is for. */
export function toRequest(
  { baseUrl }: TestServer,
  id: OperationId,
  { method, target, headers, body }: WrittenRequest,
  { clientId, clientSecret }: ApplicationCredentials,
  things: Placeholders | undefined,
): Request {
  if (!things) throw new Error("Nothing is known of the application.");
  const authorization = operationTable[id].caller === "application" ? basicAuth(clientId, clientSecret) : asOctocat;
  return new Request(baseUrl + fillPlaceholders(target, things), {
    method,
    headers: { ...headers, authorization },
    body: typeof body === "string" ? fillPlaceholders(body, things) : body,
  });
}
