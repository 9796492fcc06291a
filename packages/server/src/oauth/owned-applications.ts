import { mintClientSecret } from "../auth/credentials.js";
import type { DomainContext } from "../domain/context.js";
import type { User } from "../domain/model.js";
import { Refusal } from "../domain/refusal.js";
import type { Queries } from "../domain/store.js";
import { type ApplicationDetails, storeApplication } from "../seeds/storage.js";
import type { ApplicationChange } from "./flow-store.js";
import type { RegisteredApplication } from "./model.js";

/** Applications of one user, and client secrets of one application; more are refused. */
const maxApplications = 100;
export const maxClientSecrets = 10;

/** Returns an application that a user manages. That of another user is not found. */
export async function get(
  { store }: Pick<DomainContext, "store">,
  user: User,
  id: number,
): Promise<RegisteredApplication> {
  return requireOwned(store, user, id);
}

/** Registers an application that the user manages. Returns its id and its first client secret. */
export async function register(
  { store, now }: DomainContext,
  user: User,
  details: Omit<ApplicationDetails, "owner" | "clientId" | "clientSecret">,
): Promise<{ readonly id: number; readonly clientSecret: string }> {
  return store.transaction(async (queries) => {
    if ((await queries.listOwnedApplications(user.id)).length >= maxApplications) {
      throw new Refusal({ code: "too-many", problem: `You have ${maxApplications} applications. Delete one first.` });
    }
    const stored = await storeApplication({ store: queries, now }, { ...details, owner: user.login });
    const application = stored && (await queries.application(stored.clientId));
    if (!stored || !application) throw new Error("A generated client id is taken.");
    return { id: application.id, clientSecret: stored.clientSecret };
  });
}

/** Changes an application of a user. */
export async function update({ store }: DomainContext, user: User, id: number, change: ApplicationChange) {
  await store.transaction(async (queries) => {
    await requireOwned(queries, user, id);
    await queries.updateOwnedApplication(user.id, id, change);
  });
}

/** Adds a client secret to those of an application, and returns it. */
export async function addClientSecret({ store, now }: DomainContext, user: User, id: number): Promise<string> {
  const { text, hash, lastEight } = mintClientSecret();
  await store.transaction(async (queries) => {
    await requireOwned(queries, user, id);
    if ((await queries.listClientSecrets(id)).length >= maxClientSecrets) {
      throw new Refusal({
        code: "too-many",
        problem: `The application has ${maxClientSecrets} client secrets. Delete one first.`,
      });
    }
    await queries.insertClientSecret(id, { hash, lastEight, createdAt: now() });
  });
  return text;
}

/** Deletes a client secret of an application. The last one stays: an application could not sign in without it. */
export async function deleteClientSecret({ store }: DomainContext, user: User, id: number, secretId: number) {
  await store.transaction(async (queries) => {
    await requireOwned(queries, user, id);
    const secrets = await queries.listClientSecrets(id);
    if (!secrets.some((secret) => secret.id === secretId)) throw new Refusal({ code: "not-found" });
    if (secrets.length === 1) {
      throw new Refusal({
        code: "too-few",
        problem: "An application needs a client secret. Generate another one before you delete this one.",
      });
    }
    await queries.deleteClientSecret(id, secretId);
  });
}

/** Revokes the tokens of all users of an application. Grants stay: users are not asked for consent again. */
export async function revokeUserTokens({ store }: DomainContext, user: User, id: number): Promise<void> {
  await store.transaction(async (queries) => {
    await requireOwned(queries, user, id);
    await queries.deleteUserTokens(id);
  });
}

/** Deletes an application with all its grants, tokens and secrets. */
export async function remove({ store }: DomainContext, user: User, id: number): Promise<void> {
  await store.transaction(async (queries) => {
    await requireOwned(queries, user, id);
    await queries.deleteApplication(id);
  });
}

async function requireOwned(queries: Queries, user: User, id: number): Promise<RegisteredApplication> {
  const application = await queries.ownedApplication(user.id, id);
  if (!application) throw new Refusal({ code: "not-found" });
  return application;
}
