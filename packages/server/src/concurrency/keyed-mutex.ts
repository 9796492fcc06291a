import { Mutex } from "./mutex.js";

/** Mutex by key: work of one key runs one at a time, in the order of the calls. Idle keys take no memory. */
export class KeyedMutex {
  readonly #mutexes = new Map<string, Mutex>();

  /** Keys that have work. */
  get size(): number {
    return this.#mutexes.size;
  }

  /** Runs work when all earlier work of the key has ended, and returns its result. */
  runExclusive<T>(key: string, work: () => Promise<T>): Promise<T> {
    const mutex = this.#mutexes.get(key) ?? new Mutex();
    this.#mutexes.set(key, mutex);
    const result = mutex.runExclusive(work);
    void mutex.whenIdle().then(() => {
      if (mutex.pending === 0) this.#mutexes.delete(key);
    });
    return result;
  }
}
