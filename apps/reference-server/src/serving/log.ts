import type { RequestReport } from "@grantbook/server";
import { pino } from "pino";
import { withoutSecrets } from "../secrets.js";
import type { ServerSettings } from "../settings/server.js";

/** A line more in the log beside its message. Values are for everybody who reads the log: no secrets. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** A request to the API, which has an id and perhaps an operation, or one to something beside it, under its route. */
export type LoggedRequest = Omit<RequestReport, "requestId"> & { readonly requestId?: string; readonly route?: string };

const probes = new Set<string | undefined>(["/live", "/ready"]);

/** The log of the server: a line of JSON on standard error for each event, or a line for people. */
export interface Log {
  /** A request was answered. Nothing that was sent with it is in the line. A good answer to a probe is debug. */
  request(report: LoggedRequest): void;
  /** The server itself failed. The line has what and where; an error's own fields may hold values, and stay out. */
  error(message: string, error: unknown, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  debug(message: string, fields?: LogFields): void;
  /** Writes what waits to be written. For the very end. */
  flush(): void;
}

/** Bytes that wait for a slow reader of the log; lines beyond that are lost, and serving goes on. */
const waitingAtMost = 1024 * 1024;

/** Opens the log on standard error. */
export function openLog(settings: Pick<ServerSettings, "log-level" | "log-format">, worker?: number): Log {
  const destination = pino.destination({ fd: 2, sync: false, maxLength: waitingAtMost });
  // Whoever reads the log may go away; serving goes on.
  destination.on("error", () => undefined);
  const format = settings["log-format"];
  const forPeople = format === "text" || (format === "auto" && process.stderr.isTTY);
  const logger = pino(
    {
      level: settings["log-level"],
      base: worker === undefined ? {} : { worker },
      messageKey: "message",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    forPeople ? { write: (line: string) => destination.write(textOf(JSON.parse(line))) } : destination,
  );
  return {
    request({ requestId, operationId, duration, status, ...rest }) {
      const fields = { request: requestId, operation: operationId, status, duration: rounded(duration), ...rest };
      const level = status >= 500 ? "warn" : probes.has(rest.route) ? "debug" : "info";
      logger[level](fields, "request");
    },
    error(message, error, fields) {
      const { stack = String(error) } = error instanceof Error ? error : {};
      logger.error({ ...fields, error: withoutSecrets(stack) }, message);
    },
    warn: (message, fields) => logger.warn(fields, message),
    info: (message, fields) => logger.info(fields, message),
    debug: (message, fields) => logger.debug(fields, message),
    flush() {
      try {
        destination.flushSync();
      } catch {
        // Nobody reads it any more, or nothing was ever written.
      }
    },
  };
}

/** Milliseconds to the hundredth. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}

/** A line for people: the time of day, the level unless it is `info`, the message, and the fields. */
function textOf({ level, time, message, error, ...fields }: Record<string, string>): string {
  const head = [time?.slice(11, 19), ...(level === "info" ? [] : [level?.toUpperCase()]), message];
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  return `${[...head, ...rest].join(" ")}\n${error === undefined ? "" : `${error}\n`}`;
}
