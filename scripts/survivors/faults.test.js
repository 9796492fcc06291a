import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { faults } from "./faults.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

test.each(faults.map((fault) => ({ ...fault, name: `${fault.what} (${fault.file})` })))(
  "can be planted in one place, where a test looks for it: $name",
  ({ file, from, to, test }) => {
    expect(readFileSync(root + file, "utf8").split(from)).toHaveLength(2);
    expect(to).not.toBe(from);
    expect(existsSync(root + test), test).toBe(true);
  },
);
