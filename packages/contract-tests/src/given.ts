import type { ApplicationCredentials, UserCredentials } from "@grantbook/client";
import type { components, RequestOf } from "@grantbook/contract";
import type { World } from "./world.js";

type Authorization = components["schemas"]["authorization"];
type NewAuthorization = NonNullable<RequestOf<"oauth-authorizations/create-authorization">["body"]>;

/** A personal token of a user. */
export async function personalToken(
  world: World,
  user: UserCredentials,
  body: NewAuthorization,
): Promise<Authorization> {
  const answer = await world.as(user).call("oauth-authorizations/create-authorization", { body });
  if (answer.status !== 201) throw new Error(`A personal token was to be created: ${JSON.stringify(answer)}`);
  return answer.body;
}

/** A token of an application for a user. */
export function applicationToken(
  world: World,
  user: UserCredentials,
  { clientId, clientSecret }: ApplicationCredentials,
  body: NewAuthorization = {},
): Promise<Authorization> {
  return personalToken(world, user, { ...body, client_id: clientId, client_secret: clientSecret });
}

/** The grants of a user. */
export async function grantsOf(
  world: World,
  user: UserCredentials,
): Promise<components["schemas"]["application-grant"][]> {
  const answer = await world.as(user).call("oauth-authorizations/list-grants");
  if (answer.status !== 200) throw new Error(`Grants were to be listed: ${JSON.stringify(answer)}`);
  return answer.body;
}

/** The authorizations of a user. */
export async function authorizationsOf(world: World, user: UserCredentials): Promise<Authorization[]> {
  const answer = await world.as(user).call("oauth-authorizations/list-authorizations", { query: { per_page: 100 } });
  if (answer.status !== 200) throw new Error(`Authorizations were to be listed: ${JSON.stringify(answer)}`);
  return answer.body;
}

/** The status of a check of a token by an application. */
export async function checked(world: World, application: ApplicationCredentials, token: string): Promise<number> {
  const path = { client_id: application.clientId };
  const { status } = await world.as(application).call("apps/check-token", { path, body: { access_token: token } });
  return status;
}
