// Two steps of a release that need more than one command.
// Usage: node scripts/release.js raise     turns the changesets into versions, changelogs and info.version
//        node scripts/release.js check     fails when a package is not ready to be published
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { publishingProblems, raiseVersions } from "./release/versions.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const changesets = createRequire(import.meta.url).resolve("@changesets/cli/bin.js");

/** @param {string} script @param {string[]} parameters */
function run(script, ...parameters) {
  const { status } = spawnSync(process.execPath, [script, ...parameters], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error(`${script} ${parameters.join(" ")} failed.`);
}

const [step] = process.argv.slice(2);
if (step === "raise") {
  run(changesets, "version");
  console.log(`The next release is ${raiseVersions(root)}.`);
  run(fileURLToPath(new URL("generate-contract.js", import.meta.url)));
} else if (step === "check") {
  const problems = publishingProblems(root);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
} else {
  console.error("Usage: node scripts/release.js raise|check");
  process.exitCode = 2;
}
