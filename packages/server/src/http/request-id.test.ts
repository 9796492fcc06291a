import { describe, expect, test } from "vitest";
import { newRequestId } from "./request-id.js";

describe("newRequestId", () => {
  test("has random hexadecimal digits, and the time in seconds at the end", () => {
    const id = newRequestId(new Date("2026-01-02T03:04:05.678Z"));
    expect(id).toMatch(/^[0-9A-F]{4}:[0-9A-F]{4}:[0-9A-F]{6}:[0-9A-F]{6}:[0-9A-F]{8}$/);
    expect(Number.parseInt(id.slice(-8), 16) * 1000).toBe(Date.parse("2026-01-02T03:04:05Z"));
  });

  test("is another one every time, and a whole one, for as many as are asked for", () => {
    const now = new Date("2026-01-02T03:04:05.678Z");
    const ids = Array.from({ length: 3000 }, () => newRequestId(now));
    expect(new Set(ids).size).toBe(3000);
    expect(ids.filter((id) => id.length !== "0000:0000:000000:000000:00000000".length)).toEqual([]);
  });
});
