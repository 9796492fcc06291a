import type { OperationId } from "@grantbook/contract";
import { contextTime, createContext } from "@grantbook/test-kit/request-context";
import { expect, test } from "vitest";
import type { SunsetOptions } from "../deprecation.js";
import { refuseSunset } from "./sunset.js";

/** Code of the refusal of an operation, or `undefined`. */
function outcome(id: OperationId, sunset: SunsetOptions): string | undefined {
  try {
    refuseSunset(id)(createContext({ services: { sunset } }));
    return undefined;
  } catch (error) {
    return (error as { reason: { code: string } }).reason.code;
  }
}

const create = "oauth-authorizations/create-authorization";
const list = "oauth-authorizations/list-grants";
const later = new Date(contextTime.getTime() + 1);

test.each<[OperationId, SunsetOptions, string | undefined]>([
  [create, {}, undefined],
  [create, { state: "brownout" }, "gone"],
  [create, { state: "removed" }, "not-found"],
  [list, { state: "brownout" }, "not-found"],
  [list, { state: "removed" }, "not-found"],
  [create, { removal: contextTime }, "not-found"],
  [create, { removal: later }, undefined],
  [create, { brownouts: [[contextTime, later]] }, "gone"],
  // Deprecated, but for applications: GitHub's removal of the operations for users leaves them.
  ["apps/check-authorization", { state: "removed" }, undefined],
  ["meta/get", { state: "removed" }, undefined],
])("%s with %j is refused as %s", (id, sunset, code) => {
  expect(outcome(id, sunset)).toBe(code);
});
