import type { Scope } from "@grantbook/contract";
import { ClientError } from "../errors.js";
import { OAuthError } from "./errors.js";

/** Settings of a sign-in with the web application flow. */
export interface AuthorizeOptions {
  /** Scopes to ask for. Without it the token gets all that the user granted before; a GitHub App has none. */
  readonly scopes?: readonly Scope[] | undefined;
  /** Address that the browser comes back to. The registered callback URL by default. */
  readonly redirectUri?: string | undefined;
  /** Login or e-mail address to fill in. */
  readonly login?: string | undefined;
  /** False hides the offer to sign up. */
  readonly allowSignup?: boolean | undefined;
  /** Lets the user choose the account first. */
  readonly prompt?: "select_account" | undefined;
}

/**
 * Sign-in that has begun. Keep `state`, `codeVerifier` and `redirectUri` in the session of the user's browser until it
 * comes back, and show them to no other user.
 */
export interface AuthorizationRequest {
  /** Address to send the browser to. */
  readonly url: string;
  readonly state: string;
  /** Verifier of the challenge in `url` (PKCE, RFC 7636). */
  readonly codeVerifier: string;
  readonly redirectUri: string | undefined;
}

/** Makes an authorization request with a state and a PKCE challenge of their own. */
export async function createAuthorizationRequest(
  site: string,
  clientId: string,
  { scopes, redirectUri, login, allowSignup, prompt }: AuthorizeOptions,
): Promise<AuthorizationRequest> {
  const state = randomText();
  const codeVerifier = randomText();
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(codeVerifier));
  const parameters = {
    client_id: clientId,
    response_type: "code",
    redirect_uri: redirectUri,
    scope: scopes?.join(" "),
    state,
    code_challenge: base64Url(new Uint8Array(digest)),
    code_challenge_method: "S256",
    login,
    allow_signup: allowSignup?.toString(),
    prompt,
  };
  const sent = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { url: `${site}/login/oauth/authorize?${new URLSearchParams(sent)}`, state, codeVerifier, redirectUri };
}

/**
 * Reads the code from the address that the browser came back to. Throws an `OAuthError` when the user or the server
 * refused, and a `ClientError` for an address that does not belong to this request, or to this server (RFC 9207).
 */
export function readCallback(callback: string | URL, { state }: Pick<AuthorizationRequest, "state">, site: string) {
  // A web server knows the path of a request, and need not know its own address.
  const { searchParams } = new URL(callback, "http://localhost");
  const { code, error, iss, ...fields } = Object.fromEntries(searchParams);
  if (fields.state !== state) throw invalidCallback("its state is not that of this sign-in");
  if (iss !== undefined && iss !== `${site}/login/oauth`) throw invalidCallback(`it comes from ${iss}`);
  if (error !== undefined) throw new OAuthError("authorize", { error, ...fields });
  if (!code) throw invalidCallback("it has neither a code nor an error");
  return code;
}

function invalidCallback(problem: string): ClientError {
  return new ClientError("invalid-response", `authorize: the callback is not accepted, ${problem}`);
}

/** 256 random bits, as a verifier needs them. */
function randomText(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  // 32 bytes end with a single one.
  return text.replaceAll("+", "-").replaceAll("/", "_").replace("=", "");
}
