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
