import { expect, test } from "vitest";
import { KeyedMutex } from "./keyed-mutex.js";

const nextTick = () => new Promise((resolve) => setImmediate(resolve));

test("a keyed mutex runs work of one key in order, work of others meanwhile, and keeps nothing", async () => {
  const mutex = new KeyedMutex();
  const events: string[] = [];
  const work = (key: string, name: string) =>
    mutex.runExclusive(key, async () => {
      events.push(`${name} begins`);
      await nextTick();
      events.push(`${name} ends`);
      if (name === "a1") throw new Error("a1 fails");
      return name;
    });
  const results = await Promise.allSettled([work("a", "a1"), work("a", "a2"), work("b", "b1")]);
  const ofKey = (key: string) => events.filter((event) => event.startsWith(key));
  expect(ofKey("a")).toEqual(["a1 begins", "a1 ends", "a2 begins", "a2 ends"]);
  expect(events.slice(0, 2)).toEqual(["a1 begins", "b1 begins"]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  await nextTick();
  expect(mutex.size).toBe(0);
});

test("a key is kept as long as it has work, and no longer", async () => {
  const mutex = new KeyedMutex();
  const ends: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => ends.push(resolve));
  expect(mutex.size).toBe(0);
  const all = [mutex.runExclusive("a", work), mutex.runExclusive("a", work), mutex.runExclusive("b", work)];
  await nextTick();
  expect([mutex.size, ends.length]).toEqual([2, 2]);
  // The first of a ends; the second takes its turn.
  ends[0]?.();
  await all[0];
  await nextTick();
  expect([mutex.size, ends.length]).toEqual([2, 3]);
  ends[1]?.();
  await all[2];
  await nextTick();
  expect(mutex.size).toBe(1);
  ends[2]?.();
  await all[1];
  await nextTick();
  expect(mutex.size).toBe(0);
});
