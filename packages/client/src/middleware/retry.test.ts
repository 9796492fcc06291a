import { operationTable } from "@grantbook/contract";
import { clientOf, empty, inTurn, json, never, octocat, type Responder } from "@grantbook/test-kit/client-fixture";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ClientError } from "../errors.js";
import type { ClientOptions } from "../options.js";

const now = Date.parse("2026-11-20T12:00:00Z");
const busy =
  (headers: Record<string, string> = {}) =>
  () =>
    json(503, {}, headers);
const good = () => json(200, []);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Lists grants until all is over: what came of it, and the milliseconds before each try. */
async function listed(answer: Responder, options: Partial<ClientOptions<typeof octocat>> = {}) {
  const times: number[] = [];
  const timed: Responder = (request, count) => {
    times.push(Date.now());
    return answer(request, count);
  };
  const { client } = clientOf(octocat, timed, options);
  const result = client.grants.list().catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return { result: await result, waits: times.slice(1).map((time, index) => time - (times[index] ?? 0)) };
}

describe("tries of a call", () => {
  test.each(Object.entries(operationTable))("are as many as the operation allows, for %s", async (id, { method }) => {
    const { client, requests } = clientOf(octocat, busy());
    const path = {
      client_id: "a",
      access_token: "b",
      fingerprint: "c",
      authorization_id: 1,
      grant_id: 2,
      username: "d",
    };
    const call = client.call(id as "oauth-authorizations/get-grant", { path });
    await vi.runAllTimersAsync();
    expect(await call).toMatchObject({ status: 503 });
    expect(requests).toHaveLength(/POST|PATCH/.test(method) && id !== "apps/check-token" ? 1 : 3);
  });

  const statuses = Array.from({ length: 200 }, (_, index) => 400 + index);
  test("are repeated for statuses that may pass, and no others", async () => {
    const repeated: number[] = [];
    for (const status of statuses) {
      const { result, waits } = await listed(inTurn(() => json(status, {}), good));
      if (waits.length === 1) expect(result).toEqual([]);
      else expect(result).toMatchObject({ name: "ApiError", status });
      if (waits.length > 0) repeated.push(status);
    }
    expect(repeated).toEqual([408, 429, 500, 502, 503, 504]);
  });

  test.each<[string, Responder, number]>([
    ["a lost connection", () => Promise.reject(new TypeError("fetch failed")), 1],
    [
      "an answer that is cut off",
      () => new Response(new ReadableStream({ start: (c) => c.error(new Error("cut")) })),
      1,
    ],
    ["an answer that does not come", never, 1],
    ["the page of a proxy with 502", () => new Response("<h1>", { status: 502 }), 1],
    ["a page with 200", () => new Response("<h1>"), 0],
    ["a page with 404", () => new Response("<h1>", { status: 404 }), 0],
    ["a redirect", () => empty(302, { location: "/" }), 0],
    ["a rate limit with 403", () => json(403, {}, { "retry-after": "1" }), 1],
    ["a 403", () => json(403, {}), 0],
    ["a 404 with a time to come back", () => json(404, {}, { "retry-after": "1" }), 0],
  ])("after %s: %#", async (_, answer, repeated) => {
    const { result, waits } = await listed(inTurn(answer, good));
    expect(waits).toHaveLength(repeated);
    if (repeated) expect(result).toEqual([]);
    else expect(result).toMatchObject({ code: expect.any(String) });
  });

  test.each<[ClientOptions["retry"], number]>([
    [undefined, 2],
    [{}, 2],
    [{ retries: 0 }, 0],
    [{ retries: 5 }, 5],
    [false, 0],
  ])("with the setting %j are repeated at most %i times", async (retry, repeated) => {
    const { result, waits } = await listed(busy(), retry === undefined ? {} : { retry });
    expect(waits).toHaveLength(repeated);
    expect(result).toMatchObject({ name: "ApiError", code: "unavailable" });
  });

  test("of something that cannot be sent are none", async () => {
    const { client, requests } = clientOf(octocat, good);
    const call = client.grants.list({}, { headers: { "x-github-otp": "1\n2" } });
    await expect(call).rejects.toMatchObject({ code: "invalid-request" });
    expect([requests.length, vi.getTimerCount()]).toEqual([0, 0]);
  });
});

describe("the wait before another try", () => {
  test.each([
    [0, [0, 0, 0, 0]],
    [0.5, [250, 500, 1000, 1250]],
    [1 - 2 ** -53, [499, 999, 1999, 2499]],
  ])("is full jitter of a time that doubles up to the longest: a random %f", async (random, waits) => {
    vi.mocked(Math.random).mockReturnValue(random);
    const found = await listed(busy(), { retry: { retries: 4, maxDelay: 2500 } });
    expect(found.waits).toEqual(waits);
  });

  const until = (time: number) => ({ "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(time / 1000) });
  test.each<[string, Record<string, string>, number]>([
    ["seconds", { "retry-after": "7" }, 7000],
    ["none", { "retry-after": "0" }, 0],
    ["a time", { "retry-after": "Fri, 20 Nov 2026 12:00:09 GMT" }, 9000],
    ["a time that is over", { "retry-after": "Fri, 20 Nov 2026 11:00:00 GMT" }, 0],
    ["the end of a used-up limit", until(now + 11_000), 11_000],
    ["the longest there is", { "retry-after": "20" }, 20_000],
    ["what is no time", { "retry-after": "soon" }, 250],
    ["less than nothing, which is taken for a time that is over", { "retry-after": "-5" }, 0],
  ])("is what the server asks for: %s", async (_, headers, wait) => {
    const { result, waits } = await listed(inTurn(busy(headers), good));
    expect([result, waits]).toEqual([[], [wait]]);
  });

  test("is also what a proxy asks for, whose page is not JSON", async () => {
    const page = () => new Response("<h1>Maintenance</h1>", { status: 503, headers: { "retry-after": "7" } });
    expect(await listed(inTurn(page, good))).toEqual({ result: [], waits: [7000] });
    const long = () => new Response("<h1>Maintenance</h1>", { status: 503, headers: { "retry-after": "3600" } });
    const { result, waits } = await listed(long);
    expect(result).toBeInstanceOf(ClientError);
    expect(result).toMatchObject({ code: "invalid-response", status: 503, retryAfter: 3600 });
    expect(waits).toEqual([]);
  });

  test.each<[string, number, Record<string, string>, string, number]>([
    ["a second too long", 503, { "retry-after": "21" }, "unavailable", 21],
    ["an hour", 403, until(now + 3_600_000), "rate-limited", 3600],
    ["a year", 429, { "retry-after": "31536000" }, "rate-limited", 31_536_000],
    ["without end", 503, { "retry-after": "9".repeat(400) }, "unavailable", Number.POSITIVE_INFINITY],
  ])("is not waited when it is %s: the error comes at once", async (_, status, headers, code, retryAfter) => {
    const { client, requests } = clientOf(octocat, () => json(status, {}, headers));
    await expect(client.grants.list()).rejects.toMatchObject({ name: "ApiError", code, retryAfter });
    expect([requests.length, Date.now()]).toEqual([1, now]);
  });

  test("ends when the call is broken off, and leaves no timer", async () => {
    const controller = new AbortController();
    const { client, requests } = clientOf(octocat, busy({ "retry-after": "20" }));
    const call = client.grants.list({}, { signal: controller.signal }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(19_999);
    controller.abort("enough");
    expect(await call).toBe("enough");
    expect([requests.length, vi.getTimerCount()]).toEqual([1, 0]);
  });

  test("gives way to a last try that is fine, after one that was too late and one that was lost", async () => {
    const { result, waits } = await listed(inTurn(never, () => Promise.reject(new TypeError("fetch failed")), good));
    expect(result).toEqual([]);
    expect(waits).toEqual([10_250, 500]);
  });
});
