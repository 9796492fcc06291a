import { createHash } from "node:crypto";
import { Refusal } from "../domain/refusal.js";
import type { Store } from "../domain/store.js";
import { AttemptGates, type Outcome } from "./attempt-gates.js";

import { FailureCounter } from "./failure-counter.js";
import { networkOf } from "./network.js";

/** Maximum failures per window, in milliseconds from the first of them. */
export interface AttemptLimit {
  readonly maxFailures: number;
  readonly windowMs: number;
}

/** Maximum failures to sign in. */
export interface LoginLimits {
  /** Wrong passwords, by login and address. */
  readonly passwords: AttemptLimit;
  /** Wrong one-time codes after a right password, by login and address. */
  readonly codes: AttemptLimit;
  /** Wrong one-time codes by login, from all addresses together. Only a new password resets this count. */
  readonly codesInAll: AttemptLimit;
}

const quarterOfAnHour = 15 * 60 * 1000;
const day = 24 * 60 * 60 * 1000;

export const defaultLoginLimits: LoginLimits = {
  passwords: { maxFailures: 10, windowMs: quarterOfAnHour },
  codes: { maxFailures: 5, windowMs: quarterOfAnHour },
  codesInAll: { maxFailures: 20, windowMs: day },
};

/** Attempts of one address under way at the same moment; more are refused as `unavailable`. */
const maxPendingAttempts = 1000;

/** Login and client address of an attempt to sign in. */
export interface LoginAttempt {
  readonly login: string;
  readonly address: string;
}

/**
 * Runs one check of a sign-in, unless too many of its kind have failed. Codes are counted in all for one `password`
 * (its hash): a new password, which an attacker does not know, ends a lock.
 */
export type Guard = (kind: "passwords" | "codes", check: () => Promise<Outcome>, password?: string) => Promise<Outcome>;

/**
 * Throttle for failed sign-ins. Wrong passwords and wrong one-time codes are counted apart. After too many even right
 * ones are refused until the window ends, never for good. Failures are forgotten when a whole sign-in has succeeded.
 *
 * Concurrent attempts cannot outrun the count: no more of them are checked at once than may still fail; the others wait
 * for the outcome, so that any number of right ones pass. When failures cannot be counted, no attempt passes.
 */
export class LoginThrottle {
  readonly #store: Store;
  readonly #limits: LoginLimits;
  readonly #gates: AttemptGates;
  readonly #counter: FailureCounter;
  /** Attempts under way, by network. */
  readonly #pending = new Map<string, number>();

  constructor(store: Store, now: () => Date, limits: LoginLimits = defaultLoginLimits) {
    this.#store = store;
    this.#limits = limits;
    this.#gates = new AttemptGates(store, now);
    this.#counter = new FailureCounter(store, now);
  }

  /**
   * Runs a whole sign-in, which has its checks run by the guard it gets. Failures are forgotten when it resolves.
   * Refuses as `too-many-attempts`, and as `unavailable` when too many attempts of the address are under way or
   * failures cannot be counted.
   */
  async signIn<T>(attempt: LoginAttempt, work: (guard: Guard) => Promise<T>): Promise<T> {
    const network = networkOf(attempt.address);
    const pending = this.#pending.get(network) ?? 0;
    if (pending >= maxPendingAttempts) throw new Refusal({ code: "unavailable", retryAfter: 1 });
    this.#pending.set(network, pending + 1);
    const failed = new Set<string>();
    try {
      const result = await work((kind, check, password = "") => {
        const name = digestOf(kind, attempt.login, network);
        if (kind === "passwords") return this.#guard(name, this.#limits.passwords, check, failed);
        const nameInAll = digestOf("codes in all", attempt.login, password);
        return this.#guard(name, this.#limits.codes, () => this.#guardInAll(nameInAll, check), failed);
      });
      for (const name of failed) await this.#store.forgetFailedLogins(name);
      return result;
    } finally {
      const left = (this.#pending.get(network) ?? 1) - 1;
      if (left === 0) this.#pending.delete(network);
      else this.#pending.set(network, left);
    }
  }

  async #guard(
    name: string,
    limit: AttemptLimit,
    check: () => Promise<Outcome>,
    failed: Set<string>,
  ): Promise<Outcome> {
    await this.#counter.requireCountable();
    const outcome = await this.#gates.pass(name, limit.maxFailures, check, (outcome, failures) => {
      if (failures > 0) failed.add(name);
      return this.#settle(name, limit, outcome);
    });
    // Another attempt may have found out meanwhile that failures cannot be counted.
    this.#counter.requireAllCounted();
    return outcome;
  }

  #guardInAll(name: string, check: () => Promise<Outcome>): Promise<Outcome> {
    const limit = this.#limits.codesInAll;
    return this.#gates.pass(name, limit.maxFailures, check, (outcome) => this.#settle(name, limit, outcome));
  }

  async #settle(name: string, { windowMs }: AttemptLimit, outcome: Outcome | undefined): Promise<void> {
    if (outcome === "wrong") await this.#counter.count(name, windowMs);
  }
}

/** Returns a digest: a password that was typed into the login by mistake is not stored. */
function digestOf(kind: string, login: string, scope: string): string {
  return createHash("sha256").update(`${kind}\0${login.toLowerCase()}\0${scope}`).digest("hex");
}
