import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LineBatcher } from "./line-batcher.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("lines are written together, soon, and in their order", () => {
  const written: string[] = [];
  const batcher = new LineBatcher((lines) => written.push(lines));
  batcher.add("a\n");
  batcher.add("b\n");
  expect(written).toEqual([]);
  vi.runAllTimers();
  expect(written).toEqual(["a\nb\n"]);
  batcher.add("c\n");
  batcher.flush();
  batcher.flush();
  expect(written).toEqual(["a\nb\n", "c\n"]);
  expect(vi.getTimerCount()).toBe(0);
});

test("a batch is bounded", () => {
  const written: string[] = [];
  const batcher = new LineBatcher((lines) => written.push(lines));
  const line = `${"x".repeat(1023)}\n`;
  for (let index = 0; index < 65; index += 1) batcher.add(line);
  expect(written.map((text) => text.length)).toEqual([64 * 1024]);
  vi.runAllTimers();
  expect(written.join("")).toBe(line.repeat(65));
});
