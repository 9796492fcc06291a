import { once } from "node:events";
import type { AccessLogEntry } from "@grantbook/server";
import { pino } from "pino";
import type { ServerSettings } from "../options/serve-options.js";
import { redactSecrets } from "../redaction.js";
import { LineBatcher } from "./line-batcher.js";
import { toText } from "./text-log.js";

/** Structured fields of a log line. Values must not be secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Log entry of a request: to the API with its id, or to any other page with its route. */
export type RequestLogEntry = Omit<AccessLogEntry, "requestId"> & {
  readonly requestId?: string;
  readonly route?: string;
};

/** Routes that programs ask again and again, the last one by the page of the test helpers. */
const probes = new Set<string | undefined>(["/live", "/ready", "/_grantbook/state"]);

/** Log of the server on standard error: one line for each event, as JSON or as text. */
export interface Log {
  /** Logs a response, without anything that the client sent. The level is debug for a successful probe. */
  request(report: RequestLogEntry): void;
  /** Logs a failure with its stack. Other properties of the error are left out, because they may hold secrets. */
  error(message: string, error: unknown, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  debug(message: string, fields?: LogFields): void;
  /**
   * Writes what is buffered, before the process exits. Resolves when all has been written, in its order, or when the
   * reader of the log has taken nothing for a second.
   */
  close(): Promise<void>;
}

/** Bytes buffered for a slow reader of the log; lines beyond them are dropped. */
const maxBufferedBytes = 1024 * 1024;
/** Milliseconds that the end of the process waits for the reader of the log. */
const closeTimeoutMs = 1000;

/** Opens the log on standard error. */
export function openLog(settings: Pick<ServerSettings, "log-level" | "log-format">, worker?: number): Log {
  const destination = pino.destination({ fd: 2, sync: false, maxLength: maxBufferedBytes });
  let isWriting = false;
  destination.on("drain", () => {
    isWriting = false;
  });
  // The server keeps running when the reader of its log exits.
  let isBroken = false;
  destination.on("error", () => {
    isBroken = true;
  });
  const format = settings["log-format"];
  const isText = format === "text" || (format === "auto" && process.stderr.isTTY);
  const isColored = process.stderr.isTTY && process.stderr.hasColors();
  const batcher = new LineBatcher((lines) => {
    isWriting = true;
    destination.write(lines);
  });
  const logger = pino(
    {
      level: settings["log-level"],
      base: worker === undefined ? {} : { worker },
      messageKey: "message",
      timestamp: () => `,"time":"${timeNow()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    {
      write(line: string) {
        batcher.add(isText ? toText(JSON.parse(line), isColored) : line);
        // Only lines of requests are many.
        batcher.flush();
      },
    },
  );
  return {
    request({ requestId: request, operationId: operation, status, duration, method, route, address, caller, reason }) {
      const level = status >= 500 ? "warn" : probes.has(route) ? "debug" : "info";
      if (!logger.isLevelEnabled(level)) return;
      // Without pino, which takes twice as long for a line (`its executable` in `packages/benchmarks`).
      const line = {
        level,
        time: timeNow(),
        worker,
        request,
        operation,
        status,
        duration: roundToHundredths(duration),
        method,
        route,
        address,
        caller,
        reason,
        message: "request",
      };
      batcher.add(isText ? toText(line, isColored) : `${JSON.stringify(line)}\n`);
    },
    error(message, error, fields) {
      const { stack = String(error) } = error instanceof Error ? error : {};
      logger.error({ ...fields, error: redactSecrets(stack) }, message);
    },
    warn: (message, fields) => logger.warn(fields, message),
    info: (message, fields) => logger.info(fields, message),
    debug: (message, fields) => logger.debug(fields, message),
    async close() {
      batcher.flush();
      if (!isWriting || isBroken) return;
      // To write synchronously would overtake what is being written. Rejects when the reader is gone, or slow.
      await once(destination, "drain", { signal: AbortSignal.timeout(closeTimeoutMs) }).catch(() => undefined);
    },
  };
}

let lastTime = 0;
let lastText = "";

/** Returns the time as lines have it. Many lines have the same millisecond. */
function timeNow(): string {
  const time = Date.now();
  if (time !== lastTime) {
    lastTime = time;
    lastText = new Date(time).toISOString();
  }
  return lastText;
}

function roundToHundredths(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
