import { createHash } from "node:crypto";
import { createServer, type Server, type ServerOptions } from "../../server/src/server.js";
import { createDomain, passwords, type TestDomain } from "./domain-fixture.js";
import type { Engine } from "./engines.js";
import { TestBrowser } from "./test-browser.js";

/** Address of the server that flows are tested with. */
export const site = "https://ghe.example";

/** What the applications of the flows sign in with, and where they are. */
export const webApp = {
  clientId: "0123456789abcdef0123",
  clientSecret: "5ec2".repeat(10),
  callback: "https://app.example/callback",
};
export const gitHubApp = { ...webApp, clientId: "Iv1.0123456789abcdef", callback: "https://review.example/callback" };

const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
/** Verifier and challenge of RFC 7636, appendix B. */
export const pkce = { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };

/** Server with users, applications, and what is needed to walk through a flow. */
export interface TestFlows {
  readonly domain: TestDomain;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Makes another server on the same store. */
  server(options: Partial<ServerOptions>): Server;
  browser(options?: Partial<ServerOptions>): TestBrowser;
  /** Browser of a user who is signed in. */
  signedIn(login?: "octocat" | "hubot"): Promise<TestBrowser>;
  /** Path of an authorization request. */
  authorizePath(parameters?: Readonly<Record<string, string>>): string;
  /** Walks through an authorization request, consents where it is asked to, and returns the code. */
  code(browser: TestBrowser, parameters?: Readonly<Record<string, string>>): Promise<string>;
  /** Sends parameters to an endpoint for applications, and returns the status and the fields of its JSON. */
  post(
    path: string,
    parameters: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly [field: string]: unknown }>;
  /** Exchanges a code. */
  exchange(
    code: string,
    parameters?: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly [field: string]: unknown }>;
  /** Status of `GET /user` with a token. */
  use(token: unknown): Promise<number>;
  close(): Promise<void>;
}

/** Starts a server for flows, on a database of its own. */
export async function createFlows(engine: Engine): Promise<TestFlows> {
  const domain = await createDomain(engine);
  const { store, key, now } = domain;
  const { seed } = await import("../../server/src/seeds/seed.js");
  await seed(domain, {
    applications: [
      {
        name: "Web app",
        url: "https://app.example/",
        callback_url: webApp.callback,
        client_id: webApp.clientId,
        client_secret: webApp.clientSecret,
        device_flow: true,
        owner: "hubot",
      },
      {
        name: "Reviewer",
        url: "https://review.example/",
        callback_url: gitHubApp.callback,
        client_id: gitHubApp.clientId,
        client_secret: gitHubApp.clientSecret,
        type: "github",
        device_flow: true,
      },
    ],
  });
  const serverOf = (options: Partial<ServerOptions> = {}) =>
    createServer({ store, key, now, publicUrl: site, ...options });
  const server = serverOf();
  const browserOf = (options?: Partial<ServerOptions>) => {
    const used = options ? serverOf(options) : server;
    return new TestBrowser((request) => used.fetch(request, { address: "192.0.2.1" }), site);
  };
  const authorizePath = (parameters: Readonly<Record<string, string>> = {}) =>
    `/login/oauth/authorize?${new URLSearchParams({ client_id: webApp.clientId, ...parameters })}`;
  const post = async (path: string, parameters: Readonly<Record<string, string>>) => {
    const init = { method: "POST", body: new URLSearchParams(parameters), headers: { accept: "application/json" } };
    const response = await server.fetch(new Request(site + path, init), { address: "192.0.2.1" });
    return { ...((await response.json()) as Record<string, unknown>), status: response.status };
  };
  return {
    domain,
    server: serverOf,
    fetch: (request) => server.fetch(request, { address: "192.0.2.1" }),
    browser: browserOf,
    authorizePath,
    post,
    async signedIn(login = "octocat") {
      const browser = browserOf();
      await browser.open("/login");
      await browser.submit("login", { login, password: passwords[login] });
      if (login === "hubot") {
        await browser.open("/sessions/two-factor/app");
        await browser.submit("app_otp", { app_otp: domain.code() });
      }
      return browser;
    },
    async code(browser, parameters) {
      let response = await browser.open(authorizePath(parameters));
      if (response.location === "") response = await browser.submit("authorize", { authorize: "1" });
      const code = new URL(response.location).searchParams.get("code");
      if (code === null) throw new Error(`There is no code in ${response.location}`);
      return code;
    },
    exchange: (code, parameters = {}) =>
      post("/login/oauth/access_token", {
        client_id: webApp.clientId,
        client_secret: webApp.clientSecret,
        code,
        ...parameters,
      }),
    async use(token) {
      const headers = { authorization: `Bearer ${token}` };
      return (await server.fetch(new Request(`${site}/api/v3/user`, { headers }))).status;
    },
    close: () => store.close(),
  };
}
