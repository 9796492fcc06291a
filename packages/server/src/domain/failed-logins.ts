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

/** Attempts of one name at the same moment; more are refused. */
const mostAttempts = 1000;

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

/** The attempts of one name that are being looked at, and what waits for them. */
interface Line {
  /** Attempts that are anywhere in it; the last one to go takes it away. */
  users: number;
  running: number;
  readonly waiting: (() => void)[];
  /** Ends when the last of what must not overlap has ended. */
  turn: Promise<unknown>;
}

/**
 * Counts failed logins, of passwords and of one-time codes apart: whoever fails at one says nothing about the other.
 * After too many even right ones are refused for a while, never for good. A right login starts the count anew.
 *
 * Attempts at the same moment cannot outrun the count: no more of them are looked at together than may still fail. The
 * others wait for the outcome, so that any number of right ones pass.
 */
export class FailedLogins {
  readonly #store: Store;
  readonly #now: () => Date;
  readonly #limits: LoginLimits;
  readonly #lines = new Map<string, Line>();

  constructor(store: Store, now: () => Date, limits: LoginLimits = defaultLoginLimits) {
    this.#store = store;
    this.#now = now;
    this.#limits = limits;
  }

  /**
   * Whether an attempt is right, as `verify` says. Refuses when there were too many failures, and as `unavailable` when
   * too many attempts wait.
   */
  async guard(kind: keyof LoginLimits, attempt: Attempt, verify: () => Promise<boolean>): Promise<boolean> {
    const name = nameOf(kind, attempt);
    const { failures: limit, within } = this.#limits[kind];
    const line = this.#lineOf(name);
    line.users += 1;
    try {
      if (line.users > mostAttempts) throw new Refusal({ code: "unavailable", retryAfter: 1 });
      const failures = await this.#enter(line, name, limit);
      let isRight: boolean | undefined;
      try {
        isRight = await verify();
        return isRight;
      } finally {
        await this.#leave(line, async () => {
          if (isRight === false) await this.#count(name, within);
          if (isRight === true && failures > 0) await this.#store.forgetFailedLogins(name);
        });
      }
    } finally {
      line.users -= 1;
      if (line.users === 0) this.#lines.delete(name);
    }
  }

  #lineOf(name: string): Line {
    let line = this.#lines.get(name);
    if (!line) {
      line = { users: 0, running: 0, waiting: [], turn: Promise.resolve() };
      this.#lines.set(name, line);
    }
    return line;
  }

  /** Waits until the attempt may be looked at, and gives the failures so far. */
  async #enter(line: Line, name: string, limit: number): Promise<number> {
    for (;;) {
      const { failures, turn } = await this.#alone(line, async () => {
        const now = this.#now();
        const { failures: failed, until } = (await this.#store.failedLogins(name, now)) ?? { failures: 0, until: now };
        if (failed >= limit) {
          throw new Refusal({ code: "too-many-attempts", retryAfter: Math.ceil((+until - +now) / 1000) });
        }
        // Lined up before anybody can leave, so that nobody leaves unheard.
        if (line.running >= limit - failed) return { turn: new Promise<void>((resolve) => line.waiting.push(resolve)) };
        line.running += 1;
        return { failures: failed };
      });
      if (failures !== undefined) return failures;
      await turn;
    }
  }

  async #leave(line: Line, settle: () => Promise<void>): Promise<void> {
    try {
      await this.#alone(line, settle);
    } finally {
      line.running -= 1;
      for (const wake of line.waiting.splice(0)) wake();
    }
  }

  /** Reading the count and entering, and counting and leaving, do not overlap. */
  #alone<T>(line: Line, work: () => Promise<T>): Promise<T> {
    const result = line.turn.then(work);
    line.turn = result.catch(() => undefined);
    return result;
  }

  async #count(name: string, within: number): Promise<void> {
    const now = this.#now();
    await this.#store.countFailedLogin(name, now, new Date(now.getTime() + within));
  }
}

/** A digest: what people type by mistake into a login is not kept. */
function nameOf(kind: string, { login, address }: Attempt): string {
  return createHash("sha256").update(`${kind}\0${login.toLowerCase()}\0${address}`).digest("hex");
}
