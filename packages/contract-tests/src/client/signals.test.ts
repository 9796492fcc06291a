import { getEventListeners } from "node:events";
import { type ClientOptions, createClient } from "@grantbook/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { baseUrl, octocat } from "./contract.js";

type Fetch = (url: string, init: RequestInit) => Promise<Response>;
type Options = Partial<ClientOptions<typeof octocat>>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});

afterEach(() => vi.useRealTimers());

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });
const never = () => new Promise<never>(() => undefined);
const next = { link: `<${baseUrl}/applications/grants?page=2>; rel="next"` };

describe("a signal that is there for long", () => {
  test("is shared by many calls without a warning of the runtime", async () => {
    const warn = vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
    const controller = new AbortController();
    const client = createClient({ baseUrl, auth: octocat, fetch: never });
    const calls = Array.from({ length: 60 }, () => client.grants.list({}, { signal: controller.signal }));
    await expect.poll(() => getEventListeners(controller.signal, "abort")).toHaveLength(1);
    controller.abort("enough");
    expect(await Promise.allSettled(calls)).toEqual(Array(60).fill({ status: "rejected", reason: "enough" }));
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  test.each<[string, Fetch, Options]>([
    ["a good answer", async () => json(200, []), {}],
    ["a refusal", async () => json(404, {}), {}],
    ["tries that all fail", async () => json(503, {}), {}],
    ["tries that are all lost", () => Promise.reject(new TypeError("fetch failed")), {}],
    ["tries that all take too long", never, {}],
    ["one-time codes", async () => json(401, {}, { "x-github-otp": "required; app" }), { otp: () => "123456" }],
    [
      "nobody who knows a code",
      async () => json(401, {}, { "x-github-otp": "required; app" }),
      { otp: () => Promise.reject(new Error("no")) },
    ],
    ["a redirect", async () => Response.redirect("https://hub.example/", 302), {}],
    ["something that cannot be sent", async () => json(200, []), { userAgent: "a\nb" }],
  ])("has no listener left after %s", async (_, fetch, options) => {
    const { signal } = new AbortController();
    const client = createClient({ baseUrl, auth: octocat, fetch, ...options });
    for (let count = 0; count < 5; count += 1) {
      const call = client.grants.list({}, { signal }).catch(() => undefined);
      await vi.runAllTimersAsync();
      await call;
    }
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("has one while a call is under way, and none after a list that was left in the middle", async () => {
    const { signal } = new AbortController();
    const client = createClient({ baseUrl, auth: octocat, fetch: async () => json(200, [{ id: 1 }], next) });
    const pages = client.grants.pages({}, { signal });
    const first = pages.next();
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    await first;
    expect(getEventListeners(signal, "abort")).toEqual([]);
    await pages.return();
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test.each<[string, Fetch, Options]>([
    ["an answer", never, { timeout: 0 }],
    ["another try", async () => json(503, {}, { "retry-after": "9" }), {}],
    ["a one-time code", async () => json(401, {}, { "x-github-otp": "required; app" }), { otp: never }],
  ])("has none left when it breaks off the wait for %s", async (_, fetch, options) => {
    const controller = new AbortController();
    const client = createClient({ baseUrl, auth: octocat, fetch, ...options });
    const call = client.grants.list({}, { signal: controller.signal }).catch((reason: unknown) => reason);
    await vi.advanceTimersByTimeAsync(100);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
    controller.abort("enough");
    expect(await call).toBe("enough");
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("does not let a rejection go unhandled that comes after it", async () => {
    const rejections: unknown[] = [];
    const note = (reason: unknown) => rejections.push(reason);
    process.on("unhandledRejection", note);
    const late: ((reason: unknown) => void)[] = [];
    const fetch = () => new Promise<never>((_, reject) => late.push(reject));
    const controller = new AbortController();
    const client = createClient({ baseUrl, auth: octocat, fetch });
    const call = client.grants.list({}, { signal: controller.signal }).catch((reason: unknown) => reason);
    controller.abort("enough");
    expect(await call).toBe("enough");
    late[0]?.(new Error("late"));
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", note);
    expect([late.length, rejections]).toEqual([1, []]);
  });
});
