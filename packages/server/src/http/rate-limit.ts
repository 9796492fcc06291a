import type { Caller } from "@grantbook/contract";
import type { Application, User } from "../domain/model.js";
import { Refusal } from "../domain/refusal.js";
import type { Bearer, Callers } from "../operations/handler.js";
import type { HttpReason } from "./refusals.js";

/** Requests an hour of whoever did not sign in, or failed to. */
const anonymousLimit = 60;
const hour = 60 * 60 * 1000;

interface Window {
  used: number;
  readonly until: number;
}

/** What one request costs the one who sent it. */
export class Charge {
  readonly #name: string;
  readonly #limit: number;
  readonly #window: Window;

  constructor(name: string, limit: number, window: Window) {
    this.#name = name;
    this.#limit = limit;
    this.#window = window;
    window.used += 1;
  }

  /** Refuses when there was nothing left to take it from. */
  require(): void {
    if (this.#window.used > this.#limit) throw new Refusal<HttpReason>({ code: "rate-limited", name: this.#name });
  }

  /** Takes nothing: a request that was answered with 304 is free. */
  giveBack(): void {
    this.#window.used -= 1;
  }

  /** What the vendor tells about the limit: counts, and in seconds since 1970 when they start anew. */
  headers(): Record<string, string> {
    const used = Math.min(this.#window.used, this.#limit);
    return {
      "x-ratelimit-limit": String(this.#limit),
      "x-ratelimit-remaining": String(this.#limit - used),
      "x-ratelimit-reset": String(Math.ceil(this.#window.until / 1000)),
      "x-ratelimit-resource": "core",
      "x-ratelimit-used": String(used),
    };
  }
}

/** Counts requests by the hour: those of a user, of an application, and of an address that did not sign in. */
export class RateLimits {
  readonly #limit: number;
  readonly #now: () => Date;
  readonly #windows = new Map<string, Window>();
  #sweep = 0;

  /** `limit` is for those who signed in. */
  constructor(limit: number, now: () => Date) {
    this.#limit = limit;
    this.#now = now;
  }

  chargeAnonymous(address: string): Charge {
    return this.#charge(address, anonymousLimit);
  }

  charge<C extends Caller>(kind: C, caller: Callers[C], address: string): Charge {
    const name = callerName(kind, caller);
    return name === undefined ? this.chargeAnonymous(address) : this.#charge(name, this.#limit);
  }

  #charge(name: string, limit: number): Charge {
    const now = this.#now().getTime();
    this.#forgetOld(now);
    let window = this.#windows.get(name);
    if (!window || window.until <= now) {
      window = { used: 0, until: now + hour };
      this.#windows.set(name, window);
    }
    return new Charge(name, limit, window);
  }

  #forgetOld(now: number): void {
    if (now < this.#sweep) return;
    for (const [name, { until }] of this.#windows) if (until <= now) this.#windows.delete(name);
    this.#sweep = now + hour;
  }
}

/** The name of a caller in limits and logs; none of whoever did not sign in. It is no secret. */
export function callerName<C extends Caller>(kind: C, caller: Callers[C]): string | undefined {
  switch (kind) {
    case "user":
      return `user ID ${(caller as User).id}`;
    case "application":
      return `application ${(caller as Application).clientId}`;
    case "token":
    case "anyone":
      return caller && `user ID ${(caller as Bearer).user.id}`;
  }
}
