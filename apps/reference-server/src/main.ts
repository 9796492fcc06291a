#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { serve } from "./serve.js";
import { helpText, readSettings } from "./settings.js";
import { UsageError } from "./usage-error.js";

/** Runs the command line. */
async function main(parameters: readonly string[]): Promise<void> {
  const [command, ...flags] = parameters;
  if (command === "--version") {
    const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8");
    process.stdout.write(`${JSON.parse(manifest).version}\n`);
  } else if (parameters.includes("--help") || parameters.includes("-h")) {
    process.stdout.write(helpText());
  } else if (command === "serve") {
    await serve(readSettings(flags, process.env));
  } else {
    throw new UsageError(
      `${command === undefined ? "no command" : `unknown command ${command}`}; see grantbook --help`,
    );
  }
}

// Whoever reads the output may go away; serving goes on.
process.stdout.on("error", () => undefined);
process.stderr.on("error", () => undefined);

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`grantbook: ${error.message}`);
  process.exitCode = 2;
}
