import type { OptionTable } from "./option.js";
import { parseCount, parsePositive } from "./parsers.js";

/** Limits on connections, and on the time a shutdown takes. */
export const connections = {
  "headers-timeout": {
    placeholder: "SECONDS",
    environment: "HEADERS_TIMEOUT",
    default: "10",
    help: "Time limit for receiving the headers of a request.",
    parse: parsePositive,
  },
  "request-timeout": {
    placeholder: "SECONDS",
    environment: "REQUEST_TIMEOUT",
    default: "30",
    help: "Time limit for receiving a whole request.",
    parse: parsePositive,
  },
  "keep-alive-timeout": {
    placeholder: "SECONDS",
    environment: "KEEP_ALIVE_TIMEOUT",
    default: "5",
    help: "Time until an idle connection is closed; set it longer than the timeout of the proxy in front.",
    parse: parsePositive,
  },
  "max-connections": {
    placeholder: "NUMBER",
    environment: "MAX_CONNECTIONS",
    default: "1000",
    help: "Maximum concurrent connections; further ones are closed at once.",
    parse: parsePositive,
  },
  "max-requests": {
    placeholder: "NUMBER",
    environment: "MAX_REQUESTS",
    default: "10000",
    help: "Maximum requests per connection; it is closed after the last.",
    parse: parsePositive,
  },
  "max-pipelined-requests": {
    placeholder: "NUMBER",
    environment: "MAX_PIPELINED_REQUESTS",
    default: "16",
    help: "Maximum concurrent requests per connection; reading pauses until one is answered.",
    parse: parsePositive,
  },
  "write-timeout": {
    placeholder: "SECONDS",
    environment: "WRITE_TIMEOUT",
    default: "30",
    help: "Time without progress until a connection that does not read its responses is closed.",
    parse: parsePositive,
  },
  "max-unsent-bytes": {
    placeholder: "NUMBER",
    environment: "MAX_UNSENT_BYTES",
    default: "262144",
    help: "Unsent response bytes per connection; above, its next requests wait.",
    parse: parsePositive,
  },
  "max-unsent-bytes-total": {
    placeholder: "NUMBER",
    environment: "MAX_UNSENT_BYTES_TOTAL",
    default: "67108864",
    help: "Unsent response bytes of all connections; above, the connection with the most is closed.",
    parse: parsePositive,
  },
  "max-header-bytes": {
    placeholder: "NUMBER",
    environment: "MAX_HEADER_BYTES",
    default: "16384",
    help: "Maximum bytes of all headers of a request; more get 431.",
    parse: parsePositive,
  },
  "shutdown-delay": {
    placeholder: "SECONDS",
    environment: "SHUTDOWN_DELAY",
    default: "0",
    help: "Time from the signal to stop until the port closes, for load balancers that poll /ready.",
    parse: parseCount,
  },
  "shutdown-timeout": {
    placeholder: "SECONDS",
    environment: "SHUTDOWN_TIMEOUT",
    default: "10",
    help: "Time limit for requests in flight, from then on.",
    parse: parseCount,
  },
} as const satisfies OptionTable;
