import { hashSecret } from "../auth/credentials.js";
import type { DomainContext } from "../domain/context.js";
import type { Application, User } from "../domain/model.js";

const hourMs = 60 * 60_000;

/** Store and clock, and how many codes an hour make no new consent necessary; any number when left out. */
export interface HourlyLimitContext extends DomainContext {
  readonly tokensPerHour: number | undefined;
}

/** User, application and scopes that codes are counted for. */
export interface CodeCount {
  readonly user: User;
  readonly application: Application;
  readonly scopes: readonly string[];
}

/** True when an application got so many codes of a user with these scopes in an hour that the user is asked again. */
export async function isHourlyLimitReached(context: HourlyLimitContext, count: CodeCount): Promise<boolean> {
  const { store, now, tokensPerHour } = context;
  if (tokensPerHour === undefined) return false;
  const { failures = 0 } = (await store.failedLogins(nameOf(count), now())) ?? {};
  return failures >= tokensPerHour;
}

/** Counts a code, where there is a limit. The hour begins with the first one. */
export async function countCode({ store, now, tokensPerHour }: HourlyLimitContext, count: CodeCount): Promise<void> {
  if (tokensPerHour === undefined) return;
  await store.countFailedLogin(nameOf(count), now(), new Date(+now() + hourMs));
}

function nameOf({ user, application, scopes }: CodeCount): string {
  return hashSecret(`codes of user ${user.id}, application ${application.id}: ${scopes.toSorted().join(" ")}`);
}
