import { parseArgs } from "node:util";
import { UsageError } from "./usage-error.js";

interface Setting<T> {
  /** What stands for the value in the help; none for a switch. */
  readonly placeholder?: string;
  readonly environment: string;
  /** As it would be written; none when the setting is off by default. */
  readonly byDefault?: string;
  readonly help: string;
  /** Reads what was written. Throws with the reason when it cannot be. */
  readonly read: (text: string) => T;
}

/** Where the data is. */
export type Database = { readonly engine: "sqlite"; readonly file: string };

/** Every setting, in the order of the help: a flag, an environment variable, a default. */
const table = {
  port: {
    placeholder: "NUMBER",
    environment: "PORT",
    byDefault: "3000",
    help: "Port to listen on; 0 picks a free one.",
    read: readPort,
  },
  host: {
    placeholder: "ADDRESS",
    environment: "HOST",
    byDefault: "127.0.0.1",
    help: "Address to listen on.",
    read: (text) => text,
  },
  "public-url": {
    placeholder: "URL",
    environment: "PUBLIC_URL",
    help: "Address by which users reach the server, for the addresses in answers. By default where it listens.",
    read: readUrl,
  },
  database: {
    placeholder: "URL",
    environment: "DATABASE_URL",
    byDefault: "sqlite:data/grantbook.db",
    help: "Where the data is: sqlite:FILE, or sqlite::memory: to forget it at the end.",
    read: readDatabase,
  },
  "key-file": {
    placeholder: "FILE",
    environment: "KEY_FILE",
    byDefault: "data/grantbook.key",
    help: "Key that the seeds of one-time codes are encrypted with; made when it is not there.",
    read: (text) => text,
  },
  seed: {
    placeholder: "FILE",
    environment: "SEED_FILE",
    help: "YAML file with users and applications to have. What is there already stays as it is.",
    read: (text) => text,
  },
  demo: {
    environment: "DEMO",
    help: "Have demo users and a demo application, and print how to use them.",
    read: readSwitch,
  },
} as const satisfies Record<string, Setting<unknown>>;

type Table = typeof table;

/** The settings of a server. Those without a default may be left out. */
export type Settings = {
  readonly [Name in keyof Table]: Table[Name] extends { byDefault: string }
    ? ReturnType<Table[Name]["read"]>
    : ReturnType<Table[Name]["read"]> | undefined;
};

/** Reads flags first, then the environment, then the defaults. An empty variable counts as none. Throws a {@link UsageError}. */
export function readSettings(flags: readonly string[], environment: NodeJS.ProcessEnv): Settings {
  const given = readFlags(flags);
  const entries = Object.entries<Setting<unknown>>(table).map(([name, setting]) => {
    const flag = given[name];
    const [text, source] =
      flag !== undefined
        ? [String(flag), `--${name}`]
        : [environment[setting.environment] || setting.byDefault, setting.environment];
    try {
      return [name, text === undefined ? undefined : setting.read(text)];
    } catch (error) {
      throw new UsageError(`${source}: ${error instanceof Error ? error.message : error}`);
    }
  });
  return Object.fromEntries(entries) as Settings;
}

function readFlags(flags: readonly string[]): Record<string, string | boolean | undefined> {
  const options = Object.fromEntries(
    Object.entries<Setting<unknown>>(table).map(([name, { placeholder }]) => [
      name,
      { type: placeholder ? ("string" as const) : ("boolean" as const) },
    ]),
  );
  try {
    return parseArgs({ args: [...flags], options, strict: true }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(". ")[0]}; see grantbook serve --help`);
  }
}

/** The help of `grantbook serve`, printed from the table. */
export function helpText(): string {
  const rows = Object.entries<Setting<unknown>>(table).map(([name, setting]) => {
    const flag = `--${name}${setting.placeholder ? ` ${setting.placeholder}` : ""}`;
    const byDefault = setting.byDefault === undefined ? "" : ` [${setting.byDefault}]`;
    return `  ${flag.padEnd(20)} ${setting.environment.padEnd(13)} ${setting.help}${byDefault}`;
  });
  return `Usage: grantbook serve [FLAG]...

Serves GitHub Enterprise Server's OAuth Authorizations API. Each setting is a flag, or else an environment
variable, or else the default in brackets.

${rows.join("\n")}
`;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^[0-9]+$/.test(text) || port > 65_535) throw new Error(`${text} is not a port; use a number from 0 to 65535`);
  return port;
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    throw new Error(`${text} is not an http or https address`);
  }
  return text.replace(/\/+$/, "");
}

function readDatabase(text: string): Database {
  const [, file] = /^sqlite:(.+)$/.exec(text) ?? [];
  if (file !== undefined) return { engine: "sqlite", file };
  if (/^postgres(ql)?:/.test(text)) throw new Error("PostgreSQL is not supported yet; use sqlite:FILE");
  throw new Error(`${text} is not a database; use sqlite:FILE or sqlite::memory:`);
}

function readSwitch(text: string): boolean {
  if (/^(true|1|yes|on)$/i.test(text)) return true;
  if (/^(false|0|no|off)$/i.test(text)) return false;
  throw new Error(`${text} is neither true nor false`);
}
