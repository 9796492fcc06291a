/** Mutex by key: work of one key runs one at a time, in the order of the calls. Idle keys take no memory. */
export class KeyedMutex {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Keys that have work. */
  get size(): number {
    return this.#tails.size;
  }

  /** Runs work when all earlier work of the key has ended, and gives its result. */
  runExclusive<T>(key: string, work: () => Promise<T>): Promise<T> {
    const result = (this.#tails.get(key) ?? Promise.resolve()).then(work);
    const tail = result
      .catch(() => undefined)
      .then(() => {
        if (this.#tails.get(key) === tail) this.#tails.delete(key);
      });
    this.#tails.set(key, tail);
    return result;
  }
}
