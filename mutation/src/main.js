// Plants faults into sources and reports those that no test notices: `npm run mutate -- PATH … [--concurrency N]`.
// Paths are folders or files of one package. Without one, it prints the scores of results.json. Exits with 1 below the
// wanted score. MUTATION_TESTS is the folder of the tests that judge the faults; else the package and its contract do.
import { parseArgs } from "node:util";
import { acceptedIn } from "./accepted.js";
import { installStryker } from "./install.js";
import { describeMutant, scoreTable } from "./report.js";
import { currentCommit, readResults, saveResults } from "./results.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { concurrency: { type: "string", default: "2" } },
});

if (positionals.length > 0) {
  installStryker();
  const { runStryker } = await import("./run-stryker.js");
  const paths = positionals.map((path) => path.replace(/\/$/, ""));
  const commit = currentCommit();
  const mutants = await runStryker(paths, { concurrency: Number(values.concurrency) });
  const { remaining, outdated } = acceptedIn(mutants);
  for (const mutant of remaining) console.log(describeMutant(mutant));
  for (const { file, original } of outdated) {
    console.log(`${file}: accepted.json has a survivor that is no more: ${original}`);
    process.exitCode = 1;
  }
  saveResults(mutants, commit);
}

const { lines, isEnough } = scoreTable(readResults(), positionals);
console.log(lines.join("\n"));
if (!isEnough) process.exitCode = 1;
