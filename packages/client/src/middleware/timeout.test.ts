import { clientOf, json, listenersOf, never, octocat, type Responder } from "@grantbook/test-kit/client-fixture";
import { failureOf } from "@grantbook/test-kit/failure-of";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ClientOptions } from "../options.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: 0 });
});

afterEach(() => vi.useRealTimers());

/** Has its headers at once, and a body that never ends. */
const endless: Responder = () =>
  new Response(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode("[")) }), {
    headers: { "content-type": "application/json" },
  });

/** Never responds, and ignores the signal. */
const deaf: Responder = () => new Promise(() => undefined);

const ways: [string, Responder][] = [
  ["headers that do not come", never],
  ["a body that does not end", endless],
  ["a fetch that does not stop", deaf],
];

const options = { retry: false } satisfies Partial<ClientOptions>;

describe.each(ways)("%s", (_, answer) => {
  test("are waited for ten seconds", async () => {
    const { client } = clientOf(octocat, answer, options);
    const call = failureOf(client.grants.list());
    await vi.advanceTimersByTimeAsync(9_999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await call).toMatchObject({
      name: "ClientError",
      code: "timeout",
      message: "oauth-authorizations/list-grants: nothing in 10000 ms",
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([
    [{ ...options, timeout: 500 }, {}, 500],
    [{ ...options, timeout: 500 }, { timeout: 70 }, 70],
    [{ ...options, timeout: 0 }, { timeout: 70 }, 70],
    [options, { timeout: 70 }, 70],
  ])("are waited for as long as %j and the call's %j say", async (settings, callOptions, time) => {
    const { client } = clientOf(octocat, answer, settings);
    const call = failureOf(client.grants.list({}, callOptions));
    await vi.runAllTimersAsync();
    expect(await call).toMatchObject({ code: "timeout" });
    expect(Date.now()).toBe(time);
  });

  test.each([0, Number.POSITIVE_INFINITY, 2 ** 31])("are waited for any time when that is %f", async (timeout) => {
    const { client, requests } = clientOf(octocat, answer, { ...options, timeout });
    const controller = new AbortController();
    const call = failureOf(client.grants.list({}, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(7 * 24 * 3_600_000);
    expect([requests.length, vi.getTimerCount()]).toEqual([1, 0]);
    controller.abort("enough");
    expect(await call).toBe("enough");
  });

  test.each([
    ["an error", new RangeError("enough")],
    ["a text", "enough"],
    ["nothing", null],
    ["what looks like a time-out", Object.assign(new Error("enough"), { code: "timeout", status: 503 })],
  ])("are broken off by a signal, for the reason of the signal: %s", async (_, reason) => {
    const { client, requests } = clientOf(octocat, answer);
    const controller = new AbortController();
    const call = failureOf(client.grants.list({}, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(100);
    controller.abort(reason);
    expect(await call).toBe(reason);
    expect([requests.length, vi.getTimerCount()]).toEqual([1, 0]);
  });

  test("end for the server as well", async () => {
    const { client, requests } = clientOf(octocat, answer, options);
    const call = failureOf(client.grants.list());
    expect(requests[0]?.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(10_000);
    await call;
    expect(requests[0]?.signal.aborted).toBe(true);
  });
});

describe("a signal", () => {
  test.each([
    ["an error", new RangeError("enough")],
    ["nothing", null],
  ])("that is aborted before lets nothing be sent, and its reason is thrown: %s", async (_, reason) => {
    const { client, requests } = clientOf(octocat, () => json(200, []));
    expect(await failureOf(client.grants.list({}, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    const call = client.call("oauth-authorizations/list-grants", {}, { signal: AbortSignal.abort(reason) });
    expect(await failureOf(call)).toBe(reason);
    expect([requests.length, vi.getTimerCount()]).toEqual([0, 0]);
  });

  test("that is aborted after the answer changes nothing", async () => {
    const controller = new AbortController();
    const { client, requests } = clientOf(octocat, () => json(200, []));
    expect(await client.grants.list({}, { signal: controller.signal })).toEqual([]);
    controller.abort("enough");
    expect([requests[0]?.signal.aborted, vi.getTimerCount()]).toEqual([false, 0]);
  });

  test("breaks off the calls that are left when another one of it has ended", async () => {
    const controller = new AbortController();
    const { client } = clientOf(octocat, (request, count) => (count ? never(request) : json(200, [])), options);
    const first = client.grants.list({}, { signal: controller.signal });
    const second = failureOf(client.grants.list({}, { signal: controller.signal }));
    expect(await first).toEqual([]);
    controller.abort("enough");
    await vi.runAllTimersAsync();
    expect([await second, Date.now()]).toEqual(["enough", 0]);
  });

  test("has no listener left when its calls have ended", async () => {
    const { signal } = new AbortController();
    const listeners = listenersOf(signal);
    const { client } = clientOf(octocat, () => json(200, []), options);
    const calls = [client.grants.list({}, { signal }), client.grants.list({}, { signal })];
    expect(listeners).toMatchObject([{ type: "abort" }]);
    await Promise.all(calls);
    expect(listeners).toEqual([]);
  });

  test("leaves other calls alone", async () => {
    const controller = new AbortController();
    let answer = (_: Response) => {};
    const { client } = clientOf(octocat, (_, count) =>
      count
        ? new Promise((resolve) => {
            answer = resolve;
          })
        : never(_),
    );
    const one = failureOf(client.grants.list({}, { signal: controller.signal }));
    const other = client.grants.list();
    await vi.advanceTimersByTimeAsync(1);
    controller.abort("enough");
    expect(await one).toBe("enough");
    answer(json(200, []));
    expect(await other).toEqual([]);
  });
});
