import assert from "node:assert/strict";
import SwaggerParser from "@apidevtools/swagger-parser";
import { check } from "../../../src/programs/check.js";
import { requireDereferenced } from "./dereferenced.js";
import { descriptions } from "./descriptions.js";

for (const { name, path, description } of descriptions) {
  await check(name, "is valid", async () => {
    const { info } = await SwaggerParser.validate(path);
    assert.deepEqual(info, description.info);
  });
  await check(name, "without references, has the same operations", async () => {
    requireDereferenced(await SwaggerParser.dereference(path), description);
  });
}
