import { randomBytes } from "node:crypto";
import { hashSecret } from "../auth/credentials.js";
import { networkOf } from "../auth/network.js";
import { KeyedMutex } from "../concurrency/keyed-mutex.js";
import type { DomainContext } from "../domain/context.js";
import type { Application, User } from "../domain/model.js";
import { Refusal } from "../domain/refusal.js";
import type { FailedLoginCount } from "../domain/store.js";
import { recordGrant } from "./codes.js";
import { OAuthError } from "./errors.js";
import type { DeviceCode, RegisteredApplication } from "./model.js";
import { normalizeScopes, parseScopes, requireKnownScopes } from "./scopes.js";
import { hasAccess, type IssuedToken, issueToken } from "./tokens.js";

/** Lifetime of a device code in seconds, and the time between two polls. */
export const deviceCodeLifetime = 900;
export const pollInterval = 5;
/** Milliseconds that a poll may come early: clocks differ, and clients wait exactly the interval. */
const pollSlackMs = 500;
/** Codes of one application that wait at the same time. Anyone who knows the client id can ask for one. */
const maxCodesOfApplication = 1000;
/** User codes that one user may type in an hour, and wrong ones that may come from one network. */
const maxSubmissions = 50;
const hourMs = 60 * 60_000;
/** Lookups of typed codes, one after the other in each network: none is made before the wrong ones are counted. */
const lookups = new KeyedMutex();

/** Codes for a device: one for itself, one that its user types. */
export interface DeviceCodes {
  readonly deviceCode: string;
  readonly userCode: string;
}

/**
 * Starts a device flow. Refuses as `device_flow_disabled` and `invalid_scope`, and as `unavailable` when too many codes
 * of the application wait.
 */
export async function requestDeviceCode(
  { store, now }: DomainContext,
  application: RegisteredApplication,
  scope: string | undefined,
  address: string,
): Promise<DeviceCodes> {
  if (!application.deviceFlow) throw new OAuthError("device_flow_disabled");
  const sent = parseScopes(scope) ?? [];
  if (application.type === "oauth") requireKnownScopes(sent);
  if ((await store.countDeviceCodes(application.id, now())) >= maxCodesOfApplication) {
    throw new Refusal({ code: "unavailable", retryAfter: 60 });
  }
  const createdAt = now();
  for (;;) {
    const deviceCode = randomBytes(20).toString("hex");
    const digits = randomBytes(4).toString("hex").toUpperCase();
    const isStored = await store.insertDeviceCode({
      deviceHash: hashSecret(deviceCode),
      userCodeHash: hashSecret(digits),
      applicationId: application.id,
      scopes: application.type === "github" ? [] : normalizeScopes(sent),
      address,
      createdAt,
      expiresAt: new Date(+createdAt + deviceCodeLifetime * 1000),
    });
    // A user code that another device has is rare: there are four billion.
    if (isStored) return { deviceCode, userCode: `${digits.slice(0, 4)}-${digits.slice(4)}` };
  }
}

/**
 * Device code that a user typed, in any case and with any punctuation (RFC 8628, section 6.1). Counts the attempts, and
 * refuses as `too-many-attempts`, also of those that arrive together. A network counts wrong codes alone: many users
 * may share it.
 */
export async function findUserCode(
  domain: DomainContext,
  user: User,
  userCode: string,
  address: string,
): Promise<DeviceCode | undefined> {
  const { store, now } = domain;
  const ofUser = hashSecret(`device codes of user ${user.id}`);
  const ofNetwork = hashSecret(`wrong device codes from ${networkOf(address)}`);
  return lookups.runExclusive(ofNetwork, async () => {
    requireAttemptsLeft(await store.failedLogins(ofNetwork, now()), maxSubmissions - 1, now());
    const until = new Date(+now() + hourMs);
    // Counted and compared in one: the user may be in several networks.
    requireAttemptsLeft(await store.countFailedLogin(ofUser, now(), until), maxSubmissions, now());
    const found = await store.pendingDeviceCode(hashUserCode(userCode), now());
    if (!found) await store.countFailedLogin(ofNetwork, now(), until);
    return found;
  });
}

/** Refuses when a count has more than `max` attempts. */
function requireAttemptsLeft(count: FailedLoginCount | undefined, max: number, now: Date): void {
  if (!count || count.failures <= max) return;
  throw new Refusal({ code: "too-many-attempts", retryAfter: Math.ceil((+count.until - +now) / 1000) });
}

/** Device code that a user has typed before, and decides about now. */
export function reviewUserCode({ store, now }: DomainContext, userCode: string): Promise<DeviceCode | undefined> {
  return store.pendingDeviceCode(hashUserCode(userCode), now());
}

/** Records a user's decision. Returns false when it was no longer to be made. */
export async function decideDeviceCode(
  domain: DomainContext,
  application: Application,
  user: User,
  { id, scopes }: DeviceCode,
  isApproved: boolean,
): Promise<boolean> {
  return domain.store.transactionOf(user.id, async (queries) => {
    const isChanged = await queries.changeDeviceCode(id, "pending", isApproved ? "approved" : "denied", user.id);
    if (isChanged && isApproved) await recordGrant(domain, queries, application, user.id, scopes);
    return isChanged;
  });
}

/**
 * Answers a poll of a device: with the token, once, when the user approved. A poll that comes too early is refused as
 * `slow_down` before anything else is said. It does not move the time that the next poll is measured from, so that a
 * client with a steady pace recovers.
 */
export async function pollDeviceCode(
  domain: DomainContext,
  application: RegisteredApplication,
  deviceCode: string,
): Promise<IssuedToken> {
  const { store, now } = domain;
  if (!application.deviceFlow) throw new OAuthError("device_flow_disabled");
  const found = await store.deviceCode(hashSecret(deviceCode));
  if (!found || found.applicationId !== application.id || found.state === "used") {
    throw new OAuthError("incorrect_device_code");
  }
  if (found.expiresAt <= now()) throw new OAuthError("expired_token");
  if (found.polledAt && +now() - +found.polledAt < pollInterval * 1000 - pollSlackMs) {
    throw new OAuthError("slow_down", undefined, { interval: 2 * pollInterval });
  }
  await store.pollDeviceCode(found.id, now());
  if (found.state === "pending") throw new OAuthError("authorization_pending");
  const { userId } = found;
  if (found.state === "denied" || userId === null) throw new OAuthError("access_denied", "The user has denied access.");
  return store.transactionOf(userId, async (queries) => {
    if (!(await queries.changeDeviceCode(found.id, "approved", "used", userId))) {
      throw new OAuthError("incorrect_device_code");
    }
    if (!(await hasAccess(queries, userId, application))) {
      throw new OAuthError("access_denied", "The user has revoked the access.");
    }
    return (await issueToken(domain, queries, application, { userId, scopes: found.scopes, origin: "device" })).token;
  });
}

function hashUserCode(text: string): string {
  return hashSecret(text.toUpperCase().replaceAll(/[^0-9A-Z]/g, ""));
}
