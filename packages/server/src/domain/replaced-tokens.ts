import { createForApplication, deleteInTransaction } from "./authorizations.js";
import type { Store } from "./store.js";

/** Slot of a token, and the scopes that the token gets. */
export interface TokenSlot {
  readonly login: string;
  readonly clientId: string;
  readonly fingerprint: string;
  readonly scopes: readonly string[];
}

/** New token of an application, with its identifiers. */
export interface ReplacedToken {
  readonly token: string;
  readonly authorizationId: number;
  readonly grantId: number;
}

/**
 * Puts a new token into a slot, in the place of the one that is there, without the user or the application: for
 * samples and tests. Returns `undefined` when there is no such user or application.
 */
export async function replaceTokenInSlot(
  { store, now = () => new Date() }: { readonly store: Store; readonly now?: () => Date },
  { login, clientId, fingerprint, scopes }: TokenSlot,
): Promise<ReplacedToken | undefined> {
  const credentials = await store.credentials(login);
  const application = await store.application(clientId);
  if (!credentials || !application) return undefined;
  const { user } = credentials;
  const domain = { store, now };
  return store.transactionOf(user.id, async (queries) => {
    const old = await queries.authorizationInSlot(user.id, application.id, fingerprint);
    if (old) await deleteInTransaction(domain, queries, old);
    const made = await createForApplication(domain, queries, user, application, { fingerprint }, scopes);
    const grant = await queries.ensureGrant(user.id, application.id, now());
    return { token: made.token ?? "", authorizationId: made.authorization.id, grantId: grant.id };
  });
}
