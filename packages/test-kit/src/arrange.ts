import type { ApplicationCredentials, UserCredentials } from "@grantbook/client";
import type { components, RequestOf } from "@grantbook/contract";
import type { TestServer } from "./test-server.js";

type Authorization = components["schemas"]["authorization"];
type NewAuthorization = NonNullable<RequestOf<"oauth-authorizations/create-authorization">["body"]>;

/** A personal token of a user. */
export async function personalToken(
  server: TestServer,
  user: UserCredentials,
  body: NewAuthorization,
): Promise<Authorization> {
  const answer = await server.as(user).call("oauth-authorizations/create-authorization", { body });
  if (answer.status !== 201) throw new Error(`A personal token was to be created: ${JSON.stringify(answer)}`);
  return answer.body;
}

/** A token of an application for a user. */
export function applicationToken(
  server: TestServer,
  user: UserCredentials,
  { clientId, clientSecret }: ApplicationCredentials,
  body: NewAuthorization = {},
): Promise<Authorization> {
  return personalToken(server, user, { ...body, client_id: clientId, client_secret: clientSecret });
}

/** The grants of a user. */
export async function grantsOf(
  server: TestServer,
  user: UserCredentials,
): Promise<components["schemas"]["application-grant"][]> {
  const answer = await server.as(user).call("oauth-authorizations/list-grants");
  if (answer.status !== 200) throw new Error(`Grants were to be listed: ${JSON.stringify(answer)}`);
  return answer.body;
}

/** The authorizations of a user. */
export async function authorizationsOf(server: TestServer, user: UserCredentials): Promise<Authorization[]> {
  const answer = await server.as(user).call("oauth-authorizations/list-authorizations", { query: { per_page: 100 } });
  if (answer.status !== 200) throw new Error(`Authorizations were to be listed: ${JSON.stringify(answer)}`);
  return answer.body;
}

/** The status of a check of a token by an application. */
export async function checkStatus(
  server: TestServer,
  application: ApplicationCredentials,
  token: string,
): Promise<number> {
  const path = { client_id: application.clientId };
  const { status } = await server.as(application).call("apps/check-token", { path, body: { access_token: token } });
  return status;
}
