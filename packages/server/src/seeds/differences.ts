import { hashSecret } from "../auth/credentials.js";
import { defaultPasswordLimits, Passwords } from "../auth/passwords.js";
import type { Application } from "../domain/model.js";
import type { Store } from "../domain/store.js";
import type { ApplicationDetails, SeedContent, UserDetails } from "./storage.js";

/** Stored user or application that differs from its entry in a seed. Values are left out, because some are secrets. */
export interface SeedDifference {
  readonly kind: "user" | "application";
  /** Login or client id. */
  readonly id: string;
  /** Names of the fields that differ, as in a seed. */
  readonly fields: readonly string[];
}

/** Maximum users of a seed whose passwords are compared: each comparison takes a core for about 12 ms. */
const maxComparedPasswords = 50;

/** Lists the stored users and applications that differ from a seed. Fields that the seed leaves out do not count. */
export async function findSeedDifferences(
  store: Store,
  { users, applications }: SeedContent,
): Promise<readonly SeedDifference[]> {
  const comparesPasswords = users.length <= maxComparedPasswords;
  const differences: SeedDifference[] = [];
  for (const user of users) {
    const fields = await userDifferences(store, user, comparesPasswords);
    if (fields.length > 0) differences.push({ kind: "user", id: user.login, fields });
  }
  for (const application of applications) {
    const { clientId, name } = application;
    const stored = await (clientId === undefined ? store.applicationByName(name) : store.application(clientId));
    const fields = stored ? await applicationDifferences(store, stored, application) : [];
    if (stored && fields.length > 0) differences.push({ kind: "application", id: stored.clientId, fields });
  }
  return differences;
}

async function userDifferences(store: Store, seed: UserDetails, comparesPassword: boolean): Promise<string[]> {
  const stored = await store.credentials(seed.login);
  if (!stored) return [];
  const { user, passwordHash, sealedOtpSecret } = stored;
  const fields = differing([
    ["name", user.name, seed.name],
    ["email", user.email, seed.email],
    ["emails", seed.emails && JSON.stringify(await store.listEmails(user.id)), JSON.stringify(seed.emails)],
    ["site_admin", user.siteAdmin, seed.siteAdmin],
    ["otp_secret", sealedOtpSecret !== null, seed.otpSecret === undefined ? undefined : true],
  ]);
  if (seed.password === undefined || !comparesPassword) return fields;
  const passwords = new Passwords(() => new Date(), defaultPasswordLimits);
  return (await passwords.verify(passwordHash, seed.password)) ? fields : ["password", ...fields];
}

async function applicationDifferences(store: Store, stored: Application, seed: ApplicationDetails): Promise<string[]> {
  const { clientSecret: secret } = seed;
  const hasSecret =
    secret !== undefined && (await store.applicationForSecret(stored.clientId, hashSecret(secret))) !== undefined;
  return differing([
    ["client_secret", hasSecret, secret === undefined ? undefined : true],
    ["name", stored.name, seed.name],
    ["url", stored.url, seed.url],
    ["type", stored.type, seed.type],
  ]);
}

/** Names of the fields whose wanted value is given and is not the stored one. */
function differing(fields: readonly (readonly [name: string, stored: unknown, wanted: unknown])[]): string[] {
  return fields.filter(([, stored, wanted]) => wanted !== undefined && wanted !== stored).map(([name]) => name);
}
