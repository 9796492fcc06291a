import { createHash } from "node:crypto";
import { TestBrowser } from "./test-browser.js";

/** User, application and values of a walk. */
export interface FlowWalk {
  readonly login: string;
  readonly password: string;
  readonly wrongPassword: string;
  readonly recoveryCode: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly state: string;
  readonly verifier: string;
}

/**
 * Walks through both flows of a server over sockets, with every parameter of the endpoints in the query. Returns the
 * secrets that the server made on the way, by what they are.
 */
export async function walkFlows(address: string, walk: FlowWalk): Promise<Record<string, string>> {
  const { login, clientId, clientSecret, state, verifier } = walk;
  const browser = new TestBrowser(fetch, address);
  const post = async (path: string, parameters: Record<string, string>) => {
    const query = new URLSearchParams({ client_id: clientId, ...parameters });
    const init = { method: "POST", headers: { accept: "application/json" } };
    return JSON.parse((await browser.get(`${path}?${query}`, init)).text) as Record<string, string>;
  };
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const asked = { client_id: clientId, state, code_challenge: challenge, code_challenge_method: "S256" };
  const authorize = `/login/oauth/authorize?${new URLSearchParams(asked)}`;
  await browser.open(authorize);
  await browser.submit("login", { login, password: walk.wrongPassword });
  await browser.submit("login", { login, password: walk.password });
  await browser.open("/sessions/two-factor/recovery");
  await browser.submit("recovery_code", { recovery_code: walk.recoveryCode });
  await browser.open(authorize);
  const { location } = await browser.submit("authorize", { authorize: "1" });
  const session = [...browser.cookies.values()].join();
  const code = new URL(location).searchParams.get("code") ?? "";
  const exchange = { code, code_verifier: verifier, client_secret: clientSecret };
  const token = await post("/login/oauth/access_token", exchange);
  const device = await post("/login/device/code", {});
  const deviceCode = device.device_code ?? "";
  const grantType = "urn:ietf:params:oauth:grant-type:device_code";
  await post("/login/oauth/access_token", { device_code: deviceCode, grant_type: grantType });
  await browser.get(`/login/device/confirmation?user_code=${device.user_code}&${session}`);
  return {
    "a session id": session,
    "an authorization code": code,
    "a token of a flow": token.access_token ?? "",
    "a refresh token": token.refresh_token ?? "",
    "a device code": deviceCode,
  };
}
