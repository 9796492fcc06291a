import { type Engine, engines } from "@grantbook/test-kit/engines";
import { createFlows, type TestFlows } from "@grantbook/test-kit/flow-fixture";
import type { Connection } from "@grantbook/test-kit/transports";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { flowMatrix, flowPaths } from "../flows/matrix.js";
import { flowTable } from "./flow-table.js";
import { rawTransport } from "./raw-transport.js";
import { sources } from "./sources.js";

const [engine] = engines;
const names = new Map<string, readonly string[]>();
const transport = rawTransport(names);

describe("the names of headers on the wire, of the sign-in flows", () => {
  let flows: TestFlows;
  const connections: Connection[] = [];
  beforeEach(async () => {
    flows = await createFlows(engine as Engine);
  });
  afterEach(async () => {
    await Promise.all(connections.splice(0).map((connection) => connection.close()));
    await flows.close();
  });

  /** Flows whose requests go through a port. */
  function overPort(): TestFlows {
    const fetchFrom = async (options: Parameters<TestFlows["server"]>[0], request: Request) => {
      const connection = await transport.connect((publicUrl) => flows.server({ publicUrl, ...options }));
      connections.push(connection);
      const { pathname, search } = new URL(request.url);
      return connection.fetch(new Request(`${connection.publicUrl}${pathname}${search}`, request));
    };
    const server: TestFlows["server"] = (options) =>
      Object.assign(flows.server(options), { fetch: (request: Request) => fetchFrom(options, request) });
    return { ...flows, server, fetch: (request) => fetchFrom({}, request) };
  }

  for (const [id, row] of Object.entries(flowMatrix)) {
    test.each(Object.entries(row))(`of ${id} with %s are those of the table`, async (status, call) => {
      const { headers } = await call(overPort(), flowPaths[id as keyof typeof flowPaths]);
      const own = (flowTable as Record<string, Record<string, readonly string[]>>)[id]?.[status] ?? ["?"];
      const sent = names.get(headers.get("x-github-request-id") ?? "");
      expect(sent?.toSorted()).toEqual(own.toSorted());
    });
  }

  test("have a source each", () => {
    const all = Object.values(flowTable).flatMap((row) => Object.values(row).flat());
    expect(Object.keys(sources)).toEqual(expect.arrayContaining(all));
  });
});
