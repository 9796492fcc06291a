import { hashSecret, mintToken } from "../auth/credentials.js";
import { deleteInTransaction as removeAuthorization } from "./authorizations.js";
import { type DomainContext, nextUpdatedAt } from "./context.js";
import { expiryOf } from "./expiry.js";
import { deleteInTransaction as removeGrant } from "./grants.js";
import type { Application } from "./model.js";
import { Refusal, refuseField } from "./refusal.js";
import type { Queries, TokenWithUser } from "./store.js";

/** Returns a token of the application and its user. Any other token is not found, of whichever kind it is. */
export function check({ store, now }: DomainContext, application: Application, token: string): Promise<TokenWithUser> {
  return requireValidToken(store, application, token, now());
}

/** Replaces a valid token, and returns the new one. The old one is invalid at once. */
export async function reset(
  domain: DomainContext,
  application: Application,
  token: string,
): Promise<TokenWithUser & { readonly token: string }> {
  const { now } = domain;
  const { hash, lastEight, text } = mintToken(application.type);
  return withValidToken(domain, application, token, async (queries, holder) => {
    const { authorization } = holder;
    // A scoped token still expires with the token it was made of.
    const expiresAt = authorization.installation ? authorization.expiresAt : expiryOf(application, now());
    const minted = { hash, lastEight, expiresAt, updatedAt: nextUpdatedAt(domain, authorization) };
    if (!(await queries.replaceToken(application.id, hashSecret(token), minted))) {
      throw new Refusal({ code: "not-found" });
    }
    const { updatedAt } = minted;
    const changed = { ...authorization, tokenHash: hash, tokenLastEight: lastEight, expiresAt, updatedAt };
    return { ...holder, authorization: changed, token: text };
  });
}

/** Deletes one token. */
export async function revoke(domain: DomainContext, application: Application, token: string): Promise<void> {
  await withValidToken(domain, application, token, (queries, { authorization }) =>
    removeAuthorization(domain, queries, authorization),
  );
}

/** Deletes the grant of the user a token belongs to, with all tokens under it. */
export async function revokeGrant(domain: DomainContext, application: Application, token: string): Promise<void> {
  await withValidToken(domain, application, token, async (queries, { user }) => {
    const grant = await queries.grantOf(user.id, application.id);
    if (!grant) throw new Refusal({ code: "not-found" });
    await removeGrant(queries, user.id, grant);
  });
}

/** Request for a scoped token. */
export interface ScopedTokenRequest {
  readonly token: string;
  readonly target?: string | undefined;
  readonly targetId?: number | undefined;
  readonly repositories?: readonly string[] | undefined;
  readonly repositoryIds?: readonly number[] | undefined;
  readonly permissions?: Readonly<Record<string, string>> | undefined;
}

/** Makes a token with fewer permissions of a valid one, and returns it. It expires with the token it is made of. */
export async function createScopedToken(
  domain: DomainContext,
  application: Application,
  request: ScopedTokenRequest,
): Promise<TokenWithUser & { readonly token: string }> {
  const { now } = domain;
  if (application.type !== "github") throw new Refusal({ code: "not-a-github-app" });
  const { token, target, targetId, repositories, repositoryIds } = request;
  if ((target === undefined) === (targetId === undefined)) {
    refuseField("target", "custom", "either target or target_id is needed");
  }
  if (repositories && repositoryIds) {
    refuseField("repositories", "custom", "repositories cannot be sent together with repository_ids");
  }
  return withValidToken(domain, application, token, async (queries, { authorization, user }) => {
    if (authorization.installation) refuseField("access_token", "custom", "a scoped token cannot be scoped again");
    const account =
      target === undefined ? await queries.user(targetId ?? 0) : (await queries.credentials(target))?.user;
    if (!account) refuseField(target === undefined ? "target_id" : "target", "custom", "there is no such account");
    const { hash, lastEight, text } = mintToken(application.type);
    await queries.insertAuthorization({
      userId: user.id,
      applicationId: application.id,
      tokenHash: hash,
      tokenLastEight: lastEight,
      note: authorization.note,
      noteUrl: authorization.noteUrl,
      fingerprint: null,
      scopes: authorization.scopes,
      createdAt: now(),
      expiresAt: authorization.expiresAt,
      installation: {
        permissions: request.permissions ?? {},
        repositorySelection: repositories || repositoryIds ? "selected" : "all",
        account,
      },
    });
    return { ...(await requireValidToken(queries, application, text, now())), token: text };
  });
}

/** Runs work for the user of a valid token: reads it to know the user, and again in the transaction of that user. */
async function withValidToken<T>(
  { store, now }: DomainContext,
  application: Application,
  token: string,
  work: (queries: Queries, holder: TokenWithUser) => Promise<T>,
): Promise<T> {
  const { user } = await requireValidToken(store, application, token, now());
  return store.transactionOf(user.id, async (queries) =>
    work(queries, await requireValidToken(queries, application, token, now())),
  );
}

async function requireValidToken(
  queries: Queries,
  application: Application,
  token: string,
  now: Date,
): Promise<TokenWithUser> {
  const holder = await queries.token(application, hashSecret(token), now);
  if (!holder || holder.suspended) throw new Refusal({ code: "not-found" });
  return holder;
}
