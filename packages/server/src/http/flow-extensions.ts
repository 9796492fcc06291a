import { hashSecret } from "../auth/credentials.js";
import { applicationWithSecret } from "../auth/sign-in.js";
import type { Application } from "../domain/model.js";
import { issuerOf } from "../oauth/extensions.js";
import { revokeToken } from "../oauth/tokens.js";
import type { ApiResponse } from "./api-response.js";
import type { RequestContext } from "./context.js";
import { readFlowParameters } from "./flow-parameters.js";
import { flowRenderer } from "./flow-renderer.js";
import type { SiteRoute } from "./flow-routes.js";
import type { Services } from "./services.js";

type Handler = (application: Application, token: string, context: RequestContext) => Promise<ApiResponse>;

/** Routes of the extensions that are switched on. */
export function extensionRoutes(services: Services): readonly SiteRoute[] {
  const render = flowRenderer(services, "json");
  const route = (method: SiteRoute["method"], path: string, step: SiteRoute["steps"][number]): SiteRoute => ({
    method,
    path,
    operationId: undefined,
    route: path,
    documentationUrl: services.documentationUrl(),
    steps: [step],
    findProblem: () => undefined,
    render,
  });
  const { extensions } = services;
  return [
    ...(extensions.has("metadata")
      ? [route("GET", "/.well-known/oauth-authorization-server/login/oauth", () => metadata(services))]
      : []),
    ...(extensions.has("revocation") ? [route("POST", "/login/oauth/revoke", authenticated(revoke))] : []),
    ...(extensions.has("introspection") ? [route("POST", "/login/oauth/introspect", authenticated(introspect))] : []),
  ];
}

function metadata(services: Services): ApiResponse {
  const { site } = services.baseUrls;
  const { extensions } = services;
  const methods = ["client_secret_basic", "client_secret_post"];
  const body = {
    issuer: issuerOf(site),
    authorization_endpoint: `${site}/login/oauth/authorize`,
    token_endpoint: `${site}/login/oauth/access_token`,
    device_authorization_endpoint: `${site}/login/device/code`,
    response_types_supported: ["code"],
    grant_types_supported: ["authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"],
    token_endpoint_auth_methods_supported: methods,
    code_challenge_methods_supported: ["S256"],
    ...(extensions.has("iss") ? { authorization_response_iss_parameter_supported: true } : {}),
    ...(extensions.has("revocation") ? { revocation_endpoint: `${site}/login/oauth/revoke` } : {}),
    ...(extensions.has("introspection") ? { introspection_endpoint: `${site}/login/oauth/introspect` } : {}),
  };
  return { status: 200, body };
}

/** Step of an endpoint that an application signs in to, with a token as the subject. */
function authenticated(handler: Handler): (context: RequestContext) => Promise<ApiResponse> {
  return async (context) => {
    const { client_id: id = "", client_secret: secret = "", token = "" } = await readFlowParameters(context.request);
    const application = await applicationWithSecret(context.services, id, secret);
    if (application) return handler(application, token, context);
    context.reason = "invalid_client";
    return { status: 401, body: { error: "invalid_client" } };
  };
}

/** An unknown token is no error (RFC 7009, section 2.2). */
async function revoke(application: Application, token: string, { services }: RequestContext): Promise<ApiResponse> {
  await revokeToken(services, application, token);
  return { status: 200, body: {} };
}

async function introspect(application: Application, token: string, { services }: RequestContext): Promise<ApiResponse> {
  const holder = await services.store.token(application, hashSecret(token), services.now());
  if (!holder || holder.suspended) return { status: 200, body: { active: false } };
  const { authorization, user } = holder;
  const seconds = (time: Date) => Math.floor(+time / 1000);
  const body = {
    active: true,
    client_id: application.clientId,
    scope: authorization.scopes.join(" "),
    token_type: "bearer",
    username: user.login,
    sub: String(user.id),
    iat: seconds(authorization.createdAt),
    ...(authorization.expiresAt ? { exp: seconds(authorization.expiresAt) } : {}),
  };
  return { status: 200, body };
}
