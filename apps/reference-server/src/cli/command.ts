import type { OptionTable, ValuesOf } from "../options/option.js";
import { type DatabaseSettings, databaseOptions } from "../options/serve-options.js";

/** Command of the command line. */
export interface Command {
  /** One to three words. */
  readonly name: string;
  /** Placeholders of the positional parameters, as the help shows them. */
  readonly parameters: readonly string[];
  readonly summary: string;
  /** Options, under the headings of the help. */
  readonly options: { readonly [heading: string]: OptionTable };
  readonly run: (parameters: readonly string[], values: never) => Promise<void>;
}

/** Creates a command that has the options of the database in addition to its own. */
export function databaseCommand<const Parameters extends readonly string[], Options extends OptionTable>(command: {
  readonly name: string;
  readonly parameters: Parameters;
  readonly summary: string;
  readonly options: Options;
  readonly run: (
    parameters: { readonly [Index in keyof Parameters]: string },
    values: ValuesOf<Options> & DatabaseSettings,
  ) => Promise<void>;
}): Command {
  const { options, run, ...rest } = command;
  return {
    ...rest,
    options: { ...(Object.keys(options).length > 0 ? { Options: options } : {}), Database: databaseOptions },
    run: run as Command["run"],
  };
}
