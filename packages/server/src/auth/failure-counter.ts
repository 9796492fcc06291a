import { Refusal } from "../domain/refusal.js";
import type { Store } from "../domain/store.js";

/** Milliseconds for which a write that succeeded shows that failures can be counted. */
const provenForMs = 1000;

/** Maximum rows that one slice of cleaning deletes, and milliseconds between slices when there is nothing to delete. */
const [maxSliceRows, cleaningIntervalMs] = [200, 1000];

/** Rows of failures that are kept at most; beyond that those whose window ends first are deleted. */
const defaultMaxRows = 200_000;

/** A failure that happened and is not stored. */
interface Uncounted {
  readonly name: string;
  readonly at: Date;
  readonly until: Date;
}

/**
 * Counter of failures that fails closed: while a failure cannot be stored, on a full disk say, no sign-in succeeds.
 * Deletes expired rows in slices that no request waits for.
 */
export class FailureCounter {
  readonly #store: Store;
  readonly #now: () => Date;
  readonly #maxRows: number;
  /** Bounded by the checks that were under way when storing began to fail: no others are started. */
  #uncounted: Uncounted[] = [];
  #provenAt = Number.NEGATIVE_INFINITY;
  #proof: Promise<void> | undefined;
  #cleaning: Promise<void> | undefined;
  #nextCleaning = 0;

  constructor(store: Store, now: () => Date, { maxRows = defaultMaxRows } = {}) {
    this.#store = store;
    this.#now = now;
    this.#maxRows = maxRows;
  }

  /**
   * Makes sure that failures can be counted, before a check is started: a right and a wrong password are refused alike,
   * and in the same time. Costs one write a second at most.
   */
  async requireCountable(): Promise<void> {
    if (this.#uncounted.length === 0 && performance.now() - this.#provenAt < provenForMs) return;
    this.#proof ??= this.#prove().finally(() => {
      this.#proof = undefined;
    });
    await this.#proof;
  }

  /** Refuses as `unavailable` while there are failures that could not be counted. */
  requireAllCounted(): void {
    if (this.#uncounted.length > 0) throw new Refusal({ code: "unavailable", retryAfter: 1 });
  }

  /** Counts a failure. One that cannot be stored now is stored before the next check. */
  async count(name: string, windowMs: number): Promise<void> {
    const at = this.#now();
    const failure = { name, at, until: new Date(at.getTime() + windowMs) };
    try {
      await this.#storeFailure(failure);
    } catch (error) {
      this.#uncounted.push(failure);
      throw error;
    }
    this.#clean();
  }

  async #prove(): Promise<void> {
    for (let [failure] = this.#uncounted; failure; [failure] = this.#uncounted) {
      await this.#storeFailure(failure);
      this.#uncounted = this.#uncounted.filter((it) => it !== failure);
    }
    if (performance.now() - this.#provenAt < provenForMs) return;
    await this.#store.checkWritable();
    this.#provenAt = performance.now();
  }

  async #storeFailure({ name, at, until }: Uncounted): Promise<void> {
    await this.#store.countFailedLogin(name, at, until);
    this.#provenAt = performance.now();
  }

  #clean(): void {
    if (this.#cleaning || performance.now() < this.#nextCleaning) return;
    this.#cleaning = this.#cleanSlice(this.#now()).finally(() => {
      this.#cleaning = undefined;
    });
  }

  async #cleanSlice(now: Date): Promise<void> {
    try {
      const expired = await this.#store.deleteExpiredFailedLogins(now, maxSliceRows);
      const excess = expired === 0 ? await this.#store.deleteExcessFailedLogins(this.#maxRows, maxSliceRows) : 0;
      this.#nextCleaning = expired + excess === maxSliceRows ? 0 : performance.now() + cleaningIntervalMs;
    } catch {
      // The next failure tries again; an unavailable database is reported by the requests that need it.
    }
  }
}
