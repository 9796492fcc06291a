// Features of the programs, each found by running them: of clients by the requests that a server saw, of servers by
// the responses to plain requests.

/** @typedef {{ status: number, otp: string, value: Record<string, any> }} Received */

const credentials = { login: "hubot", password: "battery staple" };
const application = { clientId: "0123456789abcdef0123", clientSecret: "5ec25ec25ec25ec25ec25ec25ec25ec25ec25ec2" };
const cast = { ...credentials, ...application };

/** Operations of the life cycle, in their order. */
const lifeCycleOperations = [
  "oauth-authorizations/create-authorization",
  "oauth-authorizations/get-authorization",
  "oauth-authorizations/update-authorization",
  "oauth-authorizations/delete-authorization",
  "oauth-authorizations/get-or-create-authorization-for-app",
  "apps/check-token",
  "apps/reset-token",
  "apps/delete-token",
];

/** Features of a client. @param {(settings: object) => Promise<void>} lifeCycle */
export async function featuresOfClient(lifeCycle) {
  const { startGrantbook } = await import("@grantbook/testing");
  const seed = {
    users: [{ ...credentials, otp_secret: "JBSWY3DPEHPK3PXP" }],
    applications: [{ name: "App", url: "https://a.test", client_id: cast.clientId, client_secret: cast.clientSecret }],
  };
  const grantbook = await startGrantbook({ seed });
  const { warn } = console;
  // Octokit writes a notice for each deprecated call.
  console.warn = () => undefined;
  /** True when the program completes the life cycle after a change of the server or of the first code. */
  const completes = async (prepare = () => {}, firstCode = "") => {
    await grantbook.reset();
    prepare();
    let wrong = firstCode;
    const askCode = () => {
      grantbook.clock.move(30);
      const code = wrong || grantbook.code(credentials.login);
      wrong = "";
      return code;
    };
    const failed = await lifeCycle({ ...cast, baseUrl: grantbook.url, askCode }).then(
      () => false,
      () => true,
    );
    const done = grantbook.requests().filter(({ status }) => status >= 200 && status < 300);
    return !failed && JSON.stringify(done.map(({ operation }) => operation)) === JSON.stringify(lifeCycleOperations);
  };
  try {
    return {
      "the life cycle, with one-time codes": await completes(),
      "a mistyped code may be typed again": await completes(undefined, "000000"),
      "a check survives a 503": await completes(() =>
        grantbook.faults.add({ operation: "apps/check-token", status: 503, count: 1 }),
      ),
      "a check survives a lost connection": await completes(() =>
        grantbook.faults.add({ operation: "apps/check-token", cut: "before", count: 1 }),
      ),
    };
  } finally {
    console.warn = warn;
    await grantbook.close();
  }
}

/**
 * Features of a server for tests.
 * @param {(settings: object) => Promise<{ url: string, code: () => string, close: () => unknown }>} start
 */
export async function featuresOfServer(start, settings = {}) {
  const server = await start({ ...cast, ...settings });
  /** @type {(method: string, path: string, caller: string[], body?: object, code?: string) => Promise<Received>} */
  const send = async (method, path, [name, secret], body, code) => {
    /** @type {Record<string, string>} */
    const headers = { authorization: `Basic ${btoa(`${name}:${secret}`)}`, "content-type": "application/json" };
    if (code !== undefined) headers["x-github-otp"] = code;
    const request = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(server.url + path, request);
    const text = await response.text();
    const value = text.startsWith("{") ? JSON.parse(text) : {};
    return { status: response.status, otp: response.headers.get("x-github-otp") ?? "", value };
  };
  /** @type {(method: string, path: string, body?: object, code?: string) => Promise<Received>} */
  const asUser = (method, path, body, code = server.code()) =>
    send(method, path, [cast.login, cast.password], body, code);
  /** @param {string} method @param {string | undefined} access_token */
  const asApplication = (method, access_token) =>
    send(method, `/applications/${cast.clientId}/token`, [cast.clientId, cast.clientSecret], { access_token });
  try {
    const body = { note: "deploy", scopes: ["repo"] };
    const demanded = await send("POST", "/authorizations", [cast.login, cast.password], body);
    const wrong = await asUser("POST", "/authorizations", body, "000000");
    const { status, value: made } = await asUser("POST", "/authorizations", body);
    const path = `/authorizations/${made.id}`;
    const read = await asUser("GET", path);
    await asUser("PATCH", path, { add_scopes: ["gist"] });
    const updated = await asUser("GET", path);
    const deleted = await asUser("DELETE", path);
    const afterwards = await asUser("GET", path);
    const client = { client_secret: cast.clientSecret };
    const { value: granted } = await asUser("PUT", `/authorizations/clients/${cast.clientId}`, client);
    const checked = await asApplication("POST", granted.token);
    const unknown = await asApplication("POST", "0123456789abcdef0123456789abcdef01234567");
    const reset = await asApplication("PATCH", granted.token);
    const old = await asApplication("POST", granted.token);
    const revoked = await asApplication("DELETE", reset.value.token);
    const gone = await asApplication("POST", reset.value.token);
    const invalid = await asUser("POST", "/authorizations", { note: "invalid", scopes: { repo: true } });
    return {
      "demands a one-time code": demanded.status === 401 && demanded.otp.startsWith("required"),
      "refuses a wrong code": wrong.status === 401,
      "creates a token": status === 201 && made.token?.length > 0,
      "reads what was created, without the token": read.value.note === body.note && read.value.token === "",
      "keeps an update": JSON.stringify(updated.value.scopes) === '["repo","gist"]',
      "forgets what was deleted": deleted.status === 204 && afterwards.status === 404,
      "checks a token": checked.value.user?.login === cast.login && unknown.status === 404,
      "resets a token": reset.status === 200 && reset.value.token !== granted.token && old.status === 404,
      "revokes a token": revoked.status === 204 && gone.status === 404,
      "refuses invalid input": invalid.status === 422,
    };
  } finally {
    await server.close();
  }
}
