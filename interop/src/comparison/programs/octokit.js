import { createRequire } from "node:module";
import { createBasicAuth } from "@octokit/auth-basic";

const { Octokit } = createRequire(import.meta.url)("octokit-rest-18");

export async function lifeCycle({ baseUrl, login, password, clientId, clientSecret, askCode }) {
  const auth = { username: login, password, on2Fa: askCode };
  const user = new Octokit({ baseUrl, authStrategy: createBasicAuth, auth });
  const authorization = `basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
  const application = new Octokit({ baseUrl });
  const headers = { authorization };
  const { data: made } = await user.request("POST /authorizations", { note: "deploy", scopes: ["repo"] });
  const one = { authorization_id: made.id };
  await user.request("GET /authorizations/{authorization_id}", one);
  await user.request("PATCH /authorizations/{authorization_id}", { ...one, add_scopes: ["gist"] });
  await user.request("DELETE /authorizations/{authorization_id}", one);
  const { data: granted } = await user.request("PUT /authorizations/clients/{client_id}", {
    client_id: clientId,
    client_secret: clientSecret,
  });
  const access = { headers, client_id: clientId, access_token: granted.token };
  await application.rest.apps.checkToken(access);
  const { data: reset } = await application.rest.apps.resetToken(access);
  await application.rest.apps.deleteToken({ ...access, access_token: reset.token });
}
