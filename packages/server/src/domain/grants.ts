import { applicationId } from "./authorizations.js";
import type { DomainContext } from "./context.js";
import type { Grant, Page, PageRequest, User } from "./model.js";
import { Refusal } from "./refusal.js";
import type { Queries } from "./store.js";

/** A page of a user's grants, of one application when a client id is given. */
export async function list(
  { store }: DomainContext,
  user: User,
  page: PageRequest,
  clientId: string | undefined,
): Promise<Page<Grant>> {
  return store.listGrants(user.id, page, await applicationId(store, clientId));
}

/** One grant of a user. */
export async function get({ store }: DomainContext, user: User, id: number): Promise<Grant> {
  return orNotFound(await store.grant(user.id, id));
}

/** Deletes a grant with all tokens under it. `precondition` may refuse it as it is then. */
export async function remove(
  { store }: DomainContext,
  user: User,
  id: number,
  precondition: (current: Grant) => void = () => undefined,
): Promise<void> {
  await store.transactionOf(user.id, async (queries) => {
    const grant = orNotFound(await queries.grant(user.id, id));
    precondition(grant);
    await deleteInTransaction(queries, user.id, grant);
  });
}

/** Deletes all grants of a user, with all tokens of applications. */
export async function removeAll({ store }: DomainContext, user: User): Promise<void> {
  await store.transactionOf(user.id, (queries) => queries.deleteGrants(user.id));
}

/** Deletes a grant like {@link remove}, within a transaction. */
export async function deleteInTransaction(queries: Queries, userId: number, grant: Grant): Promise<void> {
  if (!(await queries.deleteGrant(userId, grant.id))) throw new Refusal({ code: "not-found" });
  await queries.deleteAuthorizations(userId, grant.application.id);
}

function orNotFound(grant: Grant | undefined): Grant {
  if (!grant) throw new Refusal({ code: "not-found" });
  return grant;
}
