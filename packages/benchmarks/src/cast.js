// Who calls in all scenarios.
/** @param {string} name @param {string} secret */
const basic = (name, secret) => `Basic ${Buffer.from(`${name}:${secret}`).toString("base64")}`;

export const cast = {
  user: { login: "octocat", password: "correct horse battery staple" },
  application: {
    name: "Editor",
    url: "https://editor.example",
    client_id: "0123456789abcdef0123",
    client_secret: "5ec25ec25ec25ec25ec25ec25ec25ec25ec25ec2",
  },
};

export const asUser = { authorization: basic(cast.user.login, cast.user.password) };
export const asApplication = { authorization: basic(cast.application.client_id, cast.application.client_secret) };
export const jsonType = { "content-type": "application/json" };

/** The address of the API on a server. */
export const api = "/api/v3";

/**
 * Sends one request and gives its JSON. Throws unless it is answered with the status.
 * @param {string} url @param {string} method @param {Record<string, string>} headers @param {unknown} body
 * @param {number} status
 */
export async function ask(url, method, headers, body, status) {
  const response = await fetch(url, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  const text = await response.text();
  if (response.status !== status) throw new Error(`${method} ${url} was answered with ${response.status}: ${text}`);
  return { json: text === "" ? undefined : JSON.parse(text), text, headers: response.headers };
}
