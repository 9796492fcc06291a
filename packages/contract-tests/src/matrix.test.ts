import { type OperationEntry, type OperationId, operationTable } from "@grantbook/contract";
import { describeOperation } from "@grantbook/contract/description";
import { describeEngines } from "@grantbook/test-kit/describe-engines";
import { startTestServer, type TestServer } from "@grantbook/test-kit/test-server";
import { transportsWith } from "@grantbook/test-kit/transports";
import { describe, expect, test } from "vitest";
import { type Pending, type Scenario, unreachable } from "./matrix.js";
import { matrix } from "./scenarios/index.js";

type AnyCell = typeof unreachable | Pending | Scenario<OperationId, never>;

/** The test of one operation and status. */
function testCell(cell: AnyCell, id: OperationId, status: number, newWorld: () => Promise<TestServer>): void {
  const name = `${id} ${status}`;
  if (cell === unreachable) {
    test(`${name} is declared as unreachable, with the reason`, () => {
      expect(describeOperation(id).responses.get(status)?.unreachable).toMatch(/RFC \d+/);
    });
  } else if ("pending" in cell) {
    test.skip(`${name}: ${cell.pending}`);
  } else {
    test(name, async () => {
      const server = await newWorld();
      try {
        const answer = await cell.call(server);
        expect(answer).toHaveProperty("status", status);
        await cell.check?.(answer as never, server);
      } finally {
        await server.close();
      }
    });
  }
}

describeEngines((engine) => {
  describe.each(transportsWith(engine))("every operation and status, $name", (transport) => {
    for (const [id, { statuses }] of Object.entries(operationTable) as [OperationId, OperationEntry][]) {
      for (const status of statuses) {
        const cell = (matrix[id] as unknown as Record<number, AnyCell>)[status];
        if (cell) testCell(cell, id, status, () => startTestServer(transport, engine));
        else test(`${id} ${status}`, () => expect.fail("there is no scenario for this status"));
      }
    }
  });
});
