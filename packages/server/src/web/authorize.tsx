import { Refusal } from "../domain/refusal.js";
import type { ApiResponse } from "../http/api-response.js";
import type { Parameters } from "../http/parameters.js";
import { issueCode } from "../oauth/codes.js";
import { type ConsentDecision, decideConsent } from "../oauth/consent.js";
import { OAuthError } from "../oauth/errors.js";
import { issuerOf } from "../oauth/extensions.js";
import { countCode, isHourlyLimitReached } from "../oauth/hourly-limit.js";
import type { RegisteredApplication, Session } from "../oauth/model.js";
import { parseChallenge } from "../oauth/pkce.js";
import { isWeb, matchRedirectUri, withParameters } from "../oauth/redirect-uri.js";
import { parseScopes } from "../oauth/scopes.js";
import { ConsentForm } from "./consent-form.js";
import { HtmlPage } from "./html-page.js";
import { SelectAccount } from "./select-account.js";
import { forSudo } from "./sudo.js";
import { forUser, type UserHandler, type WebRequest } from "./web-request.js";

const path = "/login/oauth/authorize";

/** Parameters of a request that the form sends back; the token of the form is bound to their values. */
const ownParameters = [
  "client_id",
  "redirect_uri",
  "scope",
  "state",
  "response_type",
  "code_challenge",
  "code_challenge_method",
] as const;

/** Authorization request whose application and redirect URI are known: its errors go to the application. */
interface AuthorizationRequest {
  readonly parameters: Parameters;
  readonly application: RegisteredApplication;
  readonly redirect: URL;
  /** The request named another address; it learns that at the registered one. */
  readonly isMismatch: boolean;
}

/** Decision about a request, and what the page says that asks for it. */
interface AuthorizationDecision {
  readonly kind: ConsentDecision["kind"];
  readonly scopes: readonly string[];
  readonly added: readonly string[];
  /** The application has access already. */
  readonly isKnown: boolean;
  /** The user has to confirm because the application asks very often. */
  readonly isFrequent: boolean;
}

/** `GET /login/oauth/authorize`: asks the user, or goes back to the application at once where nothing is new. */
export async function showAuthorize(request: WebRequest): Promise<ApiResponse> {
  const found = await readRequest(request, request.query);
  if (found instanceof HtmlPage) return request.page(found, 400);
  return answerErrors(request, found, async () => {
    requireValid(found);
    if (!request.session) return toSignIn(request);
    return forUser(async (_, session) => {
      if (request.query.get("prompt") === "select_account") return selectAccount(request, session, found.application);
      return decide(request, session, found);
    })(request);
  });
}

/** `POST /login/oauth/authorize`: the user's decision. */
export async function authorize(request: WebRequest): Promise<ApiResponse> {
  request.requireToken(path, ...ownParameters.map((name) => request.form.get(name) ?? ""));
  const { form } = request;
  const found = await readRequest(request, form);
  if (found instanceof HtmlPage) return request.page(found, 400);
  const from = () => `${path}?${new URLSearchParams(ownEntries(form))}`;
  const answer = (decision: UserHandler): UserHandler => {
    return (_, session) =>
      answerErrors(request, found, () => {
        requireValid(found);
        return decision(request, session);
      });
  };
  const deny = answer(async () => {
    throw new OAuthError("access_denied");
  });
  const accept = answer(async (_, session) => {
    const { scopes } = await consentTo(request, session, found);
    return finish(request, session, found, scopes);
  });
  return form.get("authorize") === "1" ? forSudo(accept, from)(request) : forUser(deny, from)(request);
}

/** Finds application and redirect URI. Returns a page when they do not fit: nothing is sent to an unknown address. */
async function readRequest(request: WebRequest, parameters: Parameters): Promise<AuthorizationRequest | HtmlPage> {
  const application = await request.services.store.registeredApplication(parameters.get("client_id") ?? "");
  if (!application) throw new Refusal({ code: "not-found" });
  const redirect = matchRedirectUri(application.callbackUrls, parameters.get("redirect_uri"));
  if (redirect) return { parameters, application, redirect, isMismatch: false };
  const registered = matchRedirectUri(application.callbackUrls, undefined);
  if (!registered || !request.services.extensions.has("redirect-mismatch")) return mismatchPage(application);
  return { parameters, application, redirect: registered, isMismatch: true };
}

function requireValid({ parameters, isMismatch }: AuthorizationRequest): void {
  if (isMismatch) throw new OAuthError("redirect_uri_mismatch");
  const responseType = parameters.get("response_type");
  if (responseType !== undefined && responseType !== "code") throw new OAuthError("unsupported_response_type");
  parseChallenge(parameters.get("code_challenge"), parameters.get("code_challenge_method"));
}

async function decide(request: WebRequest, session: Session, found: AuthorizationRequest): Promise<ApiResponse> {
  const decision = await consentTo(request, session, found);
  if (decision.kind === "denied") throw new OAuthError("access_denied");
  if (decision.kind === "granted") {
    // HEAD asks what GET would answer, and must not make a code.
    return request.isHead ? { status: 200, headers: {} } : finish(request, session, found, decision.scopes);
  }
  return forSudo(async () => consentPage(request, session, found, decision))(request);
}

function consentPage(
  request: WebRequest,
  session: Session,
  { application, parameters, redirect }: AuthorizationRequest,
  decision: AuthorizationDecision,
): ApiResponse {
  const hidden = (
    <>
      {request.token(path, ...ownParameters.map((name) => parameters.get(name) ?? ""))}
      {ownEntries(parameters).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
  const content = (
    <ConsentForm
      request={request}
      user={session.user}
      application={application}
      scopes={decision.scopes}
      added={decision.added}
      isKnown={decision.isKnown}
      action={request.path(path)}
      hidden={hidden}
      returnTo={request.returnTo}
    >
      {decision.isFrequent && (
        <p class="notice">
          This application has made an unusually high number of requests to access your account. Please reauthorize the
          application to continue.
        </p>
      )}
      <p class="hint">
        You go on to <code>{isWeb(redirect) ? redirect.origin : redirect.protocol}</code>
      </p>
    </ConsentForm>
  );
  const title = decision.isFrequent ? "Reauthorization required" : `Authorize ${application.name}`;
  return request.page(new HtmlPage(title, content, { user: session.user }));
}

/** A program on the user's device may be any program, so that the user confirms every time (RFC 8252, section 8.6). */
async function consentTo(
  request: WebRequest,
  { user }: Session,
  { application, parameters, redirect }: AuthorizationRequest,
): Promise<AuthorizationDecision> {
  const grant = await request.services.store.grantOf(user.id, application.id);
  const requested = parseScopes(parameters.get("scope"));
  const decision = decideConsent({ application, grant, requested, mustAsk: !isWeb(redirect) });
  const { kind, scopes } = decision;
  const isFrequent =
    kind === "granted" &&
    application.consent === "ask" &&
    (await isHourlyLimitReached(request.services, { user, application, scopes }));
  const added = kind === "ask" ? decision.added : [];
  return { kind: isFrequent ? "ask" : kind, scopes, added, isKnown: grant !== undefined, isFrequent };
}

async function finish(
  request: WebRequest,
  { user }: Session,
  { application, parameters, redirect }: AuthorizationRequest,
  scopes: readonly string[],
): Promise<ApiResponse> {
  const challenge = parseChallenge(parameters.get("code_challenge"), parameters.get("code_challenge_method"));
  const redirectUri = parameters.get("redirect_uri") ?? null;
  await countCode(request.services, { user, application, scopes });
  const code = await issueCode(request.services, application, user, { scopes, redirectUri, challenge });
  return request.redirect(withParameters(redirect, { code, state: parameters.get("state"), iss: issuer(request) }));
}

/** Sends an error to the application, in the order that GitHub has for its fields. */
async function answerErrors(
  request: WebRequest,
  { redirect, parameters }: AuthorizationRequest,
  work: () => Promise<ApiResponse>,
): Promise<ApiResponse> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    request.context.reason = error.code;
    const fields = {
      error: error.code,
      error_description: error.message,
      error_uri: error.documentationUrl(request.services.enterpriseVersion),
      state: parameters.get("state"),
      iss: issuer(request),
    };
    return request.redirect(withParameters(redirect, fields));
  }
}

/** Issuer, where the server says it (RFC 9207): last, after the state. */
function issuer({ services }: WebRequest): string | undefined {
  return services.extensions.has("iss") ? issuerOf(services.baseUrls.site) : undefined;
}

function toSignIn(request: WebRequest): ApiResponse {
  const parameters = new URLSearchParams({ client_id: request.query.get("client_id") ?? "" });
  const login = request.query.get("login");
  if (login !== undefined) parameters.set("login", login);
  parameters.set("return_to", request.returnTo);
  return request.redirect(`${request.path("/login")}?${parameters}`);
}

function selectAccount(request: WebRequest, { user }: Session, { name }: RegisteredApplication): ApiResponse {
  const parameters = new URLSearchParams([...request.query].filter(([key]) => key !== "prompt"));
  const content = <SelectAccount request={request} user={user} returnTo={`${request.path(path)}?${parameters}`} />;
  return request.page(new HtmlPage(`Select an account for ${name}`, content, { user }));
}

function ownEntries(parameters: Parameters): [string, string][] {
  return ownParameters.flatMap((name) => {
    const value = parameters.get(name);
    return value === undefined ? [] : [[name, value] as [string, string]];
  });
}

function mismatchPage({ name }: RegisteredApplication): HtmlPage {
  const content = (
    <div class="error">
      <p>
        <strong>Be careful!</strong> The <code>redirect_uri</code> is not associated with the application {name}.
      </p>
      <p>
        The application might be misconfigured, or could be trying to send you to a website that you did not expect. Its
        owner can compare the address with the registered callback URL.
      </p>
    </div>
  );
  return new HtmlPage("Unknown redirect address", content);
}
