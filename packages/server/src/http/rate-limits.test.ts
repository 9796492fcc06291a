import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeEach, describe, expect, test } from "vitest";
import { RateLimits } from "./rate-limits.js";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const hour = 60 * 60 * 1000;

/** Bytes of the heap that remain in use after `work`, whose result is kept until then. */
function bytesKeptBy(work: () => unknown): number {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const result = work();
  collectGarbage();
  const bytes = process.memoryUsage().heapUsed - before;
  expect(result).toBeDefined();
  return bytes;
}

let time: number;
let limits: RateLimits;
beforeEach(() => {
  time = Date.parse("2026-01-02T03:04:00Z");
  limits = new RateLimits(5000, () => new Date(time));
});

/** Charges addresses of as many clients, each once. */
function chargeAddresses(count: number): void {
  for (let i = 0; i < count; i += 1) limits.hitAnonymous(`10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`);
}

function usedBy(address: string): string | undefined {
  return limits.hitAnonymous(address).headers()["X-RateLimit-Used"];
}

describe("a window", () => {
  test("ends after an hour, and is then begun anew", () => {
    expect(limits.hitAnonymous("192.0.2.1").headers()).toMatchObject({
      "X-RateLimit-Limit": "60",
      "X-RateLimit-Used": "1",
      "X-RateLimit-Reset": String((time + hour) / 1000),
    });
    time += hour - 1;
    expect(usedBy("192.0.2.1")).toBe("2");
    time += 1;
    expect(usedBy("192.0.2.1")).toBe("1");
  });

  test("lasts for its whole hour, whenever it was begun", () => {
    usedBy("192.0.2.1");
    time += hour - 1;
    usedBy("192.0.2.2");
    time += hour - 1;
    expect([usedBy("192.0.2.1"), usedBy("192.0.2.2")]).toEqual(["1", "2"]);
  });

  test("is begun anew when the clock was set back by more than an hour", () => {
    usedBy("192.0.2.1");
    time -= 24 * hour;
    usedBy("192.0.2.1");
    time += 2 * hour;
    expect(usedBy("192.0.2.1")).toBe("1");
  });
});

test("a window that begins within a second lasts until the next full one", () => {
  time += 1;
  const { reset } = limits.hit("user ID 1").status;
  expect(reset).toBe(Date.parse("2026-01-02T04:04:01Z") / 1000);
  time = reset * 1000 - 1;
  expect(limits.hit("user ID 1").status.used).toBe(2);
  time += 1;
  expect(limits.hit("user ID 1").status).toMatchObject({ used: 1, reset: reset + 3600 });
});

test("a request is taken out of the count once, however often that is asked for", () => {
  limits.hit("user ID 1");
  const hit = limits.hit("user ID 1");
  hit.refund();
  hit.refund();
  expect(hit.status).toMatchObject({ limit: 5000, used: 1, remaining: 4999 });
});

test("a limit is used up with the last request, and no more are shown as used", () => {
  limits = new RateLimits(2, () => new Date(time));
  expect(() => limits.hit("user ID 1").assertAllowed()).not.toThrow();
  expect(() => limits.hit("user ID 1").assertAllowed()).not.toThrow();
  const third = limits.hit("user ID 1");
  expect(() => third.assertAllowed()).toThrow(
    expect.objectContaining({ reason: { code: "rate-limited", name: "user ID 1" } }),
  );
  expect(third.status).toMatchObject({ limit: 2, used: 2, remaining: 0 });
});

describe("more addresses than can be counted apart", () => {
  test("share what one has, until the hour is over", () => {
    chargeAddresses(50_000);
    for (let i = 0; i < 60; i += 1) limits.hitAnonymous(`192.0.2.${i}`).assertAllowed();
    expect(() => limits.hitAnonymous("198.51.100.1").assertAllowed()).toThrow("rate-limited");
    expect(usedBy("10.0.0.1")).toBe("2");
    time += hour;
    expect(usedBy("198.51.100.1")).toBe("1");
  });

  test("do not concern callers who signed in", () => {
    limits.hit("user ID 1");
    chargeAddresses(60_000);
    expect(limits.hit("user ID 1").headers()).toMatchObject({ "X-RateLimit-Used": "2" });
    expect(limits.hit("user ID 2").headers()["X-RateLimit-Used"]).toBe("1");
  });

  test("take a bounded amount of memory, however many there are", () => {
    const bytes = bytesKeptBy(() => {
      chargeAddresses(150_000);
      return limits;
    });
    expect(bytes).toBeLessThan(10_000_000);
  });

  test("keep nothing of the header that they were cut out of", () => {
    const bytes = bytesKeptBy(() => {
      for (let i = 0; i < 10_000; i += 1) {
        const header = `${String(i).repeat(1000)}, 192.168.${100 + (i >> 8)}.${100 + (i & 127)}`;
        limits.hitAnonymous(header.split(", ")[1] ?? "");
      }
      return limits;
    });
    expect(bytes).toBeLessThan(5_000_000);
  });
});

test("more callers who signed in than can be counted start anew, and none is refused", () => {
  for (let id = 1; id <= 120_000; id += 1) limits.hit(`user ID ${id}`).assertAllowed();
  expect(limits.hit("user ID 120000").headers()["X-RateLimit-Used"]).toBe("2");
  expect(limits.hit("user ID 1").headers()["X-RateLimit-Used"]).toBe("1");
});
