import { describe, expect, test } from "vitest";
import { toText } from "./text-log.js";

const created = {
  level: "info",
  time: "2026-12-01T21:47:11.123Z",
  message: "request",
  request: "A1:B2",
  operation: "oauth-authorizations/create-authorization",
  method: "POST",
  status: 201,
  duration: 82.34,
  caller: "user ID 1",
  address: "127.0.0.1",
};

describe("a request is one line", () => {
  test.each([
    [{}, "21:47:11 201 POST /authorizations 82 ms user 1 A1:B2\n"],
    [
      { status: 401, caller: undefined, reason: "credentials-wrong", duration: 0.26 },
      "21:47:11 401 POST /authorizations 0.3 ms credentials-wrong A1:B2\n",
    ],
    [
      { operation: "apps/check-authorization", method: "GET", status: 200, caller: "application abc", worker: 2 },
      "21:47:11 200 GET /applications/{client_id}/tokens/{access_token} 82 ms application abc worker 2 A1:B2\n",
    ],
    [
      { operation: undefined, request: undefined, caller: undefined, route: "/docs", method: "GET", status: 304 },
      "21:47:11 304 GET /docs 82 ms\n",
    ],
    [
      { operation: undefined, status: 404, caller: undefined, reason: "not-found" },
      "21:47:11 404 POST (no operation) 82 ms not-found A1:B2\n",
    ],
  ])("%j", (changes, text) => {
    expect(toText({ ...created, ...changes }, false)).toBe(text);
  });

  test.each([
    [204, 32],
    [304, 36],
    [422, 33],
    [503, 31],
  ])("whose status %d has color %d, and whose id is dim", (status, color) => {
    expect(toText({ ...created, status }, true)).toBe(
      `21:47:11 \u001b[${color}m${status}\u001b[39m POST /authorizations 82 ms user 1 \u001b[2mA1:B2\u001b[22m\n`,
    );
  });
});

test("an event has its level unless it is info, its fields, and the stack of its error", () => {
  const time = created.time;
  expect(toText({ level: "info", time, message: "serving", pid: 7 }, true)).toBe("21:47:11 serving pid=7\n");
  const failed = { level: "error", time, message: "failure", error: "Error: no\n    at here" };
  expect(toText(failed, false)).toBe("21:47:11 ERROR failure\nError: no\n    at here\n");
  expect(toText(failed, true)).toBe("21:47:11 \u001b[31mERROR\u001b[39m failure\nError: no\n    at here\n");
});
