import type * as pinoModule from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Log, openLog } from "./log.js";

// The real log, with a string in the place of standard error.
const written = vi.hoisted(() => ({ text: "", isRead: true }));
vi.mock("pino", async (original) => {
  const { pino } = await original<typeof pinoModule>();
  const { EventEmitter } = await import("node:events");
  class Destination extends EventEmitter {
    write(line: string) {
      written.text += line;
      if (written.isRead) setImmediate(() => this.emit("drain"));
    }
  }
  const destination = () => new Destination();
  return {
    pino: Object.assign((...parameters: Parameters<typeof pino>) => pino(...parameters), pino, { destination }),
  };
});

let log: Log;
beforeEach(() => {
  Object.assign(written, { text: "", isRead: true });
  log = openLog({ "log-level": "debug", "log-format": "json" });
});
afterEach(() => void vi.restoreAllMocks());

const lines = async () => {
  await log.close();
  return written.text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
};

const token = `gho_${"T".repeat(36)}`;
const legacyToken = "e72e16c7e42f292c6912e7710c838347ae178b4a";

/** An error as a driver of a database throws it, with secrets in its message and in its other properties. */
function errorWithSecrets(): Error {
  const text = `connect postgres://grantbook:hunter2@db.example/g failed for ${token} and ${legacyToken}`;
  return Object.assign(new Error(text), { query: `token = '${token}'`, password: "hunter2" });
}

describe("an error", () => {
  test.each([
    ["as JSON", "json"],
    ["as text", "text"],
  ] as const)("is logged %s with its stack, and without the secrets in it", (_, format) => {
    openLog({ "log-level": "info", "log-format": format }).error("the store failed", errorWithSecrets());
    expect(written.text).toContain("the store failed");
    expect(written.text).toContain("connect postgres://***db.example/g failed for *** and ***");
    expect(written.text).toMatch(/at .*log\.isolated\.test\.ts/);
    for (const secret of [token, legacyToken, "hunter2"]) expect(written.text).not.toContain(secret);
  });

  test("that is no Error is logged, and is not trusted either", async () => {
    log.error("failed", `postgres://me:hunter2@h/d ${token}`, { worker: 3 });
    expect(await lines()).toMatchObject([
      { level: "error", message: "failed", worker: 3, error: "postgres://***h/d ***" },
    ]);
  });
});

describe("a request", () => {
  const report = {
    requestId: "A:B",
    operationId: "meta/get",
    duration: 1.23456,
    method: "GET",
    address: "192.0.2.1",
    reason: undefined,
  } as const;

  test.each([
    [200, "info"],
    [404, "info"],
    [499, "info"],
    [500, "warn"],
    [503, "warn"],
  ])("with status %d has level %s", async (status, level) => {
    log.request({ ...report, status } as never);
    expect(await lines()).toMatchObject([{ level, status, message: "request" }]);
  });

  test("has its id, operation and duration to a hundredth", async () => {
    log.request({ ...report, status: 200 } as never);
    expect(await lines()).toMatchObject([
      { request: "A:B", operation: "meta/get", duration: 1.23, address: "192.0.2.1" },
    ]);
  });

  test.each([
    ["/live", 200, "debug"],
    ["/ready", 200, "debug"],
    ["/ready", 503, "warn"],
    ["/docs", 200, "info"],
  ])("to %s with status %d has level %s", async (route, status, level) => {
    log.request({ method: "GET", address: "192.0.2.1", duration: 1, status, route } as never);
    expect(await lines()).toMatchObject([{ level, route }]);
  });
});

test("a line has the level below which nothing is written, and the number of its worker", async () => {
  const quiet = openLog({ "log-level": "warn", "log-format": "json" }, 7);
  quiet.info("not this");
  quiet.warn("this", { seconds: 2 });
  expect(await lines()).toEqual([{ level: "warn", time: expect.any(String), worker: 7, seconds: 2, message: "this" }]);
});

test("text has the level only where it is not info, and the fields after the message", () => {
  const text = openLog({ "log-level": "info", "log-format": "text" });
  text.info("serving", { address: "http://h" });
  text.warn("stopping");
  expect(written.text).toMatch(/^\d\d:\d\d:\d\d serving address=http:\/\/h\n\d\d:\d\d:\d\d WARN stopping\n$/);
});

test("is closed when all has been written, or its reader takes nothing", async () => {
  written.isRead = false;
  const slow = openLog({ "log-level": "info", "log-format": "json" });
  slow.info("stopping");
  let isClosed = false;
  const closed = slow.close().then(() => {
    isClosed = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isClosed).toBe(false);
  await closed;
});
