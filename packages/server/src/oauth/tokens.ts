import { hashSecret, mintRefreshToken, mintToken } from "../auth/credentials.js";
import { type DomainContext, nextUpdatedAt } from "../domain/context.js";
import { expiryOf } from "../domain/expiry.js";
import { syncGrantScopes } from "../domain/grant-scopes.js";
import type { Application } from "../domain/model.js";
import type { Queries } from "../domain/store.js";
import { OAuthError } from "./errors.js";
import type { RefreshToken } from "./model.js";
import { isSameSet } from "./scopes.js";

/** Tokens of one user, application and set of scopes; the next one revokes the oldest. */
const maxTokensOfScopes = 10;
const refreshLifetimeMs = 15_897_600_000;

/** Token as an application gets it, once. */
export interface IssuedToken {
  readonly accessToken: string;
  readonly scopes: readonly string[];
  /** Lifetimes in seconds, and the refresh token; left out for a token that does not expire. */
  readonly expiry?: {
    readonly expiresIn: number;
    readonly refreshToken: string;
    readonly refreshTokenExpiresIn: number;
  };
}

/** User and scopes of a new token, and the flow that makes it. */
export interface TokenGrant {
  readonly userId: number;
  readonly scopes: readonly string[];
  readonly origin: "web" | "device";
}

/**
 * Makes a token, in a transaction of the user. It is an authorization like those that the API makes. Refuses a GitHub
 * App as `unverified_user_email`, when the primary address of the user is not verified.
 */
export async function issueToken(
  domain: DomainContext,
  queries: Queries,
  application: Application,
  { userId, scopes, origin }: TokenGrant,
): Promise<{ readonly authorizationId: number; readonly token: IssuedToken }> {
  if (application.type === "github") {
    const primary = (await queries.listEmails(userId)).find((email) => email.primary);
    if (primary?.verified === false) throw new OAuthError("unverified_user_email");
  }
  const now = domain.now();
  const alike = (await queries.listFlowTokens(userId, application.id)).filter((old) => isSameSet(old.scopes, scopes));
  for (const { id } of alike.slice(0, Math.max(0, alike.length - maxTokensOfScopes + 1))) {
    await queries.deleteAuthorization(userId, id);
  }
  const minted = mintToken(application.type);
  const authorizationId = await queries.insertAuthorization({
    userId,
    applicationId: application.id,
    origin,
    tokenHash: minted.hash,
    tokenLastEight: minted.lastEight,
    note: null,
    noteUrl: null,
    fingerprint: null,
    scopes,
    createdAt: now,
    expiresAt: expiryOf(application, now),
    installation: null,
  });
  await syncGrantScopes(domain, queries, userId, application.id);
  const isOfDevice = origin === "device";
  const expiry = await issueRefreshToken(domain, queries, application, { userId, authorizationId, isOfDevice });
  return { authorizationId, token: { accessToken: minted.text, scopes, ...expiry } };
}

/**
 * Exchanges a refresh token. It and the token before it stop working at once. `isAuthenticated` says that the client
 * secret was sent; a token of the device flow needs none. Refuses as `bad_refresh_token`.
 */
export async function refreshToken(
  domain: DomainContext,
  application: Application,
  tokenHash: string,
  { isAuthenticated }: { readonly isAuthenticated: boolean },
): Promise<IssuedToken> {
  const found = await domain.store.refreshToken(tokenHash);
  if (!found || found.applicationId !== application.id) throw new OAuthError("bad_refresh_token");
  if (!isAuthenticated && !found.isOfDevice) throw new OAuthError("incorrect_client_credentials");
  if (found.expiresAt <= domain.now()) throw new OAuthError("bad_refresh_token");
  return domain.store.transactionOf(found.userId, async (queries) => {
    if (!(await queries.useRefreshToken(tokenHash, domain.now()))) throw new OAuthError("bad_refresh_token");
    return replaceToken(domain, queries, application, found);
  });
}

/** Ends a token of an application, or the token that a refresh token of it belongs to. Returns when there is none. */
export async function revokeToken(domain: DomainContext, application: Application, token: string): Promise<void> {
  const { store, now } = domain;
  const holder = await store.token(application, hashSecret(token), now());
  const refresh = holder ? undefined : await store.refreshToken(hashSecret(token));
  const found = holder
    ? { userId: holder.user.id, id: holder.authorization.id }
    : refresh?.applicationId === application.id && { userId: refresh.userId, id: refresh.authorizationId };
  if (found) await deleteAuthorization(domain, application, found.userId, found.id);
}

/** Deletes an authorization of an application with its token; does nothing when there is none. */
export async function deleteAuthorization(
  domain: DomainContext,
  application: Application,
  userId: number,
  id: number,
): Promise<void> {
  await domain.store.transactionOf(userId, async (queries) => {
    if (await queries.deleteAuthorization(userId, id)) {
      await syncGrantScopes(domain, queries, userId, application.id);
    }
  });
}

async function replaceToken(
  domain: DomainContext,
  queries: Queries,
  application: Application,
  { userId, authorizationId, isOfDevice }: RefreshToken,
): Promise<IssuedToken> {
  const now = domain.now();
  const authorization = await queries.authorization(userId, authorizationId);
  const minted = mintToken(application.type);
  const token = {
    hash: minted.hash,
    lastEight: minted.lastEight,
    expiresAt: expiryOf(application, now),
    updatedAt: authorization ? nextUpdatedAt(domain, authorization) : now,
  };
  const isReplaced =
    authorization?.tokenHash != null &&
    !(await isSuspended(queries, userId)) &&
    (await queries.replaceToken(application.id, authorization.tokenHash, token));
  if (!isReplaced) throw new OAuthError("bad_refresh_token");
  const expiry = await issueRefreshToken(domain, queries, application, { userId, authorizationId, isOfDevice });
  return { accessToken: minted.text, scopes: authorization.scopes, ...expiry };
}

async function issueRefreshToken(
  { now }: DomainContext,
  queries: Queries,
  application: Application,
  owner: Pick<RefreshToken, "userId" | "authorizationId" | "isOfDevice">,
): Promise<Pick<IssuedToken, "expiry">> {
  const expiresAt = expiryOf(application, now());
  if (!expiresAt) return {};
  const { text, hash } = mintRefreshToken();
  await queries.insertRefreshToken({
    ...owner,
    tokenHash: hash,
    applicationId: application.id,
    expiresAt: new Date(+now() + refreshLifetimeMs),
  });
  return {
    expiry: {
      expiresIn: Math.round((+expiresAt - +now()) / 1000),
      refreshToken: text,
      refreshTokenExpiresIn: refreshLifetimeMs / 1000,
    },
  };
}

/** True while a user grants an application access, and no administrator suspended the user. */
export async function hasAccess(queries: Queries, userId: number, application: Application): Promise<boolean> {
  return (await queries.grantOf(userId, application.id)) !== undefined && !(await isSuspended(queries, userId));
}

/** True for a user whom an administrator locked out, and for one who is not there. */
async function isSuspended(queries: Queries, userId: number): Promise<boolean> {
  const user = await queries.user(userId);
  return !user || ((await queries.credentials(user.login))?.suspended ?? true);
}
