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

  test("lets as many callers run at once as have a permit, and no more", async () => {
    const { semaphore, begun, start, settle, endAll } = createRunner({ maxRunning: 2, maxWaiting: 1 });
    for (const key of ["a", "b", "c"]) start(key);
    await settle();
    expect([begun, semaphore.running, semaphore.waiting]).toEqual([["a", "b"], 2, 1]);
    await endAll();
    expect([begun, semaphore.running, semaphore.waiting, semaphore.rejected]).toEqual([["a", "b", "c"], 0, 0, 0]);
  });

  test("a full queue loses no place to a key that would have as many waiting as the longest", async () => {
    const { begun, rejected, start, settle, endAll } = createRunner({ maxRunning: 1, maxWaiting: 3 });
    for (const name of ["x", "a1", "a2", "b1"]) start(name.charAt(0), name);
    // One more of b would make its queue as long as that of a; c has none yet.
    start("b", "b2");
    start("c", "c1");
    await settle();
    expect(rejected).toEqual(["b2: QueueFullError", "a2: QueueFullError"]);
    start("d", "d1");
    await endAll();
    expect(rejected).toEqual(["b2: QueueFullError", "a2: QueueFullError", "d1: QueueFullError"]);
    expect(begun).toEqual(["x", "a1", "b1", "c1"]);
  });

  test("of two queues that are equally long, the one that is next loses its last caller", async () => {
    const { rejected, start, settle, endAll } = createRunner({ maxRunning: 1, maxWaiting: 4 });
    for (const name of ["x", "a1", "a2", "b1", "b2"]) start(name.charAt(0), name);
    start("c", "c1");
    await settle();
    expect(rejected).toEqual(["a2: QueueFullError"]);
    await endAll();
  });

  test("returns what the work returns, and hands a permit on in the turn of its end", async () => {
    const semaphore = new FairSemaphore({ maxRunning: 1, maxWaiting: 1 });
    const results = await Promise.all([semaphore.run("a", async () => 1), semaphore.run("a", async () => 2)]);
    expect(results).toEqual([1, 2]);
    const [, refused] = await Promise.allSettled([
      semaphore.run("a", async () => 3),
      new FairSemaphore({ maxRunning: 0, maxWaiting: 0 }).run("a", async () => 4),
    ]);
    expect(refused).toMatchObject({ status: "rejected", reason: { name: "QueueFullError", message: "queue full" } });
  });
});
