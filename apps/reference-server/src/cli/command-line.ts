import { readFileSync } from "node:fs";
import { formatOptions } from "../options/help.js";
import { parseArguments } from "../options/option.js";
import { UsageError } from "../usage-error.js";
import { applicationCommands } from "./applications.js";
import type { Command } from "./command.js";
import { maintenanceCommands } from "./maintenance.js";
import { migrateCommand } from "./migrate.js";
import { serveCommand } from "./serve.js";
import { tokenCommands } from "./tokens.js";
import { userCommands } from "./users.js";

/** Commands, in the order of the help. */
export const commands: readonly Command[] = [
  serveCommand,
  ...userCommands,
  ...applicationCommands,
  ...tokenCommands,
  migrateCommand,
  ...maintenanceCommands,
];

/** Runs the command of a command line. Throws a {@link UsageError}. */
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
  const table = Object.assign({}, ...Object.values(command.options));
  const given = words.slice(command.name.split(" ").length);
  const { values, parameters } = parseArguments(table, given, environment);
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

/** Returns the help of a command; without one, the list of all commands, or of those with the first word. */
export function helpFor(command: Command | undefined, [first]: readonly string[] = []): string {
  if (command) {
    return `Usage: ${usageOf(command)} [FLAG]...

${command.summary}

A flag takes precedence over its environment variable, and the variable over the default in brackets.

${formatOptions(command.options)}
`;
  }
  const some = commands.filter(({ name }) => name.split(" ")[0] === first);
  const shown = some.length > 0 ? some : commands;
  const width = Math.max(...shown.map((each) => usageOf(each).length));
  const rows = shown.map((each) => `  ${usageOf(each).padEnd(width)}  ${each.summary}`);
  return `Usage: grantbook COMMAND [PARAMETER]... [FLAG]...\n\n${rows.join("\n")}\n\ngrantbook COMMAND --help lists the flags of a command, grantbook --version prints the version.\n`;
}
