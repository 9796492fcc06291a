import { parseArgs } from "node:util";
import { UsageError } from "../usage-error.js";

/** One thing that can be set: by a flag, by an environment variable, or else by default. */
export interface Setting<T> {
  /** What stands for the value in the help; none for a switch. */
  readonly placeholder?: string;
  /** None where only a flag makes sense. */
  readonly environment?: string;
  /** May be given more than once; in the environment with commas between. */
  readonly repeatable?: true;
  /** As it would be written; none when the setting is off by default. */
  readonly byDefault?: string;
  readonly help: string;
  /** Reads what was written. Throws with the reason when it cannot be. */
  readonly read: (text: string) => T;
}

/** Settings by the name of their flag. */
export type SettingTable = { readonly [flag: string]: Setting<unknown> };

/** The values of settings. Those without a default may be left out; repeatable ones are lists. */
export type ValuesOf<Table extends SettingTable> = {
  readonly [Flag in keyof Table]: Table[Flag] extends { repeatable: true }
    ? readonly ReturnType<Table[Flag]["read"]>[]
    : Table[Flag] extends { byDefault: string }
      ? ReturnType<Table[Flag]["read"]>
      : ReturnType<Table[Flag]["read"]> | undefined;
};

/** What stands behind a command: its parameters, and flags of its settings anywhere between. */
export interface Arguments<Table extends SettingTable> {
  readonly values: ValuesOf<Table>;
  readonly parameters: readonly string[];
}

/** Reads flags first, then the environment, then the defaults. An empty variable counts as none. Throws a {@link UsageError}. */
export function readArguments<Table extends SettingTable>(
  table: Table,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Arguments<Table> {
  const { values: given, positionals } = parse(table, args);
  const entries = Object.entries<Setting<unknown>>(table).map(([flag, setting]) => {
    const { environment: variable, byDefault } = setting;
    const written = given[flag];
    const [text, source] =
      written !== undefined
        ? [String(written), `--${flag}`]
        : [(variable && environment[variable]) || byDefault, variable ?? `--${flag}`];
    try {
      return [flag, readValue(setting, text)];
    } catch (error) {
      throw new UsageError(`${source}: ${error instanceof Error ? error.message : error}`);
    }
  });
  return { values: Object.fromEntries(entries) as ValuesOf<Table>, parameters: positionals };
}

function readValue({ repeatable, read }: Setting<unknown>, text: string | undefined): unknown {
  if (repeatable) return text === undefined ? [] : text.split(",").map(read);
  return text === undefined ? undefined : read(text);
}

function parse(table: SettingTable, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(table).map(([flag, { placeholder, repeatable = false }]) => [
      flag,
      { type: placeholder ? ("string" as const) : ("boolean" as const), multiple: repeatable },
    ]),
  );
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(". ")[0]}; see --help`);
  }
}
