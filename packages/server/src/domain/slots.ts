import type { DomainContext } from "./context.js";
import { isExpired } from "./expiry.js";
import type { Authorization } from "./model.js";
import { refuseField } from "./refusal.js";
import type { Queries } from "./store.js";

/** Finds the authorization in a slot. Deletes an expired one, to make room. */
export async function findActiveInSlot(
  { now }: DomainContext,
  queries: Queries,
  userId: number,
  applicationId: number,
  fingerprint: string | null,
): Promise<Authorization | undefined> {
  const found = await queries.authorizationInSlot(userId, applicationId, fingerprint);
  if (!found || !isExpired(found, now())) return found;
  await queries.deleteAuthorization(userId, found.id);
  return undefined;
}

/** Refuses a note or a fingerprint that another authorization has already. */
export async function requireUnique(
  domain: DomainContext,
  queries: Queries,
  current: Authorization,
  wanted: Pick<Authorization, "note" | "fingerprint">,
): Promise<void> {
  const { id, userId, application } = current;
  if (!application) return requireUniquePersonal(queries, userId, wanted, id);
  if (wanted.fingerprint === current.fingerprint) return;
  const holder = await findActiveInSlot(domain, queries, userId, application.id, wanted.fingerprint);
  if (holder && holder.id !== id) refuseField("fingerprint", "already_exists");
}

/** Refuses a personal token without a note, or with a note or fingerprint that another one has. */
export async function requireUniquePersonal(
  queries: Queries,
  userId: number,
  { note, fingerprint }: Pick<Authorization, "note" | "fingerprint">,
  ownId?: number,
): Promise<void> {
  if (!note) refuseField("note", "missing_field");
  const byNote = await queries.personalByNote(userId, note);
  if (byNote && byNote.id !== ownId) refuseField("note", "already_exists");
  if (fingerprint === null) return;
  const byFingerprint = await queries.personalByFingerprint(userId, fingerprint);
  if (byFingerprint && byFingerprint.id !== ownId) refuseField("fingerprint", "already_exists");
}
