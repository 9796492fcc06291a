// User, application and requests that all scenarios share.
/** @param {string} name @param {string} secret */
const basicAuth = (name, secret) => `Basic ${Buffer.from(`${name}:${secret}`).toString("base64")}`;

export const fixtures = {
  user: { login: "octocat", password: "correct horse battery staple" },
  application: {
    name: "Editor",
    url: "https://editor.example",
    client_id: "0123456789abcdef0123",
    client_secret: "5ec25ec25ec25ec25ec25ec25ec25ec25ec25ec2",
  },
};

const { user, application } = fixtures;

/** Headers of a request by the user. */
export const asUser = { authorization: basicAuth(user.login, user.password) };
/** Headers of a request by the application. */
export const asApplication = { authorization: basicAuth(application.client_id, application.client_secret) };
/** Header of a request with a JSON body. */
export const jsonType = { "content-type": "application/json" };

/** Base path of the API on a server. */
export const api = "/api/v3";

/**
 * Sends one request and returns the response: its JSON, text and headers.
 * @param {string} url @param {string} method @param {Record<string, string>} headers @param {unknown} body
 * @param {number} status that the response must have
 * @throws {Error} for a response with another status
 */
export async function request(url, method, headers, body, status) {
  const response = await fetch(url, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  const text = await response.text();
  if (response.status !== status)
    throw new Error(`${method} ${url}: status ${response.status}, not ${status}: ${text}`);
  return { json: text === "" ? undefined : JSON.parse(text), text, headers: response.headers };
}
