import type { Application, Authorization } from "./model.js";

const userTokenLifetimeMs = 8 * 60 * 60 * 1000;
/** Last second that an RFC 3339 time can express. */
const maxTime = Date.UTC(9999, 11, 31, 23, 59, 59);

/** Returns when a new token expires: after eight hours where the application has that property, else never (`null`). */
export function expiryOf(application: Pick<Application, "expireUserTokens"> | null, now: Date): Date | null {
  return application?.expireUserTokens ? new Date(Math.min(now.getTime() + userTokenLifetimeMs, maxTime)) : null;
}

/** Tells an expired authorization, at the moment of its expiry and after. */
export function isExpired({ expiresAt }: Authorization, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}
