import { type DomainContext, nextUpdatedAt } from "./context.js";
import { isSameList } from "./scopes.js";
import type { Queries } from "./store.js";

/** Brings the scopes of a grant in line with its tokens. After the last token they stay as they were. */
export async function syncGrantScopes(
  domain: DomainContext,
  queries: Queries,
  userId: number,
  applicationId: number,
): Promise<void> {
  const { now } = domain;
  const grant = await queries.ensureGrant(userId, applicationId, now());
  const inUse = await queries.scopesInUse(userId, applicationId, now());
  if (inUse && !isSameList(inUse, grant.scopes))
    await queries.updateGrant(grant.id, inUse, nextUpdatedAt(domain, grant));
}
