import type { Log, LogFields } from "./log.js";

/** Milliseconds between looks whether the database can be used again. */
const recoveryCheckIntervalMs = 1000;
/** Milliseconds between lines that count, while the database cannot be used or many other failures come. */
const reportIntervalMs = 60_000;
/** Failures of the server itself that are logged with their stack in such a time; others are counted. */
const maxStacks = 100;

/**
 * Log of failures, which a flood of them does not fill. An outage of the database is one line when it begins, one a
 * minute with the count of what failed for it, and one when it ends. Any other failure has a line with its stack.
 */
export class FailureLog {
  readonly #log: Log;
  #outage: { readonly since: number; failures: number; readonly timer: NodeJS.Timeout } | undefined;
  #stacks = 0;
  #omitted = 0;
  #window: NodeJS.Timeout | undefined;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Logs a failure of the server itself. */
  failure(message: string, error: unknown, fields?: LogFields): void {
    this.#window ??= setTimeout(() => this.#endWindow(), reportIntervalMs).unref();
    if (this.#stacks < maxStacks) {
      this.#stacks += 1;
      this.#log.error(message, error, fields);
    } else {
      this.#omitted += 1;
    }
  }

  /** Logs that the database could not be used. `isUsable` is asked until it says that it can be. */
  outage(error: unknown, isUsable: () => Promise<boolean>): void {
    if (this.#outage) {
      this.#outage.failures += 1;
      return;
    }
    let isAsking = false;
    let reports = 0;
    const outage = { since: Date.now(), failures: 1, timer: setInterval(look, recoveryCheckIntervalMs).unref() };
    this.#outage = outage;
    this.#log.error("the database cannot be used", causeOf(error));
    const end = () => {
      clearInterval(outage.timer);
      this.#outage = undefined;
      this.#log.warn("the database can be used again", { failures: outage.failures, seconds: secondsSince(outage) });
    };
    const report = () => {
      if (Math.floor((Date.now() - outage.since) / reportIntervalMs) <= reports) return;
      reports += 1;
      const { failures } = outage;
      this.#log.warn("the database still cannot be used", { failures, seconds: secondsSince(outage) });
    };
    async function look(): Promise<void> {
      report();
      if (isAsking) return;
      isAsking = true;
      if (await isUsable()) end();
      isAsking = false;
    }
  }

  /** Looks no more whether the database can be used. */
  close(): void {
    clearInterval(this.#outage?.timer);
    clearTimeout(this.#window);
    this.#endWindow();
  }

  #endWindow(): void {
    if (this.#omitted > 0) this.#log.warn("more failures, without a line of their own", { failures: this.#omitted });
    this.#stacks = 0;
    this.#omitted = 0;
    this.#window = undefined;
  }
}

function secondsSince({ since }: { readonly since: number }): number {
  return Math.round((Date.now() - since) / 1000);
}

/** The message of an error, or of its cause: the stack of an outage says nothing. */
function causeOf(error: unknown): string {
  const { cause = error } = error instanceof Error ? error : {};
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
