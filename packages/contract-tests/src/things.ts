import type { ApplicationCredentials, UserCredentials } from "@grantbook/client";
import { type OperationId, routes } from "@grantbook/contract";
import { filledIn, type Things, type WrittenRequest } from "./arbitraries.js";
import { applicationToken, grantsOf, personalToken } from "./given.js";
import { takeAll } from "./model.js";
import { deployer, gemUpdater, hubot, octocat, reviewer, type World } from "./world.js";

/** The applications that written requests are about. */
export const applications = [gemUpdater, deployer, reviewer];
/** Octocat has no grant for it, so that a refused request could make one. */
const withoutGrant = deployer;

/**
 * Takes everything away, and gives both users a personal token, hubot one of each application and octocat of two. Says
 * for each application what requests about it are filled in with.
 */
export async function renewThings(world: World): Promise<Map<ApplicationCredentials, Things>> {
  const things = new Map<ApplicationCredentials, Things>();
  await takeAll(world, [octocat, hubot]);
  await personalToken(world, hubot, { note: "personal" });
  const personal = await personalToken(world, octocat, { note: "personal", fingerprint: "a laptop", scopes: ["repo"] });
  const hubots: Awaited<ReturnType<typeof given>>[] = [];
  for (const application of applications) hubots.push(await given(world, hubot, application));
  for (const [index, application] of applications.entries()) {
    const own =
      application === withoutGrant
        ? { ...hubots[index], authorization_id: `${personal.id}` }
        : await given(world, octocat, application);
    const anothers = Object.entries(hubots.at(index - 1) ?? {}).map(([name, thing]) => [`another_${name}`, thing]);
    things.set(application, { ...own, ...Object.fromEntries(anothers) });
  }
  return things;
}

/** A token of an application for a user, with all that can be said of it. */
async function given(world: World, user: UserCredentials, application: ApplicationCredentials) {
  const { id, token } = await applicationToken(world, user, application, { scopes: ["repo", "user"] });
  const grant = (await grantsOf(world, user)).find(({ app }) => app.client_id === application.clientId);
  return {
    access_token: token,
    authorization_id: `${id}`,
    client_id: application.clientId,
    client_secret: application.clientSecret,
    grant_id: `${grant?.id}`,
    target: user.login,
  };
}

/** The Authorization header of a user or an application. */
export function basic(name: string, password: string): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;
}

/** The Authorization header of octocat. */
export const asOctocat = basic(octocat.login, octocat.password);

/** A written request as it is sent by the one the operation is for. */
export function sent(
  { baseUrl }: World,
  id: OperationId,
  { method, target, headers, body }: WrittenRequest,
  { clientId, clientSecret }: ApplicationCredentials,
  things: Things | undefined,
): Request {
  if (!things) throw new Error("Nothing is known of the application.");
  const authorization = routes[id].caller === "application" ? basic(clientId, clientSecret) : asOctocat;
  return new Request(baseUrl + filledIn(target, things), {
    method,
    headers: { ...headers, authorization },
    body: typeof body === "string" ? filledIn(body, things) : body,
  });
}
