// Faults of limits, of what is cleaned up, and of operating.
const server = "packages/server/src";
const client = "packages/client/src";
const executable = "apps/reference-server/src";

/** @type {import("./fault.js").Fault[]} */
export const limits = [
  {
    what: "Ctrl-C ends the server at once",
    file: `${executable}/runtime/stop-signal.ts`,
    from: '["SIGTERM", "SIGINT"] as const',
    to: '["SIGTERM"] as const',
    test: `${executable}/main.test.ts`,
  },
  {
    what: "a request at the second of the reset is still counted",
    file: `${server}/http/rate-limits.ts`,
    from: "window.reset * 1000 > now",
    to: "window.reset * 1000 >= now",
    test: `${server}/http/rate-limits.test.ts`,
  },
  {
    what: "windows of a rate limit are never dropped",
    file: `${server}/http/rate-limits.ts`,
    from: "this.#old = this.#young;",
    to: "for (const [key, window] of this.#young) this.#old.set(key, window);",
    test: `${server}/http/rate-limits.test.ts`,
  },
  {
    what: "a success forgets failures only when there was more than one",
    file: `${server}/auth/login-throttle.ts`,
    from: "if (failures > 0) failed",
    to: "if (failures > 1) failed",
    test: `${server}/auth/login-throttle.test.ts`,
  },
  {
    what: "one attempt more than there may be is under way",
    file: `${server}/auth/login-throttle.ts`,
    from: "pending >= maxPendingAttempts",
    to: "pending > maxPendingAttempts",
    test: `${server}/auth/login-throttle.test.ts`,
  },
  {
    what: "the count of attempts of an address stays in memory",
    file: `${server}/auth/login-throttle.ts`,
    from: "if (left === 0) this.#pending.delete(network);",
    to: "if (left === 0) this.#pending.set(network, 0);",
    test: `${server}/auth/login-throttle.test.ts`,
  },
  {
    what: "the line of attempts under a name stays in memory",
    file: `${server}/auth/attempt-gates.ts`,
    from: "if (gate.refCount === 0) this.#gates.delete(name);",
    to: "",
    test: `${server}/auth/login-throttle.test.ts`,
  },
  {
    what: "expired failures stay in the database",
    file: `${server}/auth/failure-counter.ts`,
    from: "await this.#store.deleteExpiredFailedLogins(now, maxSliceRows)",
    to: "await Promise.resolve(0 * now.getTime())",
    test: `${server}/auth/failing-closed.test.ts`,
  },
  {
    what: "reports of requests are kept for ever",
    file: `${executable}/development/request-log.ts`,
    from: "[...newest, ...this.#requests].slice(0, maxRequests)",
    to: "[...newest, ...this.#requests]",
    test: `${executable}/development/request-log.test.ts`,
  },
  {
    what: "the port 65536 is taken for one",
    file: `${executable}/options/parsers.ts`,
    from: "port > 65_535",
    to: "port > 65_536",
    test: `${executable}/options/parsers.test.ts`,
  },
  {
    what: "a period may have no length",
    file: `${executable}/options/parsers.ts`,
    from: "from >= until",
    to: "from > until",
    test: `${executable}/options/parsers.test.ts`,
  },
];

/** @type {import("./fault.js").Fault[]} */
export const operating = [
  {
    what: "the client takes a relation that begins like another one",
    file: `${client}/links.ts`,
    from: "\\\\b`",
    to: "`",
    test: `${client}/middleware/deprecation.isolated.test.ts`,
  },
  {
    what: "probes are cached",
    file: `${executable}/runtime/health.ts`,
    from: '"Cache-Control": "no-store"',
    to: '"Cache-Control": "max-age=60"',
    test: `${executable}/runtime/health.test.ts`,
  },
  {
    what: "the query of an absolute target loses its question mark",
    file: `${executable}/runtime/request-head.ts`,
    from: "return pathname + search;",
    to: "return pathname + search.slice(1);",
    test: `${executable}/runtime/request-head.test.ts`,
  },
  {
    what: "a time-out for headers that is longer than that for requests ends the start",
    file: `${executable}/runtime/listener.ts`,
    from: 'Math.max(settings["request-timeout"], settings["headers-timeout"])',
    to: 'settings["request-timeout"]',
    test: `${executable}/runtime/listener.test.ts`,
  },
  {
    what: "a failure of the server has the level of a success",
    file: `${executable}/runtime/log.ts`,
    from: 'status >= 500 ? "warn"',
    to: 'status > 500 ? "warn"',
    test: `${executable}/runtime/log.isolated.test.ts`,
  },
  {
    what: "milliseconds are shown as seconds",
    file: `${executable}/runtime/metrics.ts`,
    from: "duration / 1000",
    to: "duration",
    test: `${executable}/runtime/metrics.test.ts`,
  },
  {
    what: "a worker that was stopped is logged as one that ended by itself",
    file: `${executable}/runtime/worker-pool.ts`,
    from: "if (this.#isStopping) return;",
    to: "",
    test: `${executable}/runtime/worker-pool.test.ts`,
    engine: "postgres",
  },
];
