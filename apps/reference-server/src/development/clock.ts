import { Problem } from "./problem.js";

/** The clock of the server, which can be set, moved and stopped. Until then it is the system's. */
export class Clock {
  /** Milliseconds that it is ahead of the system's. */
  #ahead = 0;
  #stoppedAt: number | undefined;

  readonly now = (): Date => new Date(this.#stoppedAt ?? Date.now() + this.#ahead);

  /** What it shows, as it is told and as {@link set} takes it. */
  get state(): { readonly now: string; readonly stopped: boolean } {
    return { now: this.now().toISOString(), stopped: this.#stoppedAt !== undefined };
  }

  /**
   * `now` sets it to a time, `move` moves it by seconds, and `stopped` says whether it stands still from then on; what is
   * left out stays. Throws a {@link Problem}.
   */
  set(wanted: unknown): void {
    const { now, move = 0, stopped = this.#stoppedAt !== undefined, ...rest } = wanted as Record<string, unknown>;
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined) throw new Problem(422, `the clock does not know ${unknown}`);
    if (typeof move !== "number" || !Number.isFinite(move)) throw new Problem(422, "move must be a number of seconds");
    if (typeof stopped !== "boolean") throw new Problem(422, "stopped must be true or false");
    const base = now === undefined ? this.now().getTime() : timeOf(now);
    const time = base + move * 1000;
    if (Number.isNaN(new Date(time).getTime())) throw new Problem(422, "there is no such time");
    this.#ahead = time - Date.now();
    this.#stoppedAt = stopped ? time : undefined;
  }

  /** From now on it is the system's again. */
  reset(): void {
    this.#ahead = 0;
    this.#stoppedAt = undefined;
  }
}

function timeOf(text: unknown): number {
  const time = typeof text === "string" ? new Date(text).getTime() : Number.NaN;
  if (Number.isNaN(time)) throw new Problem(422, "now must be a time like 2026-12-01T07:00:00Z");
  return time;
}
