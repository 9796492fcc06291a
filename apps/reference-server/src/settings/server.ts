import { connections } from "./connections.js";
import {
  readCount,
  readDatabase,
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
} from "./readers.js";
import type { SettingTable, ValuesOf } from "./setting.js";

/** Where the data is. The administration commands have these too. */
export const databaseSettings = {
  database: {
    placeholder: "URL",
    environment: "DATABASE_URL",
    byDefault: "sqlite:data/grantbook.db",
    help: "Where the data is: sqlite:FILE, sqlite::memory: to forget it at the end, or postgres://USER@HOST/DATABASE.",
    read: readDatabase,
  },
  "key-file": {
    placeholder: "FILE",
    environment: "KEY_FILE",
    byDefault: "data/grantbook.key",
    help: "Key that the seeds of one-time codes are encrypted with; made when it is not there.",
    read: readText,
  },
  "admin-socket": {
    placeholder: "FILE",
    environment: "ADMIN_SOCKET",
    help: "Socket by which commands reach a running server. By default beside the SQLite file, with .sock behind.",
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
    help: "Address by which users reach the server, for the addresses in answers. By default where it listens.",
    read: readUrl,
  },
  "trusted-proxy": {
    placeholder: "NETWORK",
    environment: "TRUSTED_PROXY",
    repeatable: true,
    help: "Proxy whose X-Forwarded-For is believed: an address, or 10.0.0.0/8. May be repeated.",
    read: readNetwork,
  },
} as const satisfies SettingTable;

const processes = {
  workers: {
    placeholder: "NUMBER",
    environment: "WORKERS",
    byDefault: "1",
    help: "Processes that share the port. More than one needs PostgreSQL.",
    read: readPositive,
  },
} as const satisfies SettingTable;

const rehearsal = {
  sunset: {
    placeholder: "STATE",
    environment: "SUNSET",
    byDefault: "available",
    help: "Rehearse the removal of the deprecated operations for users: available, brownout or removed.",
    read: readOneOf("available", "brownout", "removed"),
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
} as const satisfies SettingTable;

const callers = {
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
  "failed-codes-a-day": {
    placeholder: "NUMBER",
    environment: "FAILED_CODES_A_DAY",
    byDefault: "20",
    help: "Wrong one-time codes let pass for a user in 24 hours, from any address.",
    read: readPositive,
  },
  "failed-minutes": {
    placeholder: "NUMBER",
    environment: "FAILED_MINUTES",
    byDefault: "15",
    help: "Minutes for which failed logins are counted.",
    read: readPositive,
  },
  "password-verifications": {
    placeholder: "NUMBER",
    environment: "PASSWORD_VERIFICATIONS",
    byDefault: "2",
    help: "Passwords verified at the same moment; each takes a core for about 12 ms.",
    read: readPositive,
  },
  "password-queue": {
    placeholder: "NUMBER",
    environment: "PASSWORD_QUEUE",
    byDefault: "64",
    help: "Passwords that wait to be verified; beyond, requests are answered with 503.",
    read: readCount,
  },
  "password-memory": {
    placeholder: "SECONDS",
    environment: "PASSWORD_MEMORY",
    byDefault: "300",
    help: "Time for which a right password is remembered; 0 verifies every time.",
    read: readCount,
  },
} as const satisfies SettingTable;

const watching = {
  "log-level": {
    placeholder: "LEVEL",
    environment: "LOG_LEVEL",
    byDefault: "info",
    help: "What is logged on standard error: error, warn, info (every request), debug, or silent.",
    read: readOneOf("error", "warn", "info", "debug", "silent"),
  },
  "log-format": {
    placeholder: "FORMAT",
    environment: "LOG_FORMAT",
    byDefault: "auto",
    help: "json, text for people, or auto: text on a terminal.",
    read: readOneOf("auto", "json", "text"),
  },
  metrics: {
    placeholder: "HOST:PORT",
    environment: "METRICS",
    help: "Address to serve metrics for Prometheus on, under /metrics. Off unless it is set.",
    read: readHostAndPort,
  },
} as const satisfies SettingTable;

const startSettings = {
  "database-wait": {
    placeholder: "SECONDS",
    environment: "DATABASE_WAIT",
    byDefault: "30",
    help: "Time for which PostgreSQL is waited for at the start.",
    read: readCount,
  },
  "database-connections": {
    placeholder: "NUMBER",
    environment: "DATABASE_CONNECTIONS",
    byDefault: "10",
    help: "Connections of each process to PostgreSQL.",
    read: readPositive,
  },
  seed: {
    placeholder: "FILE",
    environment: "SEED_FILE",
    help: "YAML file with users and applications to have. What is there already stays as it is.",
    read: readText,
  },
  demo: {
    environment: "DEMO",
    help: "Have demo users and a demo application, and switches for testing below /_grantbook/.",
    read: readSwitch,
  },
} as const satisfies SettingTable;

/** The settings of `grantbook serve` under the headings of its help. */
export const serverSettingGroups = {
  "Where it listens": { ...listening, ...processes },
  "What it keeps and starts with": { ...databaseSettings, ...startSettings },
  "Rehearsing the removal": rehearsal,
  "What callers may do": callers,
  "What connections may do": connections,
  "What it tells": watching,
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
