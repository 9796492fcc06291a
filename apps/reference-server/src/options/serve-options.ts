import { oauthExtensions } from "@grantbook/server";
import {
  databaseAddressHelp,
  databaseLocks,
  defaultDatabase,
  locateDatabase,
  sharedEngineTitles,
} from "@grantbook/server/engine";
import { connections } from "./connections.js";
import type { OptionTable, ValuesOf } from "./option.js";
import {
  parseBoolean,
  parseCount,
  parseHostAndPort,
  parseHostName,
  parseNetwork,
  parseOneOf,
  parsePeriod,
  parsePort,
  parsePositive,
  parseText,
  parseTime,
  parseUrl,
} from "./parsers.js";

/** Options of every command that opens a database. */
export const databaseOptions = {
  database: {
    placeholder: "URL",
    environment: "DATABASE_URL",
    default: defaultDatabase,
    help: `Database: ${databaseAddressHelp}.`,
    parse: locateDatabase,
  },
  "database-locks": {
    placeholder: "KIND",
    environment: "DATABASE_LOCKS",
    help: `Locks of ${sharedEngineTitles}: advisory, or serializable, the default where the server is CockroachDB or YugabyteDB.`,
    parse: parseOneOf(...databaseLocks),
  },
  "key-file": {
    placeholder: "FILE",
    environment: "KEY_FILE",
    default: "data/grantbook.key",
    help: "Key that encrypts the TOTP secrets; created if missing.",
    parse: parseText,
  },
  "admin-socket": {
    placeholder: "FILE",
    environment: "ADMIN_SOCKET",
    help: "Socket for commands to a running server. By default the path of the database file with .sock appended.",
    parse: parseText,
  },
} as const satisfies OptionTable;

const listening = {
  port: {
    placeholder: "NUMBER",
    environment: "PORT",
    default: "3000",
    help: "Port to listen on; 0 picks a free one.",
    parse: parsePort,
  },
  host: {
    placeholder: "ADDRESS",
    environment: "HOST",
    default: "127.0.0.1",
    help: "Address to listen on.",
    parse: parseText,
  },
  "public-url": {
    placeholder: "URL",
    environment: "PUBLIC_URL",
    help: "URL that users see, for URLs in responses. By default the address that the server listens on.",
    parse: parseUrl,
  },
  "trusted-proxy": {
    placeholder: "NETWORK",
    environment: "TRUSTED_PROXY",
    repeatable: true,
    help: "Proxy whose X-Forwarded-For is trusted: an address, or a network like 10.0.0.0/8. Repeatable.",
    parse: parseNetwork,
  },
} as const satisfies OptionTable;

const processes = {
  workers: {
    placeholder: "NUMBER",
    environment: "WORKERS",
    default: "1",
    help: `Number of processes that share the port. More than one needs ${sharedEngineTitles}.`,
    parse: parsePositive,
  },
} as const satisfies OptionTable;

const rehearsal = {
  sunset: {
    placeholder: "STATE",
    environment: "SUNSET",
    default: "available",
    help: "State of the deprecated operations for users: available, brownout or removed.",
    parse: parseOneOf("available", "brownout", "removed"),
  },
  brownout: {
    placeholder: "FROM/UNTIL",
    environment: "BROWNOUT",
    repeatable: true,
    help: "Switch them off for a period: 2026-12-01T07:00Z/2026-12-01T10:00Z. Repeatable.",
    parse: parsePeriod,
  },
  removal: {
    placeholder: "TIME",
    environment: "REMOVAL",
    help: "Switch them off permanently from this time on: 2026-12-31T16:00Z.",
    parse: parseTime,
  },
} as const satisfies OptionTable;

const flows = {
  "oauth-extension": {
    placeholder: "NAME",
    environment: "OAUTH_EXTENSIONS",
    repeatable: true,
    help: "Add metadata, iss, revocation, introspection, standard-errors or redirect-mismatch to the flows. Repeatable.",
    parse: parseOneOf(...oauthExtensions),
  },
  "tokens-per-hour": {
    placeholder: "NUMBER",
    environment: "TOKENS_PER_HOUR",
    help: "Sign-ins an hour of a user to an application before consent is asked again: 10 on GitHub. Unlimited by default.",
    parse: parsePositive,
  },
} as const satisfies OptionTable;

const callers = {
  "rate-limit": {
    placeholder: "NUMBER",
    environment: "RATE_LIMIT",
    help: "Maximum requests per hour for each user and application. Unlimited by default.",
    parse: parseCount,
  },
  "failed-passwords": {
    placeholder: "NUMBER",
    environment: "FAILED_PASSWORDS",
    default: "10",
    help: "Maximum wrong passwords for a user from one address, per window of --failed-minutes.",
    parse: parsePositive,
  },
  "failed-codes": {
    placeholder: "NUMBER",
    environment: "FAILED_CODES",
    default: "5",
    help: "Maximum wrong one-time codes for a user from one address, per window of --failed-minutes.",
    parse: parsePositive,
  },
  "failed-codes-a-day": {
    placeholder: "NUMBER",
    environment: "FAILED_CODES_A_DAY",
    default: "20",
    help: "Maximum wrong one-time codes for a user in 24 hours, from all addresses.",
    parse: parsePositive,
  },
  "allow-otp-reuse": {
    environment: "ALLOW_OTP_REUSE",
    help: "Accept a one-time code more than once while it is valid, to test clients that send it twice.",
    parse: parseBoolean,
  },
  "failed-minutes": {
    placeholder: "NUMBER",
    environment: "FAILED_MINUTES",
    default: "15",
    help: "Length of the window in which failed logins are counted, in minutes.",
    parse: parsePositive,
  },
  "password-verifications": {
    placeholder: "NUMBER",
    environment: "PASSWORD_VERIFICATIONS",
    default: "2",
    help: "Maximum concurrent password verifications; each takes a core for about 12 ms.",
    parse: parsePositive,
  },
  "password-queue": {
    placeholder: "NUMBER",
    environment: "PASSWORD_QUEUE",
    default: "64",
    help: "Maximum passwords waiting for verification; above, requests get 503.",
    parse: parseCount,
  },
  "password-memory": {
    placeholder: "SECONDS",
    environment: "PASSWORD_MEMORY",
    default: "300",
    help: "Time that a correct password is cached; 0 disables the cache.",
    parse: parseCount,
  },
} as const satisfies OptionTable;

const watching = {
  "log-level": {
    placeholder: "LEVEL",
    environment: "LOG_LEVEL",
    default: "info",
    help: "Lowest level logged to standard error: error, warn, info (every request), debug, or silent.",
    parse: parseOneOf("error", "warn", "info", "debug", "silent"),
  },
  "log-format": {
    placeholder: "FORMAT",
    environment: "LOG_FORMAT",
    default: "auto",
    help: "Format of the log: json, text for people, or auto: text on a terminal.",
    parse: parseOneOf("auto", "json", "text"),
  },
  metrics: {
    placeholder: "HOST:PORT",
    environment: "METRICS",
    help: "Address to serve Prometheus metrics on, under /metrics. Off by default.",
    parse: parseHostAndPort,
  },
} as const satisfies OptionTable;

const startOptions = {
  "database-wait": {
    placeholder: "SECONDS",
    environment: "DATABASE_WAIT",
    default: "30",
    help: `Maximum time to wait for ${sharedEngineTitles} at startup.`,
    parse: parseCount,
  },
  "database-connections": {
    placeholder: "NUMBER",
    environment: "DATABASE_CONNECTIONS",
    default: "10",
    help: `Maximum connections of each process to ${sharedEngineTitles}.`,
    parse: parsePositive,
  },
  seed: {
    placeholder: "FILE",
    environment: "SEED_FILE",
    help: "YAML file with users and applications to create. Existing ones do not change.",
    parse: parseText,
  },
  demo: {
    environment: "DEMO",
    help: "Create demo users and a demo application, and serve test helpers below /_grantbook/.",
    parse: parseBoolean,
  },
  "demo-host": {
    placeholder: "NAME",
    environment: "DEMO_HOSTS",
    repeatable: true,
    help: "Name under which other machines of a closed network may reach --demo, like a service of a CI job. Repeatable.",
    parse: parseHostName,
  },
} as const satisfies OptionTable;

/** Options of `grantbook serve`, under the headings of its help. */
export const serveOptionGroups = {
  Network: { ...listening, ...processes },
  "Data and startup": { ...databaseOptions, ...startOptions },
  "Rehearsal of the removal": rehearsal,
  "Sign-in flows": flows,
  "Rate limits and sign-in": callers,
  "Connection limits": connections,
  "Logging and metrics": watching,
};

type Groups = typeof serveOptionGroups;
type Intersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** Options of `grantbook serve`. */
export const serveOptions: Intersection<Groups[keyof Groups]> = Object.assign({}, ...Object.values(serveOptionGroups));

/** Values of the options of `grantbook serve`. */
export type ServerSettings = ValuesOf<typeof serveOptions>;
/** Values of the options of the database. */
export type DatabaseSettings = ValuesOf<typeof databaseOptions>;
