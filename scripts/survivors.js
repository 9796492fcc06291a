// Plants the faults of survivors/faults.js one at a time, in a copy of the repository, and runs the test that notices
// each. Usage: npm run survivors [-- WORD …]    with words, only the faults that have one of them in their text or file
import { faults } from "./survivors/faults.js";
import { ScratchCopy } from "./survivors/scratch-copy.js";

const words = process.argv.slice(2);
const chosen = faults.filter(
  ({ what, file }) => words.length === 0 || words.some((word) => `${what} ${file}`.includes(word)),
);
const total = { noticed: 0, survived: 0 };
const copy = new ScratchCopy();
try {
  for (const engine of ["sqlite", "postgres"]) {
    const own = chosen.filter((fault) => (fault.engine ?? "sqlite") === engine);
    if (own.length === 0) continue;
    requirePassing([...new Set(own.map(({ test }) => test))], engine);
    for (const fault of own) plant(fault, engine);
  }
} finally {
  copy.remove();
}
console.log(`${total.noticed} noticed, ${total.survived} survived`);
process.exitCode = total.survived === 0 ? 0 : 1;

/**
 * Throws when a test fails without a fault: it would notice nothing.
 * @param {string[]} tests @param {string} engine
 */
function requirePassing(tests, engine) {
  const { failed, errors, isBroken, output } = copy.runTests(tests, engine);
  if (failed.length === 0 && !isBroken) return;
  throw new Error(`The tests fail without a fault:\n${[...failed, ...errors].join("\n") || output}`);
}

/** @param {import("./survivors/fault.js").Fault} fault @param {string} engine */
function plant(fault, engine) {
  const isDescription = fault.file.startsWith("openapi/");
  const undo = copy.plant(fault);
  if (isDescription) copy.generate();
  const { failed, isBroken, output } = copy.runTests([fault.test], engine);
  undo();
  if (isDescription) copy.generate();
  if (isBroken) throw new Error(`${fault.test} could not run with the fault in ${fault.file}:\n${output}`);
  total[failed.length > 0 ? "noticed" : "survived"] += 1;
  console.log(`${failed.length > 0 ? "noticed " : "SURVIVED"} ${fault.what} (${fault.file})`);
  if (failed.length > 0) console.log(`           ${fault.test}: ${failed[0]}`);
}
