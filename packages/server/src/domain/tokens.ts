import { type Book, changeTime, expiryOf, removeIn as removeAuthorization } from "./authorizations.js";
import { removeIn as removeGrant } from "./grants.js";
import type { Application } from "./model.js";
import { Refusal, refuseField } from "./refusal.js";
import type { Queries, TokenHolder } from "./store.js";
import { hashSecret, mintToken } from "./token.js";

/** Whose a token of the application is. Any other token is not found: the answer does not say which kind it is. */
export function check({ store, now }: Book, application: Application, token: string): Promise<TokenHolder> {
  return good(store, application, token, now());
}

/** Puts a new token in the place of a good one, and shows it. The old one is dead at once. */
export async function reset(
  book: Book,
  application: Application,
  token: string,
): Promise<TokenHolder & { readonly token: string }> {
  const { now } = book;
  const { hash, lastEight, text } = mintToken(application.type);
  return withGood(book, application, token, async (queries, { authorization }) => {
    // A scoped token goes on to expire with the one it was made of.
    const expiresAt = authorization.installation ? authorization.expiresAt : expiryOf(application, now());
    const minted = { hash, lastEight, expiresAt, updatedAt: changeTime(book, authorization) };
    if (!(await queries.replaceToken(application.id, hashSecret(token), minted))) {
      throw new Refusal({ code: "not-found" });
    }
    return { ...(await good(queries, application, text, now())), token: text };
  });
}

/** Deletes one token. */
export async function revoke(book: Book, application: Application, token: string): Promise<void> {
  await withGood(book, application, token, (queries, { authorization }) =>
    removeAuthorization(book, queries, authorization),
  );
}

/** Deletes the grant of the user a token belongs to, with all tokens under it. */
export async function revokeGrant(book: Book, application: Application, token: string): Promise<void> {
  await withGood(book, application, token, async (queries, { user }) => {
    const grant = await queries.grantOf(user.id, application.id);
    if (!grant) throw new Refusal({ code: "not-found" });
    await removeGrant(queries, user.id, grant);
  });
}

/** What a scoped token is asked for with. */
export interface ScopeRequest {
  readonly access_token: string;
  readonly target?: string | undefined;
  readonly target_id?: number | undefined;
  readonly repositories?: readonly string[] | undefined;
  readonly repository_ids?: readonly number[] | undefined;
  readonly permissions?: Readonly<Record<string, string>> | undefined;
}

/** Makes a token with fewer permissions of a good one, and shows it. It expires with the one it is made of. */
export async function scope(
  book: Book,
  application: Application,
  request: ScopeRequest,
): Promise<TokenHolder & { readonly token: string }> {
  const { now } = book;
  if (application.type !== "github") throw new Refusal({ code: "not-a-github-app" });
  const { access_token: token, target, target_id: targetId, repositories, repository_ids: repositoryIds } = request;
  if ((target === undefined) === (targetId === undefined)) {
    refuseField("target", "custom", "either target or target_id is needed");
  }
  if (repositories && repositoryIds) {
    refuseField("repositories", "custom", "repositories cannot be sent together with repository_ids");
  }
  return withGood(book, application, token, async (queries, { authorization, user }) => {
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
    return { ...(await good(queries, application, text, now())), token: text };
  });
}

/** Works on what the user of a good token has: the token is looked at once to know the user, and then again to be sure. */
async function withGood<T>(
  { store, now }: Book,
  application: Application,
  token: string,
  work: (queries: Queries, holder: TokenHolder) => Promise<T>,
): Promise<T> {
  const { user } = await good(store, application, token, now());
  return store.transactionOf(user.id, async (queries) => work(queries, await good(queries, application, token, now())));
}

async function good(queries: Queries, application: Application, token: string, now: Date): Promise<TokenHolder> {
  const holder = await queries.token(application, hashSecret(token), now);
  if (!holder || holder.suspended) throw new Refusal({ code: "not-found" });
  return holder;
}
