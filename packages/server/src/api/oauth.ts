import { hashSecret } from "../auth/credentials.js";
import { applicationWithSecret } from "../auth/sign-in.js";
import type { DomainContext } from "../domain/context.js";
import { exchangeCode } from "../oauth/codes.js";
import { deviceCodeLifetime, pollDeviceCode, pollInterval, requestDeviceCode } from "../oauth/device-flow.js";
import { OAuthError } from "../oauth/errors.js";
import type { RegisteredApplication } from "../oauth/model.js";
import { toStandardError } from "../oauth/standard-errors.js";
import { type IssuedToken, refreshToken } from "../oauth/tokens.js";
import type { BaseUrls } from "./handler.js";

/** Parameters of a request, each with a value. */
type Parameters = Readonly<Record<string, string>>;

/** Context of the endpoints for applications. */
export interface FlowContext {
  readonly domain: DomainContext;
  readonly baseUrls: BaseUrls;
  readonly enterpriseVersion: string;
  /** Errors have the codes and statuses of the RFCs in place of GitHub's. */
  readonly hasStandardErrors: boolean;
  readonly address: string;
}

/** Response of such an endpoint. Most errors have the status 200, as on GitHub. */
export interface FlowResponse {
  readonly status: number;
  readonly body: Readonly<Record<string, string | number>>;
}

/** Answers an operation of the flows. */
export type FlowHandler = (parameters: Parameters, context: FlowContext) => Promise<FlowResponse>;

const deviceGrantType = "urn:ietf:params:oauth:grant-type:device_code";

/** `POST /login/oauth/access_token`: exchanges a code, a device code or a refresh token for a token. */
export function createAccessToken(parameters: Parameters, context: FlowContext): Promise<FlowResponse> {
  return answer(parameters, context, async (application) => {
    const { grant_type: grantType, device_code: deviceCode } = parameters;
    if (deviceCode !== undefined || grantType === deviceGrantType) {
      if (grantType !== deviceGrantType) throw new OAuthError("unsupported_grant_type");
      await requireNoWrongSecret(context.domain, application, parameters);
      const token = await pollDeviceCode(context.domain, application, deviceCode ?? "");
      return tokenFields(token, "device");
    }
    if (grantType === "refresh_token") {
      const isAuthenticated = parameters.client_secret !== undefined;
      await requireNoWrongSecret(context.domain, application, parameters);
      const hash = hashSecret(parameters.refresh_token ?? "");
      return tokenFields(await refreshToken(context.domain, application, hash, { isAuthenticated }), "web");
    }
    await requireSecret(context.domain, application, parameters);
    if (grantType !== undefined && grantType !== "authorization_code") throw new OAuthError("unsupported_grant_type");
    const { code = "", redirect_uri: redirectUri, code_verifier: verifier } = parameters;
    return tokenFields(await exchangeCode(context.domain, application, { code, redirectUri, verifier }), "web");
  });
}

/** `POST /login/device/code`: starts a device flow. */
export function createDeviceCode(parameters: Parameters, context: FlowContext): Promise<FlowResponse> {
  return answer(parameters, context, async (application) => {
    const { domain, address, baseUrls } = context;
    const { deviceCode, userCode } = await requestDeviceCode(domain, application, parameters.scope, address);
    return {
      device_code: deviceCode,
      user_code: userCode,
      verification_uri: `${baseUrls.site}/login/device`,
      // GitHub's own answer: a second has passed when the client gets it.
      expires_in: deviceCodeLifetime - 1,
      interval: pollInterval,
    };
  });
}

async function answer(
  parameters: Parameters,
  { domain, enterpriseVersion, hasStandardErrors }: FlowContext,
  work: (application: RegisteredApplication) => Promise<FlowResponse["body"]>,
): Promise<FlowResponse> {
  const application = await domain.store.registeredApplication(parameters.client_id ?? "");
  if (!application && hasStandardErrors) return { status: 401, body: { error: "invalid_client" } };
  if (!application) return { status: 404, body: { error: "Not Found" } };
  try {
    return { status: 200, body: await work(application) };
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    const gitHub = { status: error.code === "device_flow_disabled" ? 400 : 200, error: error.code };
    const { status, error: code } = hasStandardErrors ? toStandardError(error.code) : gitHub;
    const body = {
      error: code,
      error_description: error.message,
      error_uri: error.documentationUrl(enterpriseVersion),
      ...error.fields,
    };
    return { status, body };
  }
}

async function requireSecret(
  domain: DomainContext,
  { clientId }: RegisteredApplication,
  { client_secret: secret = "" }: Parameters,
): Promise<void> {
  if (!(await applicationWithSecret(domain, clientId, secret))) throw new OAuthError("incorrect_client_credentials");
}

/** Where no secret is needed, one that is sent has to be right all the same. */
async function requireNoWrongSecret(
  domain: DomainContext,
  application: RegisteredApplication,
  parameters: Parameters,
): Promise<void> {
  if (parameters.client_secret !== undefined) await requireSecret(domain, application, parameters);
}

/** Fields in GitHub's order: `access_token` is first, because old clients read no other one. */
function tokenFields({ accessToken, scopes, expiry }: IssuedToken, flow: "web" | "device"): FlowResponse["body"] {
  const scope = scopes.join(",");
  return {
    access_token: accessToken,
    ...(expiry && {
      expires_in: expiry.expiresIn,
      refresh_token: expiry.refreshToken,
      refresh_token_expires_in: expiry.refreshTokenExpiresIn,
    }),
    ...(flow === "device" ? { token_type: "bearer", scope } : { scope, token_type: "bearer" }),
  };
}
