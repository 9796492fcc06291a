// Attacks a started executable over raw sockets, on this machine alone, and prints what held and what broke.
// Usage: node scripts/attack.js [--short] [--engine sqlite|postgres] [--row NUMBER]... [--executable FILE]
//                               [--seed NUMBER] [--inputs NUMBER]
//   --short       small numbers, seconds for each row
//   --engine      one database engine; both when left out
//   --row         one row; may be repeated
//   --executable  another build of `grantbook`
//   --seed        of the generated bad inputs; another one each time when left out
//   --inputs      how many of them; 10,000 when left out
// Exit status: 0 all held, 1 something is broken, 2 could not run.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { engineNames, sqlite, startPostgres } from "./attack/engines.js";
import { linesOf, summary } from "./attack/report.js";
import { runRow } from "./attack/row.js";
import { rows } from "./attack/rows.js";

class UsageError extends Error {}

function readArguments() {
  const options = {
    short: { type: /** @type {const} */ ("boolean"), default: false },
    engine: { type: /** @type {const} */ ("string") },
    row: {
      type: /** @type {const} */ ("string"),
      multiple: /** @type {const} */ (true),
      default: /** @type {string[]} */ ([]),
    },
    seed: { type: /** @type {const} */ ("string"), default: String(Date.now() % 1_000_000) },
    inputs: { type: /** @type {const} */ ("string"), default: "10000" },
    executable: {
      type: /** @type {const} */ ("string"),
      default: fileURLToPath(new URL("../apps/reference-server/dist/main.js", import.meta.url)),
    },
  };
  let values;
  try {
    ({ values } = parseArgs({ options }));
  } catch (error) {
    throw new UsageError(/** @type {Error} */ (error).message);
  }
  const { short: isShort, engine, row: numbers, executable } = values;
  if (engine !== undefined && !engineNames.includes(engine)) {
    throw new UsageError(`there is no engine ${engine}; there are ${engineNames.join(" and ")}`);
  }
  const unknown = numbers.find((number) => !rows.some((row) => String(row.number) === number));
  if (unknown !== undefined) {
    throw new UsageError(`there is no row ${unknown}; there are ${rows.map((row) => row.number).join(", ")}`);
  }
  for (const name of /** @type {const} */ (["seed", "inputs"])) {
    if (!/^\d{1,9}$/.test(values[name])) throw new UsageError(`--${name} takes a whole number, not ${values[name]}`);
  }
  if (!existsSync(executable)) throw new UsageError(`there is no ${executable}; npm run build makes it`);
  if (process.platform !== "linux") throw new UsageError("memory and descriptors are read from /proc, which Linux has");
  const wanted = rows.filter((row) => numbers.length === 0 || numbers.includes(String(row.number)));
  return { engine, wanted, options: { isShort, executable, seed: Number(values.seed), inputs: Number(values.inputs) } };
}

async function main() {
  const { engine, wanted, options } = readArguments();
  const postgres = engine === "sqlite" ? undefined : await startPostgres();
  const engines = [...(engine === "postgres" ? [] : [sqlite]), ...(postgres ? [postgres.engine] : [])];
  const outcomes = [];
  try {
    for (const row of wanted) {
      for (const one of engines) {
        const outcome = await runRow(row, one, options);
        outcomes.push(outcome);
        console.log(linesOf(outcome));
      }
    }
  } finally {
    await postgres?.stop();
  }
  console.log(summary(outcomes));
  process.exitCode = outcomes.some(({ broken }) => broken.length > 0) ? 1 : 0;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof Error && error.name === "MissingPostgresError")) throw error;
  console.error(`attack: ${error.message}`);
  process.exitCode = 2;
}
