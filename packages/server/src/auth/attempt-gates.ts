import { KeyedMutex } from "../concurrency/keyed-mutex.js";
import { Refusal } from "../domain/refusal.js";
import type { Store } from "../domain/store.js";

/**
 * Outcome of a check: `right`, `wrong`, or `neutral` for one that says nothing about guessing, as a code that was used
 * before. Only `wrong` is counted.
 */
export type Outcome = "right" | "wrong" | "neutral";

/** Attempts under one name that are being checked, and those that wait. */
interface Gate {
  /** Attempts anywhere in it; the last one to leave deletes it. */
  refCount: number;
  running: number;
  readonly waiting: (() => void)[];
}

/** Gates by name, each of which lets no more attempts be checked at once than may still fail. */
export class AttemptGates {
  readonly #store: Store;
  readonly #now: () => Date;
  readonly #gates = new Map<string, Gate>();
  /** Reading the count and entering, and counting and leaving, must not overlap. */
  readonly #mutex = new KeyedMutex();

  constructor(store: Store, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /**
   * Runs a check once there is room for its failure, and then `settle` with the outcome (`undefined` when the check
   * threw) and the failures before it. Refuses as `too-many-attempts` when the limit is reached.
   */
  async pass(
    name: string,
    limit: number,
    check: () => Promise<Outcome>,
    settle: (outcome: Outcome | undefined, failures: number) => Promise<void>,
  ): Promise<Outcome> {
    const gate = this.#gateOf(name);
    gate.refCount += 1;
    try {
      const failures = await this.#enter(gate, name, limit);
      let outcome: Outcome | undefined;
      try {
        outcome = await check();
        return outcome;
      } finally {
        await this.#leave(gate, name, () => settle(outcome, failures));
      }
    } finally {
      gate.refCount -= 1;
      if (gate.refCount === 0) this.#gates.delete(name);
    }
  }

  #gateOf(name: string): Gate {
    let gate = this.#gates.get(name);
    if (!gate) {
      gate = { refCount: 0, running: 0, waiting: [] };
      this.#gates.set(name, gate);
    }
    return gate;
  }

  /** Waits until the attempt may be checked, and gives the failures so far. */
  async #enter(gate: Gate, name: string, limit: number): Promise<number> {
    for (;;) {
      const { failures, turn } = await this.#mutex.runExclusive(name, () => this.#tryEnter(gate, name, limit));
      if (failures !== undefined) return failures;
      await turn;
    }
  }

  /**
   * One waiting attempt is woken for each that leaves, and passes the call on when it enters or is refused: waking all
   * of them each time would cost the square of their number.
   */
  async #tryEnter(gate: Gate, name: string, limit: number): Promise<{ failures?: number; turn?: Promise<void> }> {
    try {
      const failures = await this.#failures(name, limit);
      // Queued before the mutex is released, so that no wake-up is lost.
      if (gate.running >= limit - failures) {
        return { turn: new Promise<void>((resolve) => gate.waiting.push(resolve)) };
      }
      gate.running += 1;
      if (gate.running < limit - failures) gate.waiting.shift()?.();
      return { failures };
    } catch (error) {
      gate.waiting.shift()?.();
      throw error;
    }
  }

  async #failures(name: string, limit: number): Promise<number> {
    const now = this.#now();
    const { failures, until } = (await this.#store.failedLogins(name, now)) ?? { failures: 0, until: now };
    if (failures < limit) return failures;
    throw new Refusal({ code: "too-many-attempts", retryAfter: Math.ceil((+until - +now) / 1000) });
  }

  async #leave(gate: Gate, name: string, settle: () => Promise<void>): Promise<void> {
    try {
      await this.#mutex.runExclusive(name, settle);
    } finally {
      gate.running -= 1;
      gate.waiting.shift()?.();
    }
  }
}
