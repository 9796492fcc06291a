import { type OperationEntry, type OperationId, operationTable } from "@grantbook/contract";
import { describeOperation } from "@grantbook/contract/description";
import { engines } from "@grantbook/server/testing";
import { describe, expect, test } from "vitest";
import { type Pending, type Scenario, unreachable } from "./matrix.js";
import { matrix } from "./scenarios/index.js";
import { transportsWith } from "./transports.js";
import { createWorld, type World } from "./world.js";

type AnyCell = typeof unreachable | Pending | Scenario<OperationId, never>;

/** The test of one operation and status. */
function testCell(cell: AnyCell, id: OperationId, status: number, newWorld: () => Promise<World>): void {
  const name = `${id} ${status}`;
  if (cell === unreachable) {
    test(`${name} is declared as unreachable, with the reason`, () => {
      expect(describeOperation(id).responses.get(status)?.unreachable).toMatch(/RFC \d+/);
    });
  } else if ("pending" in cell) {
    test.skip(`${name}: ${cell.pending}`);
  } else {
    test(name, async () => {
      const world = await newWorld();
      try {
        const answer = await cell.call(world);
        expect(answer).toHaveProperty("status", status);
        await cell.check?.(answer as never, world);
      } finally {
        await world.close();
      }
    });
  }
}

for (const engine of engines) {
  describe.skipIf(engine.missing)(engine.name, () => {
    describe.each(transportsWith(engine))("every operation and status, $name", (transport) => {
      for (const [id, { statuses }] of Object.entries(operationTable) as [OperationId, OperationEntry][]) {
        for (const status of statuses) {
          const cell = (matrix[id] as unknown as Record<number, AnyCell>)[status];
          if (cell) testCell(cell, id, status, () => createWorld(transport, engine));
          else test(`${id} ${status}`, () => expect.fail("there is no scenario for this status"));
        }
      }
    });
  });
}
