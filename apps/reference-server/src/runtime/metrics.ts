import type { AccessLogEntry, PasswordStats } from "@grantbook/server";
import type { ConnectionCounts } from "@grantbook/server/engine";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Metrics of one process. */
export interface Metrics {
  readonly registry: Registry;
  countRequest(report: Pick<AccessLogEntry, "operationId" | "status" | "duration">): void;
  /** A connection was closed, or a request refused, for this reason. */
  countRefusedConnection(reason: string): void;
}

/** Sources of the gauges, read for each scrape. */
export interface MetricsSources {
  readonly inFlight: () => number;
  /** Open connections of clients. */
  readonly clients: () => number;
  readonly passwords: () => PasswordStats | undefined;
  /** Connections to the database. */
  readonly database: () => ConnectionCounts | undefined;
}

/** Upper bounds of durations in seconds, from a response out of memory to one that waited for the database. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Creates the metrics of one process, with those of Node: memory, descriptors, event loop lag, garbage collection. */
export function createMetrics({ inFlight, clients, passwords, database }: MetricsSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "grantbook_requests_total",
    help: "Answered requests, by operation and status; the operation is none for unknown paths.",
    labelNames: ["operation", "status"] as const,
    registers,
  });
  const durations = new Histogram({
    name: "grantbook_request_duration_seconds",
    help: "Time to produce the response, by operation.",
    labelNames: ["operation"] as const,
    buckets,
    registers,
  });
  const refused = new Counter({
    name: "grantbook_connections_refused_total",
    help: "Connections closed and requests refused because of the client, by reason.",
    labelNames: ["reason"] as const,
    registers,
  });
  gauge("grantbook_requests_in_flight", "Requests in flight.", inFlight);
  gauge("grantbook_connections", "Open client connections.", clients);
  gauge("grantbook_password_verifications_running", "Password verifications in progress.", () => passwords()?.running);
  gauge("grantbook_password_verifications_waiting", "Passwords waiting for verification.", () => passwords()?.waiting);
  gauge("grantbook_database_connections", "Connections to the database.", () => database()?.open);
  gauge("grantbook_database_connections_idle", "Idle connections to the database.", () => database()?.idle);
  gauge("grantbook_database_waiting", "Requests waiting for a database connection.", () => database()?.waiting);
  const verifications = new Counter({
    name: "grantbook_password_verifications_total",
    help: "Checked passwords, by outcome: right, wrong, remembered (cached), or refused because the queue was full.",
    labelNames: ["outcome"] as const,
    registers,
    collect() {
      const { running: _running, waiting: _waiting, ...outcomes } = passwords() ?? {};
      verifications.reset();
      for (const [outcome, count] of Object.entries(outcomes)) verifications.inc({ outcome }, count);
    },
  });

  function gauge(name: string, help: string, read: () => number | undefined): void {
    const made: Gauge = new Gauge({ name, help, registers, collect: () => made.set(read() ?? 0) });
  }

  return {
    registry,
    countRequest({ operationId: operation = "none", status, duration }) {
      requests.inc({ operation, status });
      durations.observe({ operation }, duration / 1000);
    },
    countRefusedConnection: (reason) => refused.inc({ reason }),
  };
}
