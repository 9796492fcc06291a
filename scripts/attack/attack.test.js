import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { engines, postgresUrl } from "@grantbook/test-kit/engines";
import { createSchema } from "@grantbook/test-kit/postgres/schema";
import { seed } from "@grantbook/test-kit/random";
import { beforeAll, describe, expect, test } from "vitest";
import { postgresAt, sqlite } from "./engines.js";
import { linesOf } from "./report.js";
import { runRow } from "./row.js";
import { rows } from "./rows.js";

// Every attack in its short form, several at a time, and on one engine where the database does not matter.
// `npm run attack` has the long form, and repeats what failed here: `--row`, `--seed`.

const executable = fileURLToPath(new URL("../../apps/reference-server/dist/main.js", import.meta.url));
const options = { executable, isShort: true, seed, inputs: 2000 };
const [first] = engines.filter(({ missing }) => missing === undefined);

beforeAll(() => {
  const turbo = fileURLToPath(new URL("../turbo.js", import.meta.url));
  execFileSync(process.execPath, [turbo, "run", "build", "--filter=grantbook", "--output-logs=errors-only"]);
});

describe.concurrent.each(engines)("$name", (engine) => {
  const isMissing = engine.missing !== undefined || process.platform !== "linux";
  test.skipIf(isMissing).each(rows.filter(({ usesStore }) => usesStore || engine === first))(
    "holds against $name",
    async (row) => {
      const used = engine.isShared ? postgresAt(postgresUrl(), createSchema) : sqlite;
      const outcome = await runRow(row, used, { ...options, isRepeated: engine !== first });
      console.log(linesOf(outcome));
      expect(outcome.broken, `SEED=${seed} repeats it`).toEqual([]);
    },
    180_000,
  );
});

test("rows have numbers of their own", () => {
  const numbers = rows.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});
