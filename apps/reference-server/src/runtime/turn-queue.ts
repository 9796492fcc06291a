/** Turns in one iteration of the event loop. */
const turnsPerLoop = 8;

/** Something that does a part of its work in each turn. */
export interface TurnTaker {
  takeTurn(): void;
}

/**
 * Round-robin queue for pipelined requests. A few turns run in each iteration of the event loop, so that a flood on
 * some connections delays the first request of another one by a few requests only.
 */
export class TurnQueue {
  #waiting: TurnTaker[] = [];

  /** Adds one turn. */
  add(one: TurnTaker): void {
    if (this.#waiting.length === 0) setImmediate(this.#run);
    this.#waiting.push(one);
  }

  readonly #run = (): void => {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const one of waiting.splice(0, turnsPerLoop)) one.takeTurn();
    // A turn that was added meanwhile has scheduled the next run.
    if (this.#waiting.length === 0 && waiting.length > 0) setImmediate(this.#run);
    this.#waiting = waiting.concat(this.#waiting);
  };
}
