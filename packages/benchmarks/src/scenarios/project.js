// Seconds that the project's own checks take.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { short } from "../report.js";

const root = fileURLToPath(new URL("../../../..", import.meta.url));

const commands = {
  "generate the contract": "node scripts/generate-contract.js --check",
  "type check": "npm run --silent types",
  "npm test": "npm test --silent",
};

/** Runs each check once. */
export async function project() {
  const rows = Object.entries(commands).map(([name, command]) => {
    const [program = "", ...parameters] = command.split(" ");
    const began = performance.now();
    const { status } = spawnSync(program, parameters, { cwd: root, stdio: "ignore" });
    if (status !== 0) throw new Error(`${command} failed.`);
    return [name, short((performance.now() - began) / 1000)];
  });
  return [{ title: "The project", head: ["", "seconds"], rows }];
}
