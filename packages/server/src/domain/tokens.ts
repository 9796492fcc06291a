import { type Book, removeIn as removeAuthorization } from "./authorizations.js";
import { removeIn as removeGrant } from "./grants.js";
import type { Application } from "./model.js";
import { Refusal } from "./refusal.js";
import type { Queries, TokenHolder } from "./store.js";
import { hashSecret, mintToken } from "./token.js";

/** Whose a token of the application is. Any other token is not found: the answer does not say which kind it is. */
export async function check({ store, now }: Book, application: Application, token: string): Promise<TokenHolder> {
  return good(store, application, token, now());
}

/** Puts a new token in the place of a good one, and shows it. The old one is dead at once. */
export async function reset(
  { store, now }: Book,
  application: Application,
  token: string,
): Promise<TokenHolder & { readonly token: string }> {
  const minted = mintToken(application.type);
  const { hash, lastEight, text } = minted;
  return store.transaction(async (queries) => {
    await good(queries, application, token, now());
    if (!(await queries.replaceToken(application.id, hashSecret(token), { hash, lastEight, updatedAt: now() }))) {
      throw new Refusal({ code: "not-found" });
    }
    return { ...(await good(queries, application, text, now())), token: text };
  });
}

/** Deletes one token. */
export async function revoke(book: Book, application: Application, token: string): Promise<void> {
  await book.store.transaction(async (queries) => {
    const { authorization } = await good(queries, application, token, book.now());
    await removeAuthorization(book, queries, authorization);
  });
}

/** Deletes the grant of the user a token belongs to, with all tokens under it. */
export async function revokeGrant({ store, now }: Book, application: Application, token: string): Promise<void> {
  await store.transaction(async (queries) => {
    const { user } = await good(queries, application, token, now());
    const grant = await queries.grantOf(user.id, application.id);
    if (!grant) throw new Refusal({ code: "not-found" });
    await removeGrant(queries, user.id, grant);
  });
}

async function good(queries: Queries, application: Application, token: string, now: Date): Promise<TokenHolder> {
  const holder = await queries.token(application.id, hashSecret(token), now);
  if (!holder) throw new Refusal({ code: "not-found" });
  return holder;
}
