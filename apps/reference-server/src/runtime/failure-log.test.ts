import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FailureLog } from "./failure-log.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function createFailureLog() {
  const lines: unknown[][] = [];
  const line =
    (level: string) =>
    (...parts: unknown[]) =>
      void lines.push([level, ...parts]);
  const log = { error: line("error"), warn: line("warn"), info: line("info"), debug: line("debug") };
  return { lines, failures: new FailureLog({ ...log, request: line("request"), close: async () => undefined }) };
}

describe("an outage of the database", () => {
  test("is a line when it begins, one a minute, and one when it ends, with counts", async () => {
    const { lines, failures } = createFailureLog();
    let isUsable = false;
    const fail = () =>
      failures.outage(new Error("unavailable", { cause: new Error("ECONNREFUSED") }), async () => isUsable);
    for (let index = 0; index < 7861; index += 1) fail();
    expect(lines).toEqual([["error", "the database cannot be used", "ECONNREFUSED"]]);
    await vi.advanceTimersByTimeAsync(125_000);
    expect(lines.slice(1)).toEqual([
      ["warn", "the database still cannot be used", { failures: 7861, seconds: 60 }],
      ["warn", "the database still cannot be used", { failures: 7861, seconds: 120 }],
    ]);
    fail();
    isUsable = true;
    await vi.advanceTimersByTimeAsync(1000);
    expect(lines.slice(3)).toEqual([["warn", "the database can be used again", { failures: 7862, seconds: 126 }]]);
    isUsable = false;
    fail();
    expect(lines.slice(4)).toEqual([["error", "the database cannot be used", "ECONNREFUSED"]]);
  });

  test("is looked at once at a time, however long the database takes", async () => {
    const { failures } = createFailureLog();
    const isUsable = vi.fn(() => new Promise<boolean>(() => undefined));
    failures.outage(new Error("away"), isUsable);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(isUsable).toHaveBeenCalledTimes(1);
  });
});

test("other failures have a line each, a hundred in a minute; the others are counted", async () => {
  const { lines, failures } = createFailureLog();
  const error = new Error("planted");
  for (let index = 0; index < 250; index += 1) failures.failure("failure", error, { request: `${index}` });
  expect(lines).toEqual(
    Array.from({ length: 100 }, (_, index) => ["error", "failure", error, { request: `${index}` }]),
  );
  await vi.advanceTimersByTimeAsync(60_000);
  expect(lines.slice(100)).toEqual([["warn", "failures without a line of their own", { failures: 150 }]]);
  failures.failure("failure", error);
  expect(lines).toHaveLength(102);
});
