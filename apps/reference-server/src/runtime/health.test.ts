import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Health, storeProbe } from "./health.js";

let health: Health;
beforeEach(() => {
  health = new Health();
});
afterEach(() => void vi.useRealTimers());

async function asked(path: string): Promise<readonly [number | undefined, unknown]> {
  const answer = await health.answer("GET", path);
  return [answer?.status, await answer?.json()];
}

describe("the probes", () => {
  test("tell life from readiness, from the start to the end", async () => {
    expect(await asked("/live")).toEqual([200, { status: "live" }]);
    expect(await asked("/ready")).toEqual([503, { status: "not ready", reason: "the server is starting" }]);
    health.setReady(async () => undefined);
    expect(await asked("/ready")).toEqual([200, { status: "ready" }]);
    health.setStopping();
    expect(await asked("/ready")).toEqual([503, { status: "not ready", reason: "the server is stopping" }]);
    expect(await asked("/live")).toEqual([200, { status: "live" }]);
  });

  test.each([["/live"], ["/ready"]])("%s is JSON that no cache keeps, whatever it says", async (path) => {
    for (const isReady of [false, true]) {
      if (isReady) health.setReady(async () => undefined);
      expect(Object.fromEntries((await health.answer("GET", path))?.headers ?? [])).toEqual({
        "cache-control": "no-store",
        "content-type": "application/json; charset=utf-8",
      });
    }
  });

  test("are answered for HEAD as well, and nothing else is", async () => {
    expect((await health.answer("HEAD", "/live"))?.status).toBe(200);
    for (const [method, path] of [
      ["POST", "/ready"],
      ["GET", "/"],
      ["GET", "/ready/"],
    ] as const) {
      expect(await health.answer(method, path)).toBeUndefined();
    }
  });

  test("say that the database is away, and that it is back", async () => {
    let isAway = true;
    health.setReady(async () => {
      if (isAway) throw new Error("secret-value");
      return undefined;
    });
    expect(await asked("/ready")).toEqual([503, { status: "not ready", reason: "the database does not answer" }]);
    isAway = false;
    expect(await asked("/ready")).toEqual([200, { status: "ready" }]);
  });

  test("do not wait for a database that hangs, and ask it once however many wait", async () => {
    vi.useFakeTimers();
    let times = 0;
    health.setReady(() => {
      times += 1;
      return new Promise(() => undefined);
    });
    const answers = Promise.all(Array.from({ length: 50 }, () => asked("/ready")));
    await vi.advanceTimersByTimeAsync(2000);
    for (const [status] of await answers) expect(status).toBe(503);
    expect(times).toBe(1);
  });
});

describe("the probe of the store", () => {
  const createStore = () => ({
    metadata: vi.fn(async () => undefined),
    checkWritable: vi.fn<() => Promise<void>>(async () => undefined),
  });

  test("writes once a second at most, and reads every time", async () => {
    let now = 0;
    const store = createStore();
    const probe = storeProbe(store, () => now);
    for (now = 0; now < 3000; now += 100) expect(await probe()).toBeUndefined();
    expect(store.checkWritable).toHaveBeenCalledTimes(3);
    expect(store.metadata).toHaveBeenCalledTimes(30);
  });

  test("says that nothing can be stored, tells the error, and writes until it can be", async () => {
    const store = createStore();
    const error = new Error("database or disk is full");
    store.checkWritable.mockRejectedValueOnce(error).mockRejectedValueOnce(error);
    const onFailure = vi.fn();
    health.setReady(
      storeProbe(store, () => 0),
      onFailure,
    );
    const reason = "the database cannot be written to";
    expect(await asked("/ready")).toEqual([503, { status: "not ready", reason }]);
    expect(await asked("/ready")).toEqual([503, { status: "not ready", reason }]);
    expect(await asked("/ready")).toEqual([200, { status: "ready" }]);
    expect(onFailure.mock.calls).toEqual([[error], [error]]);
  });
});
