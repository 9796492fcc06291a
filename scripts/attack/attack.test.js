import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { engines, postgresUrl } from "@grantbook/test-kit/engines";
import { createSchema } from "@grantbook/test-kit/postgres/schema";
import { beforeAll, describe, expect, test } from "vitest";
import { postgresAt, sqlite } from "./engines.js";
import { linesOf } from "./report.js";
import { runRow } from "./row.js";
import { rows } from "./rows.js";

// Every attack in its short form. `npm run attack` has the long one, and repeats what failed here: `--row`, `--seed`.

const executable = fileURLToPath(new URL("../../apps/reference-server/dist/main.js", import.meta.url));
const options = { executable, isShort: true, seed: Date.now() % 1_000_000, inputs: 5000 };

beforeAll(() => {
  const turbo = fileURLToPath(new URL("../turbo.js", import.meta.url));
  execFileSync(process.execPath, [turbo, "run", "build", "--filter=grantbook", "--output-logs=errors-only"]);
}, 120_000);

for (const { name, missing, isShared } of engines) {
  describe.skipIf(missing !== undefined || process.platform !== "linux")(name, () => {
    test.each(rows)(
      "holds against $name",
      async (row) => {
        const engine = isShared ? postgresAt(postgresUrl(), createSchema) : sqlite;
        const outcome = await runRow(row, engine, options);
        console.log(linesOf(outcome));
        expect(outcome.broken).toEqual([]);
      },
      180_000,
    );
  });
}

test("rows have numbers of their own", () => {
  const numbers = rows.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});
