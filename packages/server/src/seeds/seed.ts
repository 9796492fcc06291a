import type { Store } from "../domain/store.js";
import { problemWith } from "../validation.js";
import { findSeedDifferences, type SeedDifference } from "./differences.js";
import { parseSeed, type Seed, type SeedResult, serializeSeedResult } from "./format.js";
import { seedSchema } from "./schema.js";
import { SeedError } from "./seed-error.js";
import { type SeedTarget, storeSeed } from "./storage.js";

/**
 * Stores the users and applications that are not there yet; those that are stay as they are. A user is known by the
 * login, an application by the client id or, without one, by its name. Gives what it generated, which is nowhere to be
 * read again. Stores all of it or, when it throws, nothing. Throws a {@link SeedError} for a value that is not valid.
 */
export async function seed(target: SeedTarget, content: Seed): Promise<SeedResult> {
  return serializeSeedResult(await storeSeed(target, parseSeed(requireSeed(content))));
}

/** Lists the stored users and applications that differ from a seed, which does not change them. */
export function seedDifferences(store: Store, content: Seed): Promise<readonly SeedDifference[]> {
  return findSeedDifferences(store, parseSeed(requireSeed(content)));
}

/** Returns the same value, known to be a seed. Throws a {@link SeedError} that says which value is wrong, and why. */
export function requireSeed(content: unknown): Seed {
  const problem = problemWith(seedSchema, content, "the seed");
  if (problem !== undefined) throw new SeedError(problem);
  const seed = content as Seed;
  const twice = repeatedUser(seed) ?? repeatedApplication(seed);
  if (twice !== undefined) throw new SeedError(twice);
  return seed;
}

/** Logins are compared without regard to case, as when users sign in. */
function repeatedUser({ users = [] }: Seed): string | undefined {
  const places = new Map<string, string>();
  for (const [index, { login }] of users.entries()) {
    const key = login.toLowerCase();
    const first = places.get(key);
    if (first !== undefined) return `users[${index}].login is the same as ${first}`;
    places.set(key, `users[${index}].login`);
  }
  return undefined;
}

/** An application without a client id is known by its name, which no other one may have then. */
function repeatedApplication({ applications = [] }: Seed): string | undefined {
  const ids = new Map<string, string>();
  const names = new Map<string, { readonly place: string; readonly hasId: boolean }>();
  for (const [index, { client_id: id, name }] of applications.entries()) {
    const place = `applications[${index}]`;
    const sameId = id === undefined ? undefined : ids.get(id);
    if (sameId !== undefined) return `${place}.client_id is the same as ${sameId}`;
    const namesake = names.get(name);
    if (namesake && !(namesake.hasId && id !== undefined)) {
      return `${place}.name is the same as ${namesake.place}; give each of them a client_id`;
    }
    if (id !== undefined) ids.set(id, `${place}.client_id`);
    names.set(name, { place: `${place}.name`, hasId: id !== undefined && (namesake?.hasId ?? true) });
  }
  return undefined;
}
