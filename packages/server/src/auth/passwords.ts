import { createHmac, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { FairSemaphore, QueueFullError } from "../concurrency/fair-semaphore.js";
import { Refusal } from "../domain/refusal.js";

/** Limits of password verification. */
export interface PasswordLimits {
  /** Maximum concurrent verifications. Each takes a core for about 12 ms. */
  readonly maxRunning: number;
  /** Maximum verifications in the queue; more are refused as unavailable. */
  readonly maxWaiting: number;
  /** Milliseconds for which a verified password is cached; 0 verifies every time. */
  readonly cacheTtlMs: number;
}

export const defaultPasswordLimits: PasswordLimits = { maxRunning: 2, maxWaiting: 64, cacheTtlMs: 300_000 };

/** Verifications of passwords that run and wait, and the outcomes since the start. */
export interface PasswordStats {
  readonly running: number;
  readonly waiting: number;
  readonly right: number;
  readonly wrong: number;
  /** Correct ones that were cached. */
  readonly remembered: number;
  /** Refused because the queue was full. */
  readonly refused: number;
}

const maxCachedPasswords = 10_000;
/** Bytes of UTF-8. A longer one is wrong, at the cost of any other. */
const maxPasswordLength = 1024;

/**
 * Verifies passwords with argon2id, a few at a time. Caches a correct password under a keyed hash, which covers the
 * stored hash as well: a changed password is verified anew.
 * @see https://www.rfc-editor.org/rfc/rfc9106
 */
export class Passwords {
  readonly #limits: PasswordLimits;
  readonly #now: () => Date;
  readonly #key = randomBytes(32);
  readonly #verified = new Map<string, number>();
  readonly #semaphore: FairSemaphore;
  readonly #dummyHash = hashOfNothing();
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
    return (await verify(passwordHash ?? this.#dummyHash, password)) && passwordHash !== undefined;
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

/**
 * Hash that no password has, in the form and with the cost of the others: an unknown login costs as much as a wrong
 * password. It is random, and takes no time.
 */
export function hashOfNothing(): string {
  const [salt, tag] = [16, 32].map((length) => randomBytes(length).toString("base64").replace(/=+$/, ""));
  return `$argon2id$v=19$m=19456,t=2,p=1$${salt}$${tag}`;
}
