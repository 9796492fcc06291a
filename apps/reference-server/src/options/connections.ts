import type { SettingTable } from "./option.js";
import { readCount, readPositive } from "./parsers.js";

/** Limits on connections, and on the time that the end takes. */
export const connections = {
  "headers-timeout": {
    placeholder: "SECONDS",
    environment: "HEADERS_TIMEOUT",
    byDefault: "10",
    help: "Time limit for receiving the headers of a request.",
    read: readPositive,
  },
  "request-timeout": {
    placeholder: "SECONDS",
    environment: "REQUEST_TIMEOUT",
    byDefault: "30",
    help: "Time limit for receiving a whole request.",
    read: readPositive,
  },
  "keep-alive-timeout": {
    placeholder: "SECONDS",
    environment: "KEEP_ALIVE_TIMEOUT",
    byDefault: "5",
    help: "Time until an idle connection is closed; set it longer than the timeout of the proxy in front.",
    read: readPositive,
  },
  "max-connections": {
    placeholder: "NUMBER",
    environment: "MAX_CONNECTIONS",
    byDefault: "1000",
    help: "Maximum concurrent connections; further ones are closed at once.",
    read: readPositive,
  },
  "max-requests": {
    placeholder: "NUMBER",
    environment: "MAX_REQUESTS",
    byDefault: "10000",
    help: "Maximum requests per connection; it is closed after the last.",
    read: readPositive,
  },
  "max-pipelined-requests": {
    placeholder: "NUMBER",
    environment: "MAX_PIPELINED_REQUESTS",
    byDefault: "16",
    help: "Maximum concurrent requests per connection; reading pauses until one is answered.",
    read: readPositive,
  },
  "write-timeout": {
    placeholder: "SECONDS",
    environment: "WRITE_TIMEOUT",
    byDefault: "30",
    help: "Time without progress until a connection that does not read its responses is closed.",
    read: readPositive,
  },
  "max-unsent-bytes": {
    placeholder: "NUMBER",
    environment: "MAX_UNSENT_BYTES",
    byDefault: "262144",
    help: "Unsent response bytes per connection; above, its next requests wait.",
    read: readPositive,
  },
  "max-unsent-bytes-total": {
    placeholder: "NUMBER",
    environment: "MAX_UNSENT_BYTES_TOTAL",
    byDefault: "67108864",
    help: "Unsent response bytes of all connections; above, the connection with the most is closed.",
    read: readPositive,
  },
  "max-header-bytes": {
    placeholder: "NUMBER",
    environment: "MAX_HEADER_BYTES",
    byDefault: "16384",
    help: "Maximum bytes of all headers of a request; more get 431.",
    read: readPositive,
  },
  "shutdown-delay": {
    placeholder: "SECONDS",
    environment: "SHUTDOWN_DELAY",
    byDefault: "0",
    help: "Time from the signal to stop until the port closes, for load balancers that poll /ready.",
    read: readCount,
  },
  "shutdown-timeout": {
    placeholder: "SECONDS",
    environment: "SHUTDOWN_TIMEOUT",
    byDefault: "10",
    help: "Time limit for requests in flight, from then on.",
    read: readCount,
  },
} as const satisfies SettingTable;
