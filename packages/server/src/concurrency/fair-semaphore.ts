/** A caller that waits for a permit. */
interface Waiter {
  readonly grant: () => void;
  readonly reject: (error: unknown) => void;
}

/** Thrown to a caller for which there is no place in the queue. */
export class QueueFullError extends Error {
  override readonly name = "QueueFullError";
}

/**
 * Semaphore that is fair to keys: at most `maxRunning` callers have a permit, at most `maxWaiting` wait for one. The
 * keys that wait take turns, so that one key with many callers does not hold up the others. When the queue is full, a
 * caller whose key has fewer waiting than another takes the place of the last one of that key, which gets a
 * {@link QueueFullError}.
 */
export class FairSemaphore {
  readonly #maxRunning: number;
  readonly #maxWaiting: number;
  /** Waiting callers by key, never an empty list. The first key is next. */
  readonly #queues = new Map<string, Waiter[]>();
  #running = 0;
  #waiting = 0;
  #rejected = 0;

  constructor(limits: { readonly maxRunning: number; readonly maxWaiting: number }) {
    this.#maxRunning = limits.maxRunning;
    this.#maxWaiting = limits.maxWaiting;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting;
  }

  /** Callers for which there was no place, so far. */
  get rejected(): number {
    return this.#rejected;
  }

  /** Runs work with a permit. Throws a {@link QueueFullError} when there is no place to wait. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    await this.#acquire(key);
    try {
      return await work();
    } finally {
      this.#release();
    }
  }

  async #acquire(key: string): Promise<void> {
    if (this.#running < this.#maxRunning) {
      this.#running += 1;
      return;
    }
    if (this.#waiting >= this.#maxWaiting) this.#makeRoom(key);
    this.#waiting += 1;
    await new Promise<void>((grant, reject) => {
      const queue = this.#queues.get(key);
      if (queue) queue.push({ grant, reject });
      else this.#queues.set(key, [{ grant, reject }]);
    });
  }

  /** Hands the permit to the next key in turn, so that no caller can come in between. */
  #release(): void {
    const [next] = this.#queues;
    if (!next) {
      this.#running -= 1;
      return;
    }
    const [key, queue] = next;
    const waiter = queue.shift();
    this.#queues.delete(key);
    if (queue.length > 0) this.#queues.set(key, queue);
    this.#waiting -= 1;
    waiter?.grant();
  }

  #makeRoom(key: string): void {
    let crowded: [key: string, queue: Waiter[]] | undefined;
    for (const entry of this.#queues) if (entry[1].length > (crowded?.[1].length ?? 0)) crowded = entry;
    // One more for this key must not make its queue as long as the one that loses a place.
    this.#rejected += 1;
    if (!crowded || crowded[1].length <= (this.#queues.get(key)?.length ?? 0) + 1)
      throw new QueueFullError("queue full");
    const [crowdedKey, queue] = crowded;
    const last = queue.pop();
    if (queue.length === 0) this.#queues.delete(crowdedKey);
    this.#waiting -= 1;
    last?.reject(new QueueFullError("queue full"));
  }
}
