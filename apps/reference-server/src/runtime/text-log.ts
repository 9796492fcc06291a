import { styleText } from "node:util";
import { type OperationId, operationTable } from "@grantbook/contract";

/** Parsed line of the log. */
export type LogLine = Readonly<Record<string, string | number | undefined>>;

type Color = "red" | "yellow" | "green" | "cyan" | "dim";

/** Formats a line of the log for people. */
export function toText(line: LogLine, isColored: boolean): string {
  const paint = (color: Color, text: string) =>
    isColored && text !== "" ? styleText(color, text, { validateStream: false }) : text;
  return line.message === "request" && line.status !== undefined ? requestText(line, paint) : eventText(line, paint);
}

type Paint = (color: Color, text: string) => string;

/** Formats a request: the time, the status, the method and the template of the path, and the id last. */
function requestText(line: LogLine, paint: Paint): string {
  const { time, status, method, operation, route, duration, caller, reason, worker, request } = line;
  const path = route ?? (operation === undefined ? "(no operation)" : operationTable[operation as OperationId].path);
  const parts = [
    timeOfDay(time),
    paint(statusColor(Number(status)), String(status)),
    method,
    path,
    `${roundDuration(Number(duration))} ms`,
    caller === undefined ? "" : String(caller).replace(/^user ID /, "user "),
    reason ?? "",
    worker === undefined ? "" : `worker ${worker}`,
    paint("dim", String(request ?? "")),
  ];
  return `${parts.filter((part) => part !== "").join(" ")}\n`;
}

/** Formats an event: the time, the level unless it is `info`, the message, the fields, and the stack of an error. */
function eventText({ level, time, message, error, ...fields }: LogLine, paint: Paint): string {
  const color = level === "error" ? "red" : level === "warn" ? "yellow" : "dim";
  const head = [timeOfDay(time), ...(level === "info" ? [] : [paint(color, String(level).toUpperCase())]), message];
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  return `${[...head, ...rest].join(" ")}\n${error === undefined ? "" : `${error}\n`}`;
}

function statusColor(status: number): Color {
  if (status >= 500) return "red";
  if (status >= 400) return "yellow";
  return status >= 300 ? "cyan" : "green";
}

function timeOfDay(time: string | number | undefined): string {
  return String(time).slice(11, 19);
}

/** Rounds milliseconds to a whole number, and small ones to a tenth. */
function roundDuration(milliseconds: number): number {
  return milliseconds < 10 ? Math.round(milliseconds * 10) / 10 : Math.round(milliseconds);
}
