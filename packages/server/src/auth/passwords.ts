import { createHmac, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { FairSemaphore, QueueFullError } from "../concurrency/fair-semaphore.js";
import { Refusal } from "../domain/refusal.js";

/** How many verifications run and wait at the most, and how long a right password is remembered. */
export interface PasswordLimits {
  /** Verifications at the same moment. Each takes a core for about 12 ms. */
  readonly maxRunning: number;
  /** Verifications waiting for their turn; a request beyond that is refused as unavailable. */
  readonly maxWaiting: number;
  /** Milliseconds for which a verified password is remembered; 0 verifies every time. */
  readonly cacheTtlMs: number;
}

export const defaultPasswordLimits: PasswordLimits = { maxRunning: 2, maxWaiting: 64, cacheTtlMs: 300_000 };

/** How busy the verification of passwords is, and since the start how many came to what end. */
export interface PasswordStats {
  readonly running: number;
  readonly waiting: number;
  readonly right: number;
  readonly wrong: number;
  /** Right ones that were remembered. */
  readonly remembered: number;
  /** Those refused because too many were waiting. */
  readonly refused: number;
}

const maxCachedPasswords = 10_000;
/** Bytes of UTF-8. A longer one is wrong, at the cost of any other. */
const maxPasswordLength = 1024;

/**
 * Verifies passwords with argon2id, a few at a time. A password that was right is remembered under a keyed hash that
 * covers the stored hash as well, so that it is forgotten the moment the password changes.
 * @see https://www.rfc-editor.org/rfc/rfc9106
 */
export class Passwords {
  readonly #limits: PasswordLimits;
  readonly #now: () => Date;
  readonly #key = randomBytes(32);
  readonly #verified = new Map<string, number>();
  readonly #semaphore: FairSemaphore;
  /** Of a password nobody has: an unknown login costs as much as a wrong password. */
  readonly #dummyHash = hash(randomBytes(32));
  readonly #counters = { right: 0, wrong: 0, remembered: 0 };

  constructor(now: () => Date, limits: PasswordLimits = defaultPasswordLimits) {
    this.#now = now;
    this.#limits = limits;
    this.#semaphore = new FairSemaphore({ maxRunning: limits.maxRunning, maxWaiting: limits.maxWaiting });
  }

  get stats(): PasswordStats {
    return {
      running: this.#semaphore.running,
      waiting: this.#semaphore.waiting,
      ...this.#counters,
      refused: this.#semaphore.rejected,
    };
  }

  /** Hashes a password for storing, in the PHC string format. */
  static hash(password: string): Promise<string> {
    return hash(password);
  }

  /**
   * Whether the password is the one that was hashed. Without a hash, and for a password that is too long, the answer is
   * no, after the same time. Callers take turns by network. Refuses as `unavailable` when too many are waiting.
   */
  async verify(passwordHash: string | undefined, password: string, network = ""): Promise<boolean> {
    const isTooLong = Buffer.byteLength(password) > maxPasswordLength;
    const compared = isTooLong ? undefined : passwordHash;
    const key = createHmac("sha256", this.#key)
      .update(`${compared}\0${isTooLong ? "" : password}`)
      .digest("base64");
    const until = this.#verified.get(key);
    if (until !== undefined && this.#now().getTime() < until) {
      this.#counters.remembered += 1;
      return true;
    }
    const right = await this.#withPermit(network, () => this.#compare(compared, isTooLong ? "" : password));
    this.#counters[right ? "right" : "wrong"] += 1;
    if (right) this.#remember(key);
    return right;
  }

  async #compare(passwordHash: string | undefined, password: string): Promise<boolean> {
    return (await verify(passwordHash ?? (await this.#dummyHash), password)) && passwordHash !== undefined;
  }

  async #withPermit<T>(network: string, work: () => Promise<T>): Promise<T> {
    try {
      return await this.#semaphore.run(network, work);
    } catch (error) {
      if (!(error instanceof QueueFullError)) throw error;
      throw new Refusal({ code: "unavailable", retryAfter: 1 });
    }
  }

  #remember(key: string): void {
    if (this.#limits.cacheTtlMs === 0) return;
    this.#verified.delete(key);
    const oldest = this.#verified.size >= maxCachedPasswords ? this.#verified.keys().next().value : undefined;
    if (oldest !== undefined) this.#verified.delete(oldest);
    this.#verified.set(key, this.#now().getTime() + this.#limits.cacheTtlMs);
  }
}
