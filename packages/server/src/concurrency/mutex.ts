/** Mutex: work runs one at a time, in the order of the calls. */
export class Mutex {
  #pending = 0;
  #tail: Promise<void> = Promise.resolve();

  /** Work that runs or waits. */
  get pending(): number {
    return this.#pending;
  }

  /** Runs work when all earlier work has ended, and returns its result. */
  runExclusive<T>(work: () => Promise<T>): Promise<T> {
    this.#pending += 1;
    const result = this.#tail.then(work);
    this.#tail = result
      .catch(() => undefined)
      .then(() => {
        this.#pending -= 1;
      });
    return result;
  }

  /** Resolves when the work of all calls so far has ended. */
  whenIdle(): Promise<void> {
    return this.#tail;
  }
}
