import { parseArgs } from "node:util";
import { UsageError } from "../usage-error.js";
import { didYouMean } from "./did-you-mean.js";

/** Option of a command: a flag, mostly with an environment variable and a default. */
export interface Option<T> {
  /** Stands for the value in the help; absent for a boolean flag. */
  readonly placeholder?: string;
  /** Environment variable; absent for options that are flags only. */
  readonly environment?: string;
  /** May be given more than once; in the environment, values are separated by commas. */
  readonly repeatable?: true;
  /** Default, as a user would write it. */
  readonly default?: string;
  readonly help: string;
  /** Parses the value. Throws an error whose message is the reason. */
  readonly parse: (text: string) => T;
}

/** Options by the name of their flag. */
export type OptionTable = { readonly [flag: string]: Option<unknown> };

/** Values of options. One without a default may be `undefined`; a repeatable one is a list. */
export type ValuesOf<Table extends OptionTable> = {
  readonly [Flag in keyof Table]: Table[Flag] extends { repeatable: true }
    ? readonly ReturnType<Table[Flag]["parse"]>[]
    : Table[Flag] extends { default: string }
      ? ReturnType<Table[Flag]["parse"]>
      : ReturnType<Table[Flag]["parse"]> | undefined;
};

/** Parsed arguments of a command: its positional parameters, and its options, in any order. */
export interface Arguments<Table extends OptionTable> {
  readonly values: ValuesOf<Table>;
  readonly parameters: readonly string[];
}

/**
 * Parses arguments. A flag takes precedence over the environment variable, and the variable over the default; an empty
 * variable counts as absent. Throws a {@link UsageError}.
 */
export function parseArguments<Table extends OptionTable>(
  table: Table,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Arguments<Table> {
  const { values: flags, positionals } = parseFlags(table, args);
  const entries = Object.entries<Option<unknown>>(table).map(([flag, option]) => {
    const { environment: variable, default: fallback } = option;
    const written = flags[flag];
    const [text, source] =
      written !== undefined
        ? [String(written), `--${flag}`]
        : [(variable && environment[variable]) || fallback, variable ?? `--${flag}`];
    try {
      return [flag, parseValue(option, text)];
    } catch (error) {
      throw new UsageError(`${source}: ${error instanceof Error ? error.message : error}`);
    }
  });
  return { values: Object.fromEntries(entries) as ValuesOf<Table>, parameters: positionals };
}

function parseValue({ repeatable, parse }: Option<unknown>, text: string | undefined): unknown {
  if (repeatable) return text === undefined ? [] : text.split(",").map(parse);
  return text === undefined ? undefined : parse(text);
}

function parseFlags(table: OptionTable, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(table).map(([flag, { placeholder, repeatable = false }]) => [
      flag,
      { type: placeholder ? ("string" as const) : ("boolean" as const), multiple: repeatable },
    ]),
  );
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    const [problem = ""] = (error as Error).message.split(". ");
    const [, unknown] = /^Unknown option '(--[^']+)'/.exec(problem) ?? [];
    const flags = Object.keys(table).map((flag) => `--${flag}`);
    throw new UsageError(`${problem}${unknown === undefined ? "" : didYouMean(unknown, flags)}; see --help`);
  }
}
