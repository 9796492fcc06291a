import type { RateLimitStatus } from "../api/handler.js";
import { networkOf } from "../auth/network.js";
import { Refusal } from "../domain/refusal.js";
import type { HttpReason } from "./reason.js";

/** Requests an hour of an address that is not signed in. */
const anonymousLimit = 60;
const hour = 60 * 60 * 1000;

/** Windows of callers who signed in, and of addresses that did not, before the oldest of them are given up. */
const maxWindows = 50_000;

/** Key of the window that addresses share when there are too many of them. */
const overflow = "*";

/** Requests of one caller until a time, in milliseconds. Times that are small integers take a third of the memory. */
interface Window {
  used: number;
  /** Seconds since 1970. */
  readonly reset: number;
}

/** One request, counted against the limit of its caller. */
export class RateLimitHit {
  readonly #name: string;
  readonly #limit: number;
  readonly #window: Window;
  #isRefunded = false;

  constructor(name: string, limit: number, window: Window) {
    this.#name = name;
    this.#limit = limit;
    this.#window = window;
    window.used += 1;
  }

  /** Refuses the request when the limit was used up. */
  assertAllowed(): void {
    if (this.#window.used > this.#limit) throw new Refusal<HttpReason>({ code: "rate-limited", name: this.#name });
  }

  /** Takes the request out of the count, once: a 304 is free. */
  refund(): void {
    if (!this.#isRefunded) this.#window.used -= 1;
    this.#isRefunded = true;
  }

  /** Counts, and when they start anew, in seconds since 1970. */
  get status(): RateLimitStatus {
    const used = Math.min(this.#window.used, this.#limit);
    return { limit: this.#limit, used, remaining: this.#limit - used, reset: this.#window.reset };
  }

  /** GitHub's headers about the limit. */
  headers(): Record<string, string> {
    const { limit, used, remaining, reset } = this.status;
    return {
      "X-RateLimit-Limit": String(limit),
      "X-RateLimit-Remaining": String(remaining),
      "X-RateLimit-Reset": String(reset),
      "X-RateLimit-Resource": "core",
      "X-RateLimit-Used": String(used),
    };
  }
}

/**
 * Windows under their keys, in two generations: a new generation begins every hour, and drops the last but one whole.
 * So a window is there for as long as it counts, and nothing is ever searched for what has expired.
 */
class Windows {
  #young = new Map<string, Window>();
  #old = new Map<string, Window>();
  /** Milliseconds since 1970. */
  #nextGeneration = 0;

  /** Finds the window of a key at a time. An expired one counts as none. */
  find(key: string, now: number): Window | undefined {
    this.#age(now);
    const window = this.#young.get(key) ?? this.#old.get(key);
    return window && window.reset * 1000 > now ? window : undefined;
  }

  /** True when this generation has all windows it may have. */
  get isFull(): boolean {
    return this.#young.size >= maxWindows;
  }

  add(key: string, window: Window): void {
    this.#young.set(key, window);
  }

  /** Begins a generation before its time. */
  startGeneration(now: number): void {
    this.#old = this.#young;
    this.#young = new Map();
    this.#nextGeneration = now + hour;
  }

  #age(now: number): void {
    // A clock may also be set back.
    if (now >= this.#nextGeneration || now < this.#nextGeneration - hour) this.startGeneration(now);
  }
}

/**
 * Counts requests by the hour: those of a user, of an application, and of an address that did not sign in.
 *
 * Memory is bounded. Too many addresses share one window, so that strangers cannot buy requests with addresses; callers
 * who signed in are counted apart from them, and the oldest of too many start anew.
 */
export class RateLimits {
  readonly #limit: number;
  readonly #now: () => Date;
  readonly #callers = new Windows();
  readonly #addresses = new Windows();

  /** `limit` is for those who signed in. */
  constructor(limit: number, now: () => Date) {
    this.#limit = limit;
    this.#now = now;
  }

  /** Counts a request of a caller who is known by the address only. */
  hitAnonymous(address: string): RateLimitHit {
    // Joined anew: a text that was cut out of a header would keep the whole header in memory.
    const network = networkOf(address).split(".").join(".");
    const now = this.#now().getTime();
    const key = this.#addresses.find(network, now) || !this.#addresses.isFull ? network : overflow;
    return new RateLimitHit(network, anonymousLimit, windowOf(this.#addresses, key, now));
  }

  /** Counts a request of an authenticated caller. */
  hit(name: string): RateLimitHit {
    const now = this.#now().getTime();
    if (!this.#callers.find(name, now) && this.#callers.isFull) this.#callers.startGeneration(now);
    return new RateLimitHit(name, this.#limit, windowOf(this.#callers, name, now));
  }
}

function windowOf(windows: Windows, key: string, now: number): Window {
  let window = windows.find(key, now);
  if (!window) {
    window = { used: 0, reset: Math.ceil((now + hour) / 1000) };
    windows.add(key, window);
  }
  return window;
}
