import { formatOptions } from "../options/help.js";
import { formatSections, terminalWidth, wrap } from "../options/wrap.js";
import type { Command } from "./command.js";
import { commandGroups } from "./commands.js";

/** Usage of a command: its name and parameters. */
export function usageOf({ name, parameters }: Command): string {
  return ["grantbook", name, ...parameters].join(" ");
}

/** Returns the help of a command; without one, the commands that begin with the words, or all of them. */
export function helpFor(
  command: Command | undefined,
  words: readonly string[] = [],
  width: number = terminalWidth(),
): string {
  return command ? helpOfCommand(command, width) : listCommands(words, width);
}

function helpOfCommand(command: Command, width: number): string {
  const precedence = "A flag takes precedence over its environment variable, and the variable over the default.";
  const paragraphs = [command.summary, precedence].map((text) => wrap(text, width).join("\n"));
  return `${[`Usage: ${usageOf(command)} [FLAG]...`, ...paragraphs, formatOptions(command.options, width)].join("\n\n")}\n`;
}

function listCommands(words: readonly string[], width: number): string {
  const [first] = words;
  const groups = Object.entries(commandGroups);
  const named = groups.flatMap(([heading, commands]): typeof groups => {
    const found = commands.filter(({ name }) => name.split(" ")[0] === first);
    return found.length > 0 ? [[heading, found]] : [];
  });
  const sections = (named.length > 0 ? named : groups).map(([heading, commands]) => {
    const rows = commands.map(({ name, parameters, summary }) => [[name, ...parameters].join(" "), summary] as const);
    return [heading, rows] as const;
  });
  const more = "grantbook COMMAND --help lists the flags of a command. grantbook --version prints the version.";
  return `${["Usage: grantbook COMMAND [PARAMETER]... [FLAG]...", formatSections(sections, width), wrap(more, width).join("\n")].join("\n\n")}\n`;
}
