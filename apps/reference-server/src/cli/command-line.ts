import { readFileSync } from "node:fs";
import { didYouMean } from "../options/did-you-mean.js";
import { parseArguments } from "../options/option.js";
import { packageFolder } from "../package-folder.js";
import { UsageError } from "../usage-error.js";
import type { Command } from "./command.js";
import { commands } from "./commands.js";
import { helpFor, usageOf } from "./help.js";

/** Runs the command of a command line. Throws a {@link UsageError}. */
export async function runCommandLine(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  if (words[0] === "--version") {
    const manifest = readFileSync(new URL("package.json", packageFolder), "utf8");
    process.stdout.write(`${JSON.parse(manifest).version}\n`);
    return;
  }
  const command = commands.find(({ name }) => name.split(" ").every((word, index) => words[index] === word));
  if (words.includes("--help") || words.includes("-h")) {
    process.stdout.write(helpFor(command, words));
    return;
  }
  if (!command) throw unknownCommand(words);
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

function unknownCommand(words: readonly string[]): UsageError {
  const isFlag = (word: string) => word.startsWith("-");
  const end = words.findIndex(isFlag);
  const typed = end === -1 ? words : words.slice(0, end);
  const isGroup = commands.some(({ name }) => `${name} `.startsWith(`${typed.join(" ")} `));
  if (typed.length === 0 || isGroup) {
    const problem = typed.length === 0 ? "no command" : `incomplete command ${typed.join(" ")}`;
    return new UsageError(`${problem}\n\n${helpFor(undefined, typed).trimEnd()}`);
  }
  const known = new Set(commands.flatMap(({ name }) => name.split(" ")));
  const last = typed.findIndex((word) => !known.has(word)) + 1 || typed.length;
  const unknown = typed.slice(0, last).join(" ");
  return new UsageError(`unknown command ${unknown}${suggestCommand(typed)}; see grantbook --help`);
}

/** Suggests a command for the first words, as many as the command has. */
function suggestCommand(words: readonly string[]): string {
  const suggestions = [3, 2, 1].map((count) => {
    const names = commands.map(({ name }: Command) => name).filter((name) => name.split(" ").length === count);
    return didYouMean(words.slice(0, count).join(" "), names);
  });
  return suggestions.find((suggestion) => suggestion !== "") ?? "";
}
