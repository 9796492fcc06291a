import { createHash } from "node:crypto";
import { Refusal } from "./refusal.js";
import type { Store } from "./store.js";

/** So many failures are let pass in a time, in milliseconds from the first of them. */
export interface AttemptLimit {
  readonly failures: number;
  readonly within: number;
}

/** How often somebody may fail to sign in, from one address. */
export interface LoginLimits {
  readonly passwords: AttemptLimit;
  readonly codes: AttemptLimit;
}

const quarterOfAnHour = 15 * 60 * 1000;

export const defaultLoginLimits: LoginLimits = {
  passwords: { failures: 10, within: quarterOfAnHour },
  codes: { failures: 5, within: quarterOfAnHour },
};

/** Who tries to sign in, and from where. Others with the same login are not held up by this one. */
export interface Attempt {
  readonly login: string;
  readonly address: string;
}

/**
 * Counts failed logins, of passwords and of one-time codes apart: whoever fails at one says nothing about the other.
 * After too many even right ones are refused for a while, never for good. A right login starts the count anew.
 */
export class FailedLogins {
  readonly #store: Store;
  readonly #now: () => Date;
  readonly #limits: LoginLimits;

  constructor(store: Store, now: () => Date, limits: LoginLimits = defaultLoginLimits) {
    this.#store = store;
    this.#now = now;
    this.#limits = limits;
  }

  /** How many failures there were. Refuses when they were too many. */
  async requireFewer(kind: keyof LoginLimits, attempt: Attempt): Promise<number> {
    const failures = await this.#store.failedLogins(nameOf(kind, attempt), this.#now());
    if (failures >= this.#limits[kind].failures) throw new Refusal({ code: "too-many-attempts" });
    return failures;
  }

  async count(kind: keyof LoginLimits, attempt: Attempt): Promise<void> {
    const now = this.#now();
    await this.#store.countFailedLogin(nameOf(kind, attempt), now, new Date(now.getTime() + this.#limits[kind].within));
  }

  async forget(kind: keyof LoginLimits, attempt: Attempt): Promise<void> {
    await this.#store.forgetFailedLogins(nameOf(kind, attempt));
  }
}

/** A digest: what people type by mistake into a login is not kept. */
function nameOf(kind: string, { login, address }: Attempt): string {
  return createHash("sha256").update(`${kind}\0${login.toLowerCase()}\0${address}`).digest("hex");
}
