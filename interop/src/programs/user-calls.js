// Calls by plain fetch, for what a client cannot do itself but needs to begin with.
import { randomBytes } from "node:crypto";
import { settings } from "./check.js";

/** A token of the application for the user, made by the call that is to be replaced. */
export async function applicationToken(scopes) {
  const { baseUrl, clientId, clientSecret, login, password } = settings;
  const fingerprint = randomBytes(6).toString("hex");
  const response = await fetch(`${baseUrl}/authorizations/clients/${clientId}/${fingerprint}`, {
    method: "PUT",
    headers: { authorization: `Basic ${btoa(`${login}:${password}`)}` },
    body: JSON.stringify({ client_secret: clientSecret, scopes }),
  });
  const { token } = await response.json();
  if (!token) throw new Error(`no token was made: ${response.status}`);
  return token;
}
