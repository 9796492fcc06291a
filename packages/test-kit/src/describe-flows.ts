import { afterEach, beforeEach } from "vitest";
import { describeEngines } from "./describe-engines.js";
import { createFlows, type TestFlows } from "./flow-fixture.js";

/** Describes tests on each engine. Each test has flows of its own: `flows` is those of the test that runs. */
export function describeFlows(define: (flows: TestFlows) => void): void {
  describeEngines((engine) => {
    const flows = {} as TestFlows;
    beforeEach(async () => {
      Object.assign(flows, await createFlows(engine));
    });
    afterEach(() => flows.close());
    define(flows);
  });
}
