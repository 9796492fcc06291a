import type { OperationId } from "@grantbook/contract";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Fault, FaultError, Faults } from "./faults.js";

const sleep = vi.hoisted(() => vi.fn());
vi.mock("node:timers/promises", () => ({ setTimeout: sleep }));

const check = "apps/check-token";
const list = "oauth-authorizations/list-authorizations";

let faults: Faults;
beforeEach(() => {
  faults = new Faults();
});

describe("a request takes", () => {
  const take = (id: OperationId) => faults.take(id);

  test("nothing where there is no fault for its operation", async () => {
    expect(faults.list).toEqual([]);
    faults.add({ operation: check, status: 503 });
    expect(await take(list)).toBeUndefined();
    expect(faults.list).toEqual([{ operation: check, status: 503 }]);
  });

  test("the first fault for its operation, in the order in which they were added", async () => {
    faults.add({ operation: list, status: 500 });
    faults.add({ operation: "*", cut: "after" });
    faults.add({ operation: check, status: 503 });
    expect(await take(list)).toMatchObject({ status: 500 });
    expect(await take(check)).toMatchObject({ cut: "after" });
    expect(faults.list.map(({ operation }) => operation)).toEqual([list, "*", check]);
  });

  test("a fault as often as was said, and then the next one", async () => {
    faults.set([
      { operation: check, status: 500, count: 2 },
      { operation: "*", status: 503 },
    ]);
    expect(await take(list)).toMatchObject({ status: 503 });
    expect(await take(check)).toMatchObject({ status: 500 });
    expect(faults.list).toEqual([
      { operation: check, status: 500, count: 1 },
      { operation: "*", status: 503 },
    ]);
    expect(await take(check)).toMatchObject({ status: 500 });
    expect(faults.list).toEqual([{ operation: "*", status: 503 }]);
    expect(await take(check)).toMatchObject({ status: 503 });
    expect(await take(check)).toMatchObject({ status: 503 });
  });

  test("nothing more once the list was cleared", async () => {
    faults.add({ operation: "*", status: 500 });
    faults.clear();
    expect(await take(check)).toBeUndefined();
    expect(faults.list).toEqual([]);
  });
});

test("a delay passes before the request goes on, keeps no process alive, and is counted at once", async () => {
  let resolve = () => {};
  sleep.mockReturnValueOnce(new Promise<void>((resolved) => (resolve = resolved)));
  faults.add({ operation: check, delay: 60_000, cut: "after", count: 1 });
  const done: string[] = [];
  const taken = faults.take(check).then((fault) => void done.push(JSON.stringify(fault)));
  expect(await faults.take(check)).toBeUndefined();
  expect(sleep.mock.calls).toEqual([[60_000, undefined, { ref: false }]]);
  expect(done).toEqual([]);
  resolve();
  await taken;
  expect(done).toEqual([expect.stringContaining('"cut":"after"')]);
});

describe("a fault", () => {
  const declaredForAll = "400, 401, 403, 500, 503";

  test.each<[string, Fault]>([
    ["for every operation", { operation: "*", status: 503 }],
    [
      "with a status that only its operation declares",
      { operation: "oauth-authorizations/create-authorization", status: 410 },
    ],
    ["with a delay alone, of no time", { operation: check, delay: 0 }],
    ["with the longest delay, a minute", { operation: check, delay: 60_000 }],
    ["with a count of one", { operation: check, cut: "before", count: 1 }],
    ["with the largest count", { operation: check, cut: "before", count: Number.MAX_SAFE_INTEGER }],
    ["that cuts after the operation", { operation: check, cut: "after" }],
    ["that cuts before, and is logged with a status", { operation: check, cut: "before", status: 500 }],
    [
      "with keys that have no value",
      { operation: check, status: 400, delay: undefined, cut: undefined, count: undefined },
    ],
  ])("%s is taken as it is", (_, fault) => {
    faults.add(fault);
    faults.set(fault);
    expect(faults.list).toEqual([fault]);
    expect(faults.list[0]).not.toBe(fault);
  });

  test.each<[unknown, string | RegExp]>([
    [null, "a fault must be an object"],
    ["*", "a fault must be an object"],
    [[[]], "a fault must be an object"],
    [{ operation: "*", delay: 1, times: 2 }, "a fault has no key times"],
    [{ operation: "*", [`${"k".repeat(59)}\ud83d\ude00`]: 1 }, `a fault has no key ${"k".repeat(59)}\ufffd`],
    [{}, /^operation must be \* or one of meta\/root, oauth-authorizations\/list-grants, /],
    [{ operation: 7, status: 503 }, /^operation must be \* or one of /],
    [{ operation: [check], status: 503 }, /^operation must be \* or one of /],
    [{ operation: "constructor", status: 503 }, /^operation must be \* or one of /],
    [{ operation: "*", delay: -1 }, "delay must be a whole number from 0 to 60000"],
    [{ operation: "*", delay: 60_001 }, "delay must be a whole number from 0 to 60000"],
    [{ operation: "*", delay: 0.5 }, "delay must be a whole number from 0 to 60000"],
    [{ operation: "*", delay: "1" }, "delay must be a whole number from 0 to 60000"],
    [{ operation: "*", status: 500, count: 0 }, "count must be a whole number from 1 to 9007199254740991"],
    [{ operation: "*", status: 500, count: 2 ** 53 }, "count must be a whole number from 1 to 9007199254740991"],
    [{ operation: "*", cut: "now" }, "cut must be before or after"],
    [{ operation: "*", cut: null }, "cut must be before or after"],
    [
      { operation: "meta/get", status: 404 },
      "status must be an error that the description declares for meta/get: 400, 401, 403, 500, 503",
    ],
    [{ operation: "*", status: 422 }, `status must be an error that the description declares for *: ${declaredForAll}`],
    [
      { operation: "*", status: "500" },
      `status must be an error that the description declares for *: ${declaredForAll}`,
    ],
    [
      { operation: "meta/get", status: 304 },
      `status must be an error that the description declares for meta/get: ${declaredForAll}`,
    ],
    [
      { operation: "*", status: 500, cut: "after" },
      "a fault with a status cannot cut the connection after the operation",
    ],
    [{ operation: "*" }, "a fault needs a status, a delay or a cut"],
    [{ operation: "*", count: 1 }, "a fault needs a status, a delay or a cut"],
  ])("%j is refused, and the others stay", (wanted, message) => {
    faults.set({ operation: check, status: 500 });
    const set = () => faults.set([{ operation: "*", status: 503 }, wanted]);
    expect(set).toThrow(FaultError);
    expect(set).toThrow(typeof message === "string" ? new FaultError(message) : message);
    expect(() => faults.add(wanted as Fault)).toThrow(FaultError);
    expect(faults.list).toEqual([{ operation: check, status: 500 }]);
  });

  test("that is refused has a name of its own, and is a mistake of the caller", () => {
    expect(new FaultError("m")).toBeInstanceOf(TypeError);
    expect(new FaultError("m").name).toBe("FaultError");
  });
});
