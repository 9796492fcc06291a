import { randomBytes } from "node:crypto";
import { hashSecret } from "../auth/credentials.js";
import type { DomainContext } from "../domain/context.js";
import type { User } from "../domain/model.js";
import type { Session } from "./model.js";

const minute = 60_000;
/** Lifetime of a session, and of one that waits for the second factor. */
export const sessionLifetimeMs = 14 * 24 * 60 * minute;
const pendingLifetimeMs = 10 * minute;
/** Time after a password in which sensitive actions need no other one. */
const sudoLifetimeMs = 2 * 60 * minute;
/** Precision of the time of the last use: a page costs no write unless it is this old. */
const useIntervalMs = 10 * minute;
const maxSessionsOfUser = 100;

/** Browser of a session, as it is listed. */
export interface Browser {
  readonly address: string;
  readonly userAgent: string;
}

/** Makes a session id: 256 random bits that only the browser has. */
export function generateSessionId(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * Starts a session and returns its id. The browser's session before it ends: an id from before a sign-in, a second
 * factor or a password is worthless after it. `signedIn` is false while the second factor is missing.
 */
export async function startSession(
  { store, now }: DomainContext,
  user: User,
  { address, userAgent }: Browser,
  { signedIn, previous }: { readonly signedIn: boolean; readonly previous: Session | undefined },
): Promise<string> {
  const id = generateSessionId();
  const createdAt = now();
  const lifetime = signedIn ? sessionLifetimeMs : pendingLifetimeMs;
  await store.transactionOf(user.id, async (queries) => {
    if (previous) await queries.deleteSession(previous.user.id, previous.id);
    await queries.insertSession(
      {
        idHash: hashSecret(id),
        userId: user.id,
        signedIn,
        sudoUntil: new Date(signedIn ? +createdAt + sudoLifetimeMs : 0),
        createdAt,
        expiresAt: new Date(+createdAt + lifetime),
        address,
        userAgent: userAgent.slice(0, 255),
      },
      maxSessionsOfUser,
    );
  });
  return id;
}

/** Session with an id, whether signed in or waiting for the second factor. Records that it was used. */
export async function findSession({ store, now }: DomainContext, id: string): Promise<Session | undefined> {
  const session = await store.session(hashSecret(id), now());
  if (session && +now() - +session.lastUsedAt > useIntervalMs) await store.touchSession(session.id, now());
  return session;
}

/** True while sensitive actions need no password. */
export function isInSudoMode({ sudoUntil }: Session, now: Date): boolean {
  return sudoUntil > now;
}
