import { defaultDatabase, locateDatabase } from "@grantbook/server/engine";
import { connections } from "./connections.js";
import type { SettingTable, ValuesOf } from "./option.js";
import {
  readCount,
  readHostAndPort,
  readNetwork,
  readOneOf,
  readPeriod,
  readPort,
  readPositive,
  readSwitch,
  readText,
  readTime,
  readUrl,
} from "./parsers.js";

/** Where the data is. The administration commands have these too. */
export const databaseSettings = {
  database: {
    placeholder: "URL",
    environment: "DATABASE_URL",
    byDefault: defaultDatabase,
    help: "Database: sqlite:FILE, sqlite::memory: for a temporary one, or postgres://USER@HOST/DATABASE.",
    read: locateDatabase,
  },
  "key-file": {
    placeholder: "FILE",
    environment: "KEY_FILE",
    byDefault: "data/grantbook.key",
    help: "Key that encrypts the TOTP secrets; created if missing.",
    read: readText,
  },
  "admin-socket": {
    placeholder: "FILE",
    environment: "ADMIN_SOCKET",
    help: "Socket for commands to a running server. By default the path of the SQLite file with .sock appended.",
    read: readText,
  },
} as const satisfies SettingTable;

const listening = {
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
    read: readText,
  },
  "public-url": {
    placeholder: "URL",
    environment: "PUBLIC_URL",
    help: "URL that users see, for URLs in responses. By default the address that the server listens on.",
    read: readUrl,
  },
  "trusted-proxy": {
    placeholder: "NETWORK",
    environment: "TRUSTED_PROXY",
    repeatable: true,
    help: "Proxy whose X-Forwarded-For is trusted: an address, or a network like 10.0.0.0/8. Repeatable.",
    read: readNetwork,
  },
} as const satisfies SettingTable;

const processes = {
  workers: {
    placeholder: "NUMBER",
    environment: "WORKERS",
    byDefault: "1",
    help: "Number of processes that share the port. More than one needs PostgreSQL.",
    read: readPositive,
  },
} as const satisfies SettingTable;

const rehearsal = {
  sunset: {
    placeholder: "STATE",
    environment: "SUNSET",
    byDefault: "available",
    help: "State of the deprecated operations for users: available, brownout or removed.",
    read: readOneOf("available", "brownout", "removed"),
  },
  brownout: {
    placeholder: "FROM/UNTIL",
    environment: "BROWNOUT",
    repeatable: true,
    help: "Switch them off for a period: 2026-12-01T07:00Z/2026-12-01T10:00Z. Repeatable.",
    read: readPeriod,
  },
  removal: {
    placeholder: "TIME",
    environment: "REMOVAL",
    help: "Switch them off permanently from this time on: 2026-12-31T16:00Z.",
    read: readTime,
  },
} as const satisfies SettingTable;

const callers = {
  "rate-limit": {
    placeholder: "NUMBER",
    environment: "RATE_LIMIT",
    help: "Maximum requests per hour for each user and application. Unlimited by default.",
    read: readCount,
  },
  "failed-passwords": {
    placeholder: "NUMBER",
    environment: "FAILED_PASSWORDS",
    byDefault: "10",
    help: "Maximum wrong passwords for a user from one address, per window of --failed-minutes.",
    read: readPositive,
  },
  "failed-codes": {
    placeholder: "NUMBER",
    environment: "FAILED_CODES",
    byDefault: "5",
    help: "Maximum wrong one-time codes for a user from one address, per window of --failed-minutes.",
    read: readPositive,
  },
  "failed-codes-a-day": {
    placeholder: "NUMBER",
    environment: "FAILED_CODES_A_DAY",
    byDefault: "20",
    help: "Maximum wrong one-time codes for a user in 24 hours, from all addresses.",
    read: readPositive,
  },
  "failed-minutes": {
    placeholder: "NUMBER",
    environment: "FAILED_MINUTES",
    byDefault: "15",
    help: "Length of the window in which failed logins are counted, in minutes.",
    read: readPositive,
  },
  "password-verifications": {
    placeholder: "NUMBER",
    environment: "PASSWORD_VERIFICATIONS",
    byDefault: "2",
    help: "Maximum concurrent password verifications; each takes a core for about 12 ms.",
    read: readPositive,
  },
  "password-queue": {
    placeholder: "NUMBER",
    environment: "PASSWORD_QUEUE",
    byDefault: "64",
    help: "Maximum passwords waiting for verification; above, requests get 503.",
    read: readCount,
  },
  "password-memory": {
    placeholder: "SECONDS",
    environment: "PASSWORD_MEMORY",
    byDefault: "300",
    help: "Time that a correct password is cached; 0 disables the cache.",
    read: readCount,
  },
} as const satisfies SettingTable;

const watching = {
  "log-level": {
    placeholder: "LEVEL",
    environment: "LOG_LEVEL",
    byDefault: "info",
    help: "Lowest level logged to standard error: error, warn, info (every request), debug, or silent.",
    read: readOneOf("error", "warn", "info", "debug", "silent"),
  },
  "log-format": {
    placeholder: "FORMAT",
    environment: "LOG_FORMAT",
    byDefault: "auto",
    help: "Format of the log: json, text for people, or auto: text on a terminal.",
    read: readOneOf("auto", "json", "text"),
  },
  metrics: {
    placeholder: "HOST:PORT",
    environment: "METRICS",
    help: "Address to serve Prometheus metrics on, under /metrics. Off by default.",
    read: readHostAndPort,
  },
} as const satisfies SettingTable;

const startSettings = {
  "database-wait": {
    placeholder: "SECONDS",
    environment: "DATABASE_WAIT",
    byDefault: "30",
    help: "Maximum time to wait for PostgreSQL at startup.",
    read: readCount,
  },
  "database-connections": {
    placeholder: "NUMBER",
    environment: "DATABASE_CONNECTIONS",
    byDefault: "10",
    help: "Maximum connections of each process to PostgreSQL.",
    read: readPositive,
  },
  seed: {
    placeholder: "FILE",
    environment: "SEED_FILE",
    help: "YAML file with users and applications to create. Existing ones do not change.",
    read: readText,
  },
  demo: {
    environment: "DEMO",
    help: "Create demo users and a demo application, and serve test helpers below /_grantbook/.",
    read: readSwitch,
  },
} as const satisfies SettingTable;

/** The settings of `grantbook serve` under the headings of its help. */
export const serverSettingGroups = {
  Network: { ...listening, ...processes },
  "Data and startup": { ...databaseSettings, ...startSettings },
  "Rehearsal of the removal": rehearsal,
  "Rate limits and sign-in": callers,
  "Connection limits": connections,
  "Logging and metrics": watching,
};

/** Every setting of `grantbook serve`. */
export const serverSettings = {
  ...listening,
  ...processes,
  ...databaseSettings,
  ...startSettings,
  ...rehearsal,
  ...callers,
  ...connections,
  ...watching,
};

export type ServerSettings = ValuesOf<typeof serverSettings>;
export type DatabaseSettings = ValuesOf<typeof databaseSettings>;
