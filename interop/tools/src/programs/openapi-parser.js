import assert from "node:assert/strict";
import { dereference, validate } from "@readme/openapi-parser";
import { check } from "../../../src/programs/check.js";
import { requireDereferenced } from "./dereferenced.js";
import { descriptions } from "./descriptions.js";

for (const { name, path, description } of descriptions) {
  await check(name, "is valid, without a warning", async () => {
    assert.deepEqual(await validate(path), { valid: true, warnings: [], specification: "OpenAPI" });
  });
  await check(name, "without references, has the same operations", async () => {
    requireDereferenced(await dereference(path), description);
  });
}
