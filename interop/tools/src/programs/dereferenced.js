import assert from "node:assert/strict";
import { operationsOf } from "./descriptions.js";

/** Requires that a description without references has the operations of the original, and no reference. */
export function requireDereferenced(found, original) {
  const list = (description) =>
    operationsOf(description).map(({ method, path, operation }) => [
      method,
      path,
      operation.operationId,
      Object.keys(operation.responses),
    ]);
  assert.deepEqual(list(found), list(original));
  assert.ok(!JSON.stringify(found).includes('"$ref"'), "a reference is left");
}
