import type { Log, LogFields } from "./log.js";

/** Milliseconds between checks whether an outage is over. */
const recoveryCheckIntervalMs = 1000;
/** Milliseconds between lines with counts. */
const reportIntervalMs = 60_000;
/** Failures logged with their stack in this time; the rest are counted. */
const maxStacks = 100;

/**
 * Log of failures that bounds its lines. An outage of the database is logged when it begins, once a minute with the
 * number of failures, and when it ends. Any other failure is logged with its stack.
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

  /** Logs a failure with its stack, or counts it. */
  failure(message: string, error: unknown, fields?: LogFields): void {
    this.#window ??= setTimeout(() => this.#endWindow(), reportIntervalMs).unref();
    if (this.#stacks < maxStacks) {
      this.#stacks += 1;
      this.#log.error(message, error, fields);
    } else {
      this.#omitted += 1;
    }
  }

  /** Logs or counts a failure of the database. The outage ends when `isUsable` resolves with true. */
  outage(error: unknown, isUsable: () => Promise<boolean>): void {
    if (this.#outage) {
      this.#outage.failures += 1;
      return;
    }
    let isChecking = false;
    let reports = 0;
    const outage = { since: Date.now(), failures: 1, timer: setInterval(check, recoveryCheckIntervalMs).unref() };
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
    async function check(): Promise<void> {
      report();
      if (isChecking) return;
      isChecking = true;
      if (await isUsable()) end();
      isChecking = false;
    }
  }

  /** Stops the timers. */
  close(): void {
    clearInterval(this.#outage?.timer);
    clearTimeout(this.#window);
    this.#endWindow();
  }

  #endWindow(): void {
    if (this.#omitted > 0) this.#log.warn("failures without a line of their own", { failures: this.#omitted });
    this.#stacks = 0;
    this.#omitted = 0;
    this.#window = undefined;
  }
}

function secondsSince({ since }: { readonly since: number }): number {
  return Math.round((Date.now() - since) / 1000);
}

/** Returns the message of an error or of its cause. The stack of an outage has no information. */
function causeOf(error: unknown): string {
  const { cause = error } = error instanceof Error ? error : {};
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
