import { expect, test } from "vitest";
import { Mutex } from "./mutex.js";

test("runs work one at a time, in the order of the calls, also after a failure", async () => {
  const mutex = new Mutex();
  const events: string[] = [];
  const work = (name: string) => async () => {
    events.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    events.push(`${name} ends`);
    if (name === "b") throw new Error("no");
    return name;
  };
  const results = Promise.allSettled(["a", "b", "c"].map((name) => mutex.runExclusive(work(name))));
  expect(mutex.pending).toBe(3);
  expect((await results).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(events).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  await mutex.whenIdle();
  expect(mutex.pending).toBe(0);
});

test("work begins once all earlier work has ended, and an idle mutex is idle at once", async () => {
  const mutex = new Mutex();
  await mutex.whenIdle();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let hasBegun = false;
  const first = mutex.runExclusive(() => held);
  const second = mutex.runExclusive(async () => {
    hasBegun = true;
    throw new Error("no");
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect([hasBegun, mutex.pending]).toEqual([false, 2]);
  release();
  await first;
  await expect(second).rejects.toThrow("no");
  await mutex.whenIdle();
  expect(mutex.pending).toBe(0);
});
