import { type OperationId, resolve, routes } from "@grantbook/contract";
import { description } from "@grantbook/contract/description";
import { describe, expect, test } from "vitest";
import { type Pending, type Scenario, unreachable } from "./matrix.js";
import { matrix } from "./scenarios/index.js";
import { transports } from "./transports.js";
import { createWorld } from "./world.js";

type AnyCell = typeof unreachable | Pending | Scenario<OperationId, never>;

describe.each(transports)("every operation and status, $name", (transport) => {
  for (const [id, { path, method, statuses }] of Object.entries(routes)) {
    for (const status of statuses) {
      const cell = (matrix[id as OperationId] as unknown as Record<number, AnyCell>)[status];
      const name = `${id} ${status}`;
      if (cell === undefined) {
        test(name, () => expect.fail("there is no scenario for this status"));
      } else if (cell === unreachable) {
        test(`${name} is declared as unreachable, with the reason`, () => {
          const declared = description.paths[path]?.[method.toLowerCase()]?.responses[status];
          expect(declared && resolve(description, declared)).toHaveProperty(
            "x-unreachable",
            expect.stringMatching(/RFC \d+/),
          );
        });
      } else if ("pending" in cell) {
        test.skip(`${name}: ${cell.pending}`);
      } else {
        test(name, async () => {
          const world = await createWorld(transport);
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
  }
});
