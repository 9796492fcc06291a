import { randomBytes } from "node:crypto";
import { hashSecret } from "../auth/credentials.js";
import { type DomainContext, nextUpdatedAt } from "../domain/context.js";
import type { Application, User } from "../domain/model.js";
import { dedupe, isSameList } from "../domain/scopes.js";
import type { Queries } from "../domain/store.js";
import { OAuthError } from "./errors.js";
import type { AuthorizationCode, RegisteredApplication } from "./model.js";
import { isVerified } from "./pkce.js";
import { matchRedirectUri } from "./redirect-uri.js";
import { deleteAuthorization, hasAccess, type IssuedToken, issueToken } from "./tokens.js";

const codeLifetimeMs = 10 * 60_000;

/** What a user granted, and what the code is bound to. */
export interface CodeRequest {
  readonly scopes: readonly string[];
  /** As the request had it; `null` when it had none. */
  readonly redirectUri: string | null;
  readonly challenge: string | null;
}

/** Records the grant of a user to an application, and returns a code for it, which is valid once, for ten minutes. */
export async function issueCode(
  domain: DomainContext,
  application: Application,
  user: User,
  { scopes, redirectUri, challenge }: CodeRequest,
): Promise<string> {
  const { store, now } = domain;
  const code = randomBytes(10).toString("hex");
  await store.transactionOf(user.id, async (queries) => {
    await recordGrant(domain, queries, application, user.id, scopes);
    await queries.insertAuthorizationCode({
      codeHash: hashSecret(code),
      applicationId: application.id,
      userId: user.id,
      redirectUri,
      scopes,
      challenge,
      expiresAt: new Date(+now() + codeLifetimeMs),
    });
  });
  return code;
}

/** Adds scopes to the grant of a user and an application, which is made when there is none. */
export async function recordGrant(
  domain: DomainContext,
  queries: Queries,
  application: Application,
  userId: number,
  scopes: readonly string[],
): Promise<void> {
  const grant = await queries.ensureGrant(userId, application.id, domain.now());
  const union = dedupe([...grant.scopes, ...scopes]);
  if (!isSameList(union, grant.scopes)) await queries.updateGrant(grant.id, union, nextUpdatedAt(domain, grant));
}

/** What an application exchanges for a token. */
export interface CodeExchange {
  readonly code: string;
  readonly redirectUri: string | undefined;
  readonly verifier: string | undefined;
}

/**
 * Exchanges a code for a token. A wrong `redirect_uri` or verifier does not use the code up. A code that was exchanged
 * before revokes the token it was exchanged for (RFC 6749, section 4.1.2).
 */
export async function exchangeCode(
  domain: DomainContext,
  application: RegisteredApplication,
  { code, redirectUri, verifier }: CodeExchange,
): Promise<IssuedToken> {
  const { store, now } = domain;
  const codeHash = hashSecret(code);
  const found = await store.authorizationCode(application.id, codeHash);
  if (!found) throw new OAuthError("bad_verification_code");
  if (found.usedAt) return refuseReplay(domain, application, found);
  if (redirectUri !== undefined) requireRedirectUri(application, found, redirectUri);
  if (found.expiresAt <= now() || !isVerified(found.challenge, verifier)) {
    throw new OAuthError("bad_verification_code");
  }
  const { userId, scopes } = found;
  const issued = await store.transactionOf(userId, async (queries) => {
    // The user may have revoked the grant, or an administrator suspended the user, since the code was made.
    if (!(await hasAccess(queries, userId, application))) throw new OAuthError("bad_verification_code");
    const current = await queries.authorizationCode(application.id, codeHash);
    if (!current || current.usedAt) return undefined;
    const { authorizationId, token } = await issueToken(domain, queries, application, {
      userId,
      scopes,
      origin: "web",
    });
    await queries.useAuthorizationCode(codeHash, authorizationId, now());
    return token;
  });
  // Another request was quicker: both had the same code, and only one of them can be the application's.
  return issued ?? refuseReplay(domain, application, await store.authorizationCode(application.id, codeHash));
}

async function refuseReplay(
  domain: DomainContext,
  application: Application,
  code: AuthorizationCode | undefined,
): Promise<never> {
  if (code?.authorizationId != null) {
    await deleteAuthorization(domain, application, code.userId, code.authorizationId);
  }
  throw new OAuthError("bad_verification_code");
}

function requireRedirectUri(application: RegisteredApplication, code: AuthorizationCode, redirectUri: string): void {
  const { callbackUrls } = application;
  const original = matchRedirectUri(callbackUrls, code.redirectUri ?? undefined);
  const sent = matchRedirectUri(callbackUrls, redirectUri);
  if (!original || sent?.href !== original.href) throw new OAuthError("redirect_uri_mismatch");
}
