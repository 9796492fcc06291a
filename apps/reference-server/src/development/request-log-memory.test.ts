import { inspect } from "node:util";
import type { AccessLogEntry } from "@grantbook/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RequestLog } from "./request-log.js";

const secret = `gho_${"T".repeat(36)}`;
const received = () => ({
  request: new Request("http://localhost/api/v3/user", { headers: { authorization: `Bearer ${secret}` } }),
  body: `{"access_token":"${secret}"}`,
});
const entry = (requestId: string) =>
  ({ requestId, method: "GET", status: 200, duration: 1, address: "" }) satisfies AccessLogEntry;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the last 200 requests are listed, newest first, however many came at once or before", () => {
  const log = new RequestLog();
  for (let index = 0; index < 150; index += 1) log.add(new Date(0), entry(`before ${index}`), received());
  vi.runAllTimers();
  for (let index = 0; index < 180; index += 1) log.add(new Date(0), entry(`after ${index}`), received());
  const ids = log.list.map(({ request_id }) => request_id);
  expect([ids.length, ids[0], ids[179], ids[180], ids.at(-1)]).toEqual([
    200,
    "after 179",
    "after 0",
    "before 149",
    "before 130",
  ]);
  for (let index = 0; index < 1000; index += 1) log.add(new Date(0), entry(`more ${index}`), received());
  expect([log.list.length, log.list[0]?.request_id]).toEqual([200, "more 999"]);
});

test("secrets are not kept once they are masked", () => {
  const log = new RequestLog();
  log.add(new Date(0), entry("one"), received());
  vi.runAllTimers();
  expect(vi.getTimerCount()).toBe(0);
  expect(inspect(log.list, { depth: 9 })).not.toContain(secret);
  log.add(new Date(0), entry("two"), received());
  log.clear();
  expect(log.list).toEqual([]);
});
