import { parseArgs } from "node:util";
import { UsageError } from "./usage-error.js";

interface Setting<T> {
  /** What stands for the value in the help; none for a switch. */
  readonly placeholder?: string;
  readonly environment: string;
  /** May be given more than once; in the environment with commas between. */
  readonly repeatable?: true;
  /** As it would be written; none when the setting is off by default. */
  readonly byDefault?: string;
  readonly help: string;
  /** Reads what was written. Throws with the reason when it cannot be. */
  readonly read: (text: string) => T;
}

/** Where the data is. */
export type Database = { readonly file: string };

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
    read: readName,
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
  sunset: {
    placeholder: "STATE",
    environment: "SUNSET",
    byDefault: "available",
    help: "Rehearse the removal of the deprecated operations for users: available, brownout or removed.",
    read: readSunset,
  },
  brownout: {
    placeholder: "FROM/UNTIL",
    environment: "BROWNOUT",
    repeatable: true,
    help: "Switch them off for a time: 2026-12-01T07:00Z/2026-12-01T10:00Z. May be repeated.",
    read: readPeriod,
  },
  removal: {
    placeholder: "TIME",
    environment: "REMOVAL",
    help: "Switch them off for good from then on: 2026-12-31T16:00Z.",
    read: readTime,
  },
  "rate-limit": {
    placeholder: "NUMBER",
    environment: "RATE_LIMIT",
    help: "Requests an hour of each user and application. Not limited unless it is set.",
    read: readCount,
  },
  "failed-passwords": {
    placeholder: "NUMBER",
    environment: "FAILED_PASSWORDS",
    byDefault: "10",
    help: "Wrong passwords let pass for a user and an address, within the time below.",
    read: readPositive,
  },
  "failed-codes": {
    placeholder: "NUMBER",
    environment: "FAILED_CODES",
    byDefault: "5",
    help: "Wrong one-time codes let pass, likewise.",
    read: readPositive,
  },
  "failed-minutes": {
    placeholder: "NUMBER",
    environment: "FAILED_MINUTES",
    byDefault: "15",
    help: "Minutes for which failed logins are counted.",
    read: readPositive,
  },
  demo: {
    environment: "DEMO",
    help: "Have demo users and a demo application, and print how to use them.",
    read: readSwitch,
  },
} as const satisfies Record<string, Setting<unknown>>;

type Table = typeof table;

/** The settings of a server. Those without a default may be left out; repeatable ones are lists. */
export type Settings = {
  readonly [Name in keyof Table]: Table[Name] extends { repeatable: true }
    ? readonly ReturnType<Table[Name]["read"]>[]
    : Table[Name] extends { byDefault: string }
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
      return [name, readValue(setting, text)];
    } catch (error) {
      throw new UsageError(`${source}: ${error instanceof Error ? error.message : error}`);
    }
  });
  return Object.fromEntries(entries) as Settings;
}

function readValue({ repeatable, read }: Setting<unknown>, text: string | undefined): unknown {
  if (repeatable) return text === undefined ? [] : text.split(",").map(read);
  return text === undefined ? undefined : read(text);
}

function readFlags(flags: readonly string[]): Record<string, unknown> {
  const options = Object.fromEntries(
    Object.entries<Setting<unknown>>(table).map(([name, { placeholder, repeatable = false }]) => [
      name,
      { type: placeholder ? ("string" as const) : ("boolean" as const), multiple: repeatable },
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
  const settings = Object.entries<Setting<unknown>>(table);
  const flagOf = (name: string, { placeholder }: Setting<unknown>) =>
    `--${name}${placeholder ? ` ${placeholder}` : ""}`;
  const width = Math.max(...settings.map(([name, setting]) => flagOf(name, setting).length));
  const environmentWidth = Math.max(...settings.map(([, { environment }]) => environment.length));
  const rows = settings.map(([name, setting]) => {
    const { byDefault, environment, help } = setting;
    const suffix = byDefault === undefined ? "" : ` [${byDefault}]`;
    return `  ${flagOf(name, setting).padEnd(width)}  ${environment.padEnd(environmentWidth)}  ${help}${suffix}`;
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

function readName(text: string): string {
  if (text === "") throw new Error("it is empty");
  return text;
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password) {
    throw new Error("the address must be http or https, without a user, a query or a fragment");
  }
  return url.href.replace(/\/+$/, "");
}

function readDatabase(text: string): Database {
  const [, file] = /^sqlite:(.+)$/.exec(text) ?? [];
  if (file !== undefined) return { file };
  if (/^postgres(ql)?:/.test(text)) throw new Error("PostgreSQL is not supported yet; use sqlite:FILE");
  throw new Error(`${text} is not a database; use sqlite:FILE or sqlite::memory:`);
}

function readSunset(text: string): "available" | "brownout" | "removed" {
  if (text === "available" || text === "brownout" || text === "removed") return text;
  throw new Error(`${text} is not known; use available, brownout or removed`);
}

function readTime(text: string): Date {
  const time = new Date(text);
  if (!/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(time.getTime())) {
    throw new Error(`${text} is not a time; write it like 2026-12-01T07:00Z`);
  }
  return time;
}

function readPeriod(text: string): readonly [Date, Date] {
  const [from, until, ...rest] = text.split("/").map(readTime);
  if (!from || !until || rest.length > 0 || from >= until) {
    throw new Error(`${text} is not a period; write it like 2026-12-01T07:00Z/2026-12-01T10:00Z`);
  }
  return [from, until];
}

function readCount(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new Error(`${text} is not a whole number`);
  return Number(text);
}

function readPositive(text: string): number {
  const count = readCount(text);
  if (count === 0) throw new Error("it must be at least 1");
  return count;
}

function readSwitch(text: string): boolean {
  if (/^(true|1|yes|on)$/i.test(text)) return true;
  if (/^(false|0|no|off)$/i.test(text)) return false;
  throw new Error(`${text} is neither true nor false`);
}
