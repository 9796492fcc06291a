import { mintToken } from "../auth/credentials.js";
import { type DomainContext, nextUpdatedAt } from "./context.js";
import type { Authorization, User } from "./model.js";
import { Refusal } from "./refusal.js";

/** Returns a personal token of a user. A token of an application is not found. */
export async function get({ store }: DomainContext, user: User, id: number): Promise<Authorization> {
  return requirePersonal(await store.authorization(user.id, id));
}

/** Replaces a personal token, and returns the new one, which may expire. The old one is invalid at once. */
export async function regenerate(
  domain: DomainContext,
  user: User,
  id: number,
  expiresAt: Date | null,
): Promise<string> {
  const { hash, lastEight, text } = mintToken("personal");
  return domain.store.transactionOf(user.id, async (queries) => {
    const current = requirePersonal(await queries.authorization(user.id, id));
    const updatedAt = nextUpdatedAt(domain, current);
    await queries.replacePersonalToken(user.id, id, { hash, lastEight, updatedAt, expiresAt });
    return text;
  });
}

function requirePersonal(found: Authorization | undefined): Authorization {
  if (!found || found.application) throw new Refusal({ code: "not-found" });
  return found;
}
