import { describeFlows } from "@grantbook/test-kit/describe-flows";
import { expect, test } from "vitest";
import { flowMatrix, flowPaths } from "./matrix.js";

describeFlows((flows) => {
  for (const [id, row] of Object.entries(flowMatrix)) {
    test.each(Object.entries(row))(`${id}: %s`, async (status, call) => {
      const response = await call(flows, flowPaths[id as keyof typeof flowPaths]);
      const text = await response.text();
      expect([response.status, text]).toEqual([Number(status), expect.stringMatching(/^\{"/)]);
      expect(text).not.toContain("private");
      expect(response.headers.get("retry-after")).toBe(status === "503" ? "1" : null);
    });
  }
});
