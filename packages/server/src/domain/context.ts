import type { Store } from "./store.js";

/** Store and clock of the rules. */
export interface DomainContext {
  readonly store: Store;
  readonly now: () => Date;
}

/** Returns the time of a change: now, but never before the last change, even when the clock was set back. */
export function nextUpdatedAt({ now }: DomainContext, { updatedAt }: { readonly updatedAt: Date }): Date {
  return new Date(Math.max(now().getTime(), updatedAt.getTime()));
}
