#!/usr/bin/env node
import { AdministrationError } from "@grantbook/server";
import { OpenDatabaseError } from "@grantbook/server/engine";
import { runCommandLine } from "./cli/command-line.js";
import { UsageError } from "./usage-error.js";

// The server keeps running when the reader of its output exits.
process.stdout.on("error", () => undefined);
process.stderr.on("error", () => undefined);

try {
  await runCommandLine(process.argv.slice(2), process.env);
} catch (error) {
  const isUsage = error instanceof UsageError || error instanceof OpenDatabaseError;
  if (!isUsage && !(error instanceof AdministrationError)) throw error;
  console.error(`grantbook: ${error.message}`);
  process.exitCode = isUsage ? 2 : 1;
}
