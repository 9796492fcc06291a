import { HttpError } from "./http-error.js";

/** Last time that RFC 3339 can express. */
const maxTime = Date.UTC(10_000, 0) - 1;

/** Clock of the server. Shows the system time until it is set, moved or stopped. */
export class Clock {
  /** Milliseconds ahead of the system time. */
  #ahead = 0;
  #stoppedAt: number | undefined;

  readonly now = (): Date => new Date(this.#stoppedAt ?? Math.min(Date.now() + this.#ahead, maxTime));

  /** False while it shows the system time. */
  get isSet(): boolean {
    return this.#ahead !== 0 || this.#stoppedAt !== undefined;
  }

  /** The time and whether the clock is stopped, in the form that {@link set} takes. */
  get state(): { readonly now: string; readonly stopped: boolean } {
    return { now: this.now().toISOString(), stopped: this.#stoppedAt !== undefined };
  }

  /**
   * Sets the clock: `now` is a time, `move` a number of seconds, and `stopped` stops or restarts it. Absent values
   * do not change. The years are 1970 to 9999. Throws an {@link HttpError}.
   */
  set(wanted: unknown): void {
    const { now, move = 0, stopped = this.#stoppedAt !== undefined, ...rest } = wanted as Record<string, unknown>;
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined) throw new HttpError(422, "unknown key; the clock has now, move and stopped");
    if (typeof move !== "number" || !Number.isFinite(move))
      throw new HttpError(422, "move must be a number of seconds");
    if (typeof stopped !== "boolean") throw new HttpError(422, "stopped must be true or false");
    const base = now === undefined ? this.now().getTime() : parseTime(now);
    const time = Math.trunc(base + move * 1000);
    if (!(time >= 0 && time <= maxTime)) throw new HttpError(422, "the time must be in the years 1970 to 9999");
    this.#ahead = time - Date.now();
    this.#stoppedAt = stopped ? time : undefined;
  }

  /** Sets the clock to the system time. */
  reset(): void {
    this.#ahead = 0;
    this.#stoppedAt = undefined;
  }
}

function parseTime(text: unknown): number {
  const isTime = typeof text === "string" && /^[+-]?\d{4,6}-\d\d-\d\dT[^\s]+$/.test(text);
  const time = isTime ? new Date(text).getTime() : Number.NaN;
  if (Number.isNaN(time)) throw new HttpError(422, "now must be a time like 2026-12-01T07:00:00Z");
  return time;
}
