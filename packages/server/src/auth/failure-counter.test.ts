import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Store } from "../domain/store.js";
import { FailureCounter } from "./failure-counter.js";

/** Time of the monotonic clock, in milliseconds. */
let time: number;
/** Calls of the store, in their order, and the error that its writes throw. */
let calls: string[];
let error: Error | undefined;
/** Rows that the next slices of cleaning find. */
let expired: number[];
let excess: number[];
let counter: FailureCounter;

beforeEach(() => {
  [time, calls, error, expired, excess] = [0, [], undefined, [], []];
  vi.spyOn(performance, "now").mockImplementation(() => time);
  const note = async (call: string) => {
    calls.push(call);
    if (error) throw error;
  };
  const store = {
    checkWritable: () => note("check"),
    countFailedLogin: (name: string, at: Date, until: Date) => note(`count ${name} from ${+at} to ${+until}`),
    async deleteExpiredFailedLogins(now: Date, limit: number) {
      await note(`delete ${limit} expired at ${+now}`);
      return expired.shift() ?? 0;
    },
    async deleteExcessFailedLogins(keep: number, limit: number) {
      await note(`delete ${limit} of more than ${keep}`);
      return excess.shift() ?? 0;
    },
  };
  counter = new FailureCounter(store as unknown as Store, () => new Date(5000));
});
afterEach(() => vi.restoreAllMocks());

/** Calls since the last time, once all work has ended. */
async function callsOf(work: () => Promise<unknown>): Promise<string[]> {
  calls = [];
  await work();
  await new Promise((resolve) => setImmediate(resolve));
  return calls;
}

describe("a proof that failures can be counted", () => {
  const require = () => counter.requireCountable();

  test("lasts for less than a second", async () => {
    expect(await callsOf(require)).toEqual(["check"]);
    time = 999;
    expect(await callsOf(require)).toEqual([]);
    time = 1000;
    expect(await callsOf(require)).toEqual(["check"]);
    time = 1999;
    expect(await callsOf(require)).toEqual([]);
  });

  test("is one for all that wait for it, and a failure that was stored is one", async () => {
    expect(await callsOf(() => Promise.all([require(), require(), require()]))).toEqual(["check"]);
    time = 5000;
    await callsOf(() => counter.count("octocat", 60_000));
    time = 5999;
    expect(await callsOf(require)).toEqual([]);
  });

  test("is sought again after one that failed", async () => {
    error = new Error("disk full");
    await expect(require()).rejects.toThrow("disk full");
    await expect(require()).rejects.toThrow("disk full");
    error = undefined;
    expect(await callsOf(require)).toEqual(["check"]);
  });
});

describe("failures that cannot be stored", () => {
  beforeEach(async () => {
    await counter.requireCountable();
    error = new Error("disk full");
    await expect(counter.count("octocat", 60_000)).rejects.toThrow("disk full");
    await expect(counter.count("hubot", 1000)).rejects.toThrow("disk full");
  });

  test("are stored before the next check, each with its own time, and once", async () => {
    const refused = expect.objectContaining({ reason: { code: "unavailable", retryAfter: 1 } });
    expect(() => counter.requireAllCounted()).toThrow(refused);
    await expect(counter.requireCountable()).rejects.toThrow("disk full");
    error = undefined;
    expect(await callsOf(() => counter.requireCountable())).toEqual([
      "count octocat from 5000 to 65000",
      "count hubot from 5000 to 6000",
    ]);
    expect(() => counter.requireAllCounted()).not.toThrow();
    expect(await callsOf(() => counter.requireCountable())).toEqual([]);
  });
});

describe("cleaning", () => {
  const fail = () => counter.count("octocat", 60_000);
  const counted = "count octocat from 5000 to 65000";
  const [deletesExpired, deletesExcess] = ["delete 200 expired at 5000", "delete 200 of more than 200000"];

  test("deletes what expired, and only where nothing did, what is too much", async () => {
    expired = [1];
    expect(await callsOf(fail)).toEqual([counted, deletesExpired]);
    time = 1000;
    expect(await callsOf(fail)).toEqual([counted, deletesExpired, deletesExcess]);
  });

  test("rests for a second after a slice that was not full", async () => {
    [expired, excess] = [[199, 0], [199]];
    await callsOf(fail);
    time = 999;
    expect(await callsOf(fail)).toEqual([counted]);
    time = 1000;
    expect(await callsOf(fail)).toEqual([counted, deletesExpired, deletesExcess]);
    time = 1999;
    expect(await callsOf(fail)).toEqual([counted]);
  });

  test("goes on with the next failure after a full slice, of either kind", async () => {
    [expired, excess] = [[200, 0, 0], [200]];
    expect(await callsOf(fail)).toEqual([counted, deletesExpired]);
    expect(await callsOf(fail)).toEqual([counted, deletesExpired, deletesExcess]);
    expect(await callsOf(fail)).toEqual([counted, deletesExpired, deletesExcess]);
    expect(await callsOf(fail)).toEqual([counted]);
  });

  test("that fails disturbs nothing, and the next failure tries again", async () => {
    const store = {
      countFailedLogin: async () => undefined,
      async deleteExpiredFailedLogins() {
        calls.push("tried");
        throw new Error("disk full");
      },
    };
    counter = new FailureCounter(store as unknown as Store, () => new Date(5000));
    expect(await callsOf(fail)).toEqual(["tried"]);
    expect(await callsOf(fail)).toEqual(["tried"]);
  });
});
