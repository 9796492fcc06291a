// The adapter of Octokits that take routes, `request("POST /authorizations")`, and have paginate().
import { oneTimeCode, settings } from "./check.js";

const client_id = settings.clientId;
const client_secret = settings.clientSecret;
const { login, password } = settings;
const neverAsked = () => {
  throw new Error("a one-time code was asked for");
};

/**
 * Describes an Octokit. `connect({ login, password, ask }, log)` returns one that signs in as a user; `application`
 * returns one that signs in as an application. `hasGrants` is false with @octokit/auth-basic, which uses the password
 * below /authorizations only.
 */
export function modernOctokit(connect, application, { hasGrants = true } = {}) {
  const warnings = [];
  console.warn = (...texts) => warnings.push(texts.join(" "));
  const log = { debug() {}, info() {}, warn: (text) => warnings.push(`${text}`), error() {} };
  const user = connect({ login, password, ask: neverAsked }, log);
  const data = async (route, body) => (await user.request(route, body)).data;
  return {
    ...(application && applicationCalls(application)),
    statusOf,
    create: (body) => data("POST /authorizations", body),
    // Not by paginate(): @octokit/auth-basic signs in with a token where the address is whole, as it is on page two.
    list: () => allPages((page) => data(`GET /authorizations?per_page=30&page=${page}`)),
    get: (authorization_id) => data(`GET /authorizations/${authorization_id}`),
    update: (authorization_id, body) => data(`PATCH /authorizations/${authorization_id}`, body),
    delete: (authorization_id) => data(`DELETE /authorizations/${authorization_id}`),
    async unchanged(authorization_id) {
      const { headers } = await user.request(`GET /authorizations/${authorization_id}`);
      const conditional = { headers: { "if-none-match": headers.etag } };
      return user.request(`GET /authorizations/${authorization_id}`, conditional).then(statusOf, statusOf);
    },
    getOrCreate: (body) => data(`PUT /authorizations/clients/${client_id}`, { client_secret, ...body }),
    getOrCreateWithFingerprint: (fingerprint, body) =>
      data(`PUT /authorizations/clients/${client_id}/${fingerprint}`, { client_secret, ...body }),
    ...(hasGrants && {
      grants: () => data("GET /applications/grants"),
      grant: (grant_id) => data(`GET /applications/grants/${grant_id}`),
      deleteGrant: (grant_id) => data(`DELETE /applications/grants/${grant_id}`),
    }),
    withWrongPassword: () => connect({ login, password: "wrong", ask: neverAsked }, log).request("GET /authorizations"),
    noteInUse: () => data("POST /authorizations", { note: "interop 1" }),
    async twoFactor() {
      let asked = false;
      const ask = async () => {
        asked = true;
        return oneTimeCode(settings.otpSecret);
      };
      const guarded = connect({ login: settings.otpLogin, password, ask }, log);
      const { data: made } = await guarded.request("POST /authorizations", { note: "two-factor" });
      return { token: made.token, asked };
    },
    notices: async () => warnings.filter((text) => text.includes('/authorizations" is deprecated')),
  };
}

/** Calls of an application, which signs in with a header. */
function applicationCalls({ request }) {
  const headers = { authorization: `basic ${Buffer.from(`${client_id}:${client_secret}`).toString("base64")}` };
  const call = async (method, access_token) =>
    (await request(`${method} /applications/${client_id}/token`, { headers, access_token })).data;
  return {
    check: (access_token) => call("POST", access_token),
    reset: (access_token) => call("PATCH", access_token),
    revoke: (access_token) => call("DELETE", access_token),
  };
}

async function allPages(read) {
  const all = [];
  for (let page = 1; ; page += 1) {
    const found = await read(page);
    if (found.length === 0) return all;
    all.push(...found);
  }
}

function statusOf({ status }) {
  return status;
}
