import { expect, test } from "vitest";
import { createMetrics } from "./metrics.js";

const passwords = { running: 1, waiting: 2, right: 3, wrong: 4, remembered: 5, refused: 6 };
const sources = {
  inFlight: () => 7,
  clients: () => 8,
  passwords: () => passwords as never,
  database: () => ({ open: 9, idle: 10, waiting: 11 }),
};

test("durations are in seconds, and what took 250 ms is not among what took at most 100 ms", async () => {
  const metrics = createMetrics(sources);
  metrics.countRequest({ operationId: "meta/get", status: 200, duration: 250 });
  const text = await metrics.registry.metrics();
  expect(text).toContain('grantbook_request_duration_seconds_sum{operation="meta/get"} 0.25\n');
  expect(text).toContain('grantbook_request_duration_seconds_bucket{le="0.1",operation="meta/get"} 0\n');
  expect(text).toContain('grantbook_request_duration_seconds_bucket{le="0.25",operation="meta/get"} 1\n');
});

test("requests are counted by operation and status, and refused connections by reason", async () => {
  const metrics = createMetrics(sources);
  metrics.countRequest({ operationId: "meta/get", status: 200, duration: 1 });
  metrics.countRequest({ status: 404, duration: 1 });
  metrics.countRefusedConnection("too-many");
  const text = await metrics.registry.metrics();
  expect(text).toContain('grantbook_requests_total{operation="meta/get",status="200"} 1\n');
  expect(text).toContain('grantbook_requests_total{operation="none",status="404"} 1\n');
  expect(text).toContain('grantbook_connections_refused_total{reason="too-many"} 1\n');
});

test.each([
  ["grantbook_requests_in_flight", 7],
  ["grantbook_connections", 8],
  ["grantbook_password_verifications_running", 1],
  ["grantbook_password_verifications_waiting", 2],
  ['grantbook_password_verifications_total{outcome="right"}', 3],
  ['grantbook_password_verifications_total{outcome="wrong"}', 4],
  ['grantbook_password_verifications_total{outcome="remembered"}', 5],
  ['grantbook_password_verifications_total{outcome="refused"}', 6],
  ["grantbook_database_connections", 9],
  ["grantbook_database_connections_idle", 10],
  ["grantbook_database_waiting", 11],
])("%s is read for each scrape: %d", async (name, value) => {
  const { registry } = createMetrics(sources);
  await registry.metrics();
  expect(await registry.metrics()).toContain(`\n${name} ${value}\n`);
});

test("what is not there yet is 0", async () => {
  const { registry } = createMetrics({ ...sources, passwords: () => undefined, database: () => undefined });
  const text = await registry.metrics();
  for (const name of ["grantbook_password_verifications_running", "grantbook_database_connections"]) {
    expect(text).toContain(`\n${name} 0\n`);
  }
});
