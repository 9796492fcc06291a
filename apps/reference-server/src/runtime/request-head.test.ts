import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { expectationOf, rejectionOf, toOriginForm } from "./request-head.js";

test.each([
  ["/api/v3/authorizations?per_page=1", "/api/v3/authorizations?per_page=1"],
  ["http://x/api/v3/authorizations?per_page=1", "/api/v3/authorizations?per_page=1"],
  ["http://x/api/v3/authorizations?", "/api/v3/authorizations"],
  ["HTTPS://a:b@x:1/p?q=http://y/?z", "/p?q=http://y/?z"],
  ["http://x", "/"],
  ["//x/y", "//x/y"],
  ["*", "*"],
  ["x:1", "1"],
])("the target %s is %s of this server", (target, expected) => {
  expect(toOriginForm(target)).toBe(expected);
});

describe("an expectation", () => {
  const of = (expect?: string, httpVersion = "1.1") =>
    expectationOf({ httpVersion, headers: { expect } } as unknown as IncomingMessage);

  test.each([
    [undefined, undefined],
    ["100-continue", "continue"],
    ["100-Continue", "continue"],
    ["x, 100-continue", "continue"],
    ["200-ok", "unknown"],
    ["", "unknown"],
    ["1100-continue", "unknown"],
  ])("%j is %s", (header, expected) => {
    expect(of(header)).toBe(expected);
  });

  test("of HTTP/1.0 is ignored", () => {
    expect(of("200-ok", "1.0")).toBeUndefined();
  });
});

test.each([
  ["HPE_HEADER_OVERFLOW", "headers-too-large", "431 Request Header Fields Too Large"],
  ["HPE_CHUNK_EXTENSIONS_OVERFLOW", "malformed", "413 Content Too Large"],
  ["ERR_HTTP_REQUEST_TIMEOUT", "too-slow", "408 Request Timeout"],
  ["HPE_INVALID_METHOD", "malformed", "400 Bad Request"],
  ["ECONNRESET", "reset", undefined],
  ["EPIPE", "reset", undefined],
])("%s is counted as %s and answered with %s", (code, reason, status) => {
  expect(rejectionOf(Object.assign(new Error(), { code }))).toEqual({
    reason,
    response: status && `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  });
});
