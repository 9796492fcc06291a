import { readCount, readPositive } from "./readers.js";
import type { SettingTable } from "./setting.js";

/** Limits on connections, and on the time that the end takes. */
export const connections = {
  "headers-timeout": {
    placeholder: "SECONDS",
    environment: "HEADERS_TIMEOUT",
    byDefault: "10",
    help: "Time for a client to send the headers of a request.",
    read: readPositive,
  },
  "request-timeout": {
    placeholder: "SECONDS",
    environment: "REQUEST_TIMEOUT",
    byDefault: "30",
    help: "Time for a client to send a whole request.",
    read: readPositive,
  },
  "keep-alive-timeout": {
    placeholder: "SECONDS",
    environment: "KEEP_ALIVE_TIMEOUT",
    byDefault: "5",
    help: "Time for which a connection is kept for the next request; longer than that of the proxy in front.",
    read: readPositive,
  },
  "max-connections": {
    placeholder: "NUMBER",
    environment: "MAX_CONNECTIONS",
    byDefault: "1000",
    help: "Connections at the same moment; more are closed at once.",
    read: readPositive,
  },
  "max-requests": {
    placeholder: "NUMBER",
    environment: "MAX_REQUESTS",
    byDefault: "10000",
    help: "Requests over one connection; it is closed after the last.",
    read: readPositive,
  },
  "max-pipelined-requests": {
    placeholder: "NUMBER",
    environment: "MAX_PIPELINED_REQUESTS",
    byDefault: "16",
    help: "Requests of one connection answered at the same time; it is not read further until one is answered.",
    read: readPositive,
  },
  "write-timeout": {
    placeholder: "SECONDS",
    environment: "WRITE_TIMEOUT",
    byDefault: "30",
    help: "Time without progress after which a connection that does not take its answers is closed.",
    read: readPositive,
  },
  "max-unsent-bytes": {
    placeholder: "NUMBER",
    environment: "MAX_UNSENT_BYTES",
    byDefault: "262144",
    help: "Bytes of answers that a connection has not taken; with more, its next requests wait.",
    read: readPositive,
  },
  "max-unsent-bytes-total": {
    placeholder: "NUMBER",
    environment: "MAX_UNSENT_BYTES_TOTAL",
    byDefault: "67108864",
    help: "The same for all connections together; beyond it, the connection with the most is closed.",
    read: readPositive,
  },
  "max-header-bytes": {
    placeholder: "NUMBER",
    environment: "MAX_HEADER_BYTES",
    byDefault: "16384",
    help: "Bytes of all headers of a request; more are answered with 431.",
    read: readPositive,
  },
  "shutdown-delay": {
    placeholder: "SECONDS",
    environment: "SHUTDOWN_DELAY",
    byDefault: "0",
    help: "Time from the signal to stop until no more connections are taken, for balancers that look at /ready.",
    read: readCount,
  },
  "shutdown-timeout": {
    placeholder: "SECONDS",
    environment: "SHUTDOWN_TIMEOUT",
    byDefault: "10",
    help: "Time that requests in flight have from then on.",
    read: readCount,
  },
} as const satisfies SettingTable;
