import type { SettingTable, ValuesOf } from "../options/option.js";
import { type DatabaseSettings, databaseSettings } from "../options/serve-options.js";

/** One command of the command line. */
export interface Command {
  /** One word or two. */
  readonly name: string;
  /** What stands behind the name, in the words of the help. */
  readonly parameters: readonly string[];
  readonly summary: string;
  /** Its settings, under the headings of its help. */
  readonly settings: { readonly [heading: string]: SettingTable };
  readonly run: (parameters: readonly string[], values: never) => Promise<void>;
}

/** A command with settings of its own, beside those of the database. */
export function databaseCommand<const Parameters extends readonly string[], Own extends SettingTable>(command: {
  readonly name: string;
  readonly parameters: Parameters;
  readonly summary: string;
  readonly own: Own;
  readonly run: (
    parameters: { readonly [Index in keyof Parameters]: string },
    values: ValuesOf<Own> & DatabaseSettings,
  ) => Promise<void>;
}): Command {
  const { own, run, ...rest } = command;
  return {
    ...rest,
    settings: { ...(Object.keys(own).length > 0 ? { Settings: own } : {}), Database: databaseSettings },
    run: run as Command["run"],
  };
}
