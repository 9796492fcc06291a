import { readFileSync } from "node:fs";
import { settingLines } from "../options/help.js";
import { readArguments } from "../options/option.js";
import { UsageError } from "../usage-error.js";
import { applicationCommands } from "./applications.js";
import type { Command } from "./command.js";
import { maintenanceCommands } from "./maintenance.js";
import { migrateCommand } from "./migrate.js";
import { serveCommand } from "./serve.js";
import { tokenCommands } from "./tokens.js";
import { userCommands } from "./users.js";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  serveCommand,
  ...userCommands,
  ...applicationCommands,
  ...tokenCommands,
  migrateCommand,
  ...maintenanceCommands,
];

/** Runs what the command line says. Throws a {@link UsageError}. */
export async function runCommandLine(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  if (words[0] === "--version") {
    const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
    process.stdout.write(`${JSON.parse(manifest).version}\n`);
    return;
  }
  const command = commands.find(({ name }) => name.split(" ").every((word, index) => words[index] === word));
  if (words.includes("--help") || words.includes("-h")) {
    process.stdout.write(helpFor(command, words));
    return;
  }
  if (!command) throw new UsageError(unknownCommand(words));
  const table = Object.assign({}, ...Object.values(command.settings));
  const given = words.slice(command.name.split(" ").length);
  const { values, parameters } = readArguments(table, given, environment);
  const missing = command.parameters[parameters.length];
  if (missing !== undefined) throw new UsageError(`${usageOf(command)}: missing argument ${missing}; see --help`);
  if (parameters.length > command.parameters.length) {
    throw new UsageError(`${usageOf(command)}: too many arguments; see --help`);
  }
  await command.run(parameters, values as never);
}

function unknownCommand(words: readonly string[]): string {
  if (words.length === 0) return "no command; see grantbook --help";
  const known = new Set(commands.flatMap(({ name }) => name.split(" ")));
  const last = words.findIndex((word) => !known.has(word)) + 1 || words.length;
  return `unknown command ${words.slice(0, last).join(" ")}; see grantbook --help`;
}

function usageOf({ name, parameters }: Command): string {
  return ["grantbook", name, ...parameters].join(" ");
}

/** The help of a command; without one, all commands, or those that begin with the first word. */
export function helpFor(command: Command | undefined, [first]: readonly string[] = []): string {
  if (command) {
    return `Usage: ${usageOf(command)} [FLAG]...

${command.summary}

A flag takes precedence over its environment variable, and the variable over the default in brackets.

${settingLines(command.settings)}
`;
  }
  const some = commands.filter(({ name }) => name.split(" ")[0] === first);
  const shown = some.length > 0 ? some : commands;
  const width = Math.max(...shown.map((each) => usageOf(each).length));
  const rows = shown.map((each) => `  ${usageOf(each).padEnd(width)}  ${each.summary}`);
  return `Usage: grantbook COMMAND [PARAMETER]... [FLAG]...\n\n${rows.join("\n")}\n\ngrantbook COMMAND --help lists the flags of a command, grantbook --version prints the version.\n`;
}
