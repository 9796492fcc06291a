// Writes the docs site, and serves it while it is edited. `npm run docs` compiles and runs this.
import { runCommand } from "./command.js";

try {
  await runCommand(process.argv.slice(2));
} catch (error) {
  console.error(`docs: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
