import { describe, expect, test } from "vitest";
import { FairSemaphore } from "./fair-semaphore.js";

/** Starts work under a key, to be ended by hand, and notes the order in which it began. */
function createRunner(limits: { maxRunning: number; maxWaiting: number }) {
  const semaphore = new FairSemaphore(limits);
  const begun: string[] = [];
  const rejected: string[] = [];
  const ends: (() => void)[] = [];
  const start = (key: string, name = key) => {
    semaphore
      .run(key, async () => {
        begun.push(name);
        await new Promise<void>((resolve) => ends.push(resolve));
      })
      .catch((error) => rejected.push(`${name}: ${error.name}`));
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const endAll = async () => {
    await settle();
    for (let end = ends.shift(); end; end = ends.shift()) {
      end();
      await settle();
    }
  };
  return { semaphore, begun, rejected, start, settle, endAll };
}

describe("a fair semaphore", () => {
  test("lets the keys that wait take turns", async () => {
    const { begun, start, endAll } = createRunner({ maxRunning: 1, maxWaiting: 10 });
    for (const name of ["a1", "a2", "a3", "b1", "b2", "c1"]) start(name.charAt(0), name);
    await endAll();
    expect(begun).toEqual(["a1", "a2", "b1", "c1", "a3", "b2"]);
  });

  test("rejects callers beyond its places, the last of the longest queue first", async () => {
    const { semaphore, begun, rejected, start, settle, endAll } = createRunner({ maxRunning: 1, maxWaiting: 4 });
    for (const name of ["a1", "a2", "a3", "a4", "a5"]) start("a", name);
    start("a", "a6");
    start("b", "b1");
    start("c", "c1");
    start("b", "b2");
    await settle();
    expect(rejected.sort()).toEqual([
      "a4: QueueFullError",
      "a5: QueueFullError",
      "a6: QueueFullError",
      "b2: QueueFullError",
    ]);
    expect([semaphore.running, semaphore.waiting, semaphore.rejected]).toEqual([1, 4, 4]);
    await endAll();
    expect(begun).toEqual(["a1", "a2", "b1", "c1", "a3"]);
    expect([semaphore.running, semaphore.waiting]).toEqual([0, 0]);
  });

  test("has no place to wait where none is wanted", async () => {
    const { rejected, start, endAll } = createRunner({ maxRunning: 2, maxWaiting: 0 });
    for (const key of ["a", "b", "c"]) start(key);
    await endAll();
    expect(rejected).toEqual(["c: QueueFullError"]);
  });

  test("gives the permit back when work throws", async () => {
    const semaphore = new FairSemaphore({ maxRunning: 1, maxWaiting: 0 });
    await expect(semaphore.run("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await expect(semaphore.run("a", async () => "done")).resolves.toBe("done");
  });
});
