import { readFileSync } from "node:fs";
import { type Engine, engines } from "@grantbook/test-kit/engines";
import { createFlows, type TestFlows } from "@grantbook/test-kit/flow-fixture";
import { afterEach, beforeEach, expect, test } from "vitest";

const guide = readFileSync(new URL("../../../../apps/docs/guides/end-to-end-tests.md", import.meta.url), "utf8");
const rows = [...guide.matchAll(/^\|[^|]*\| `(\/settings\/[^`]+)` *\|(.*)\|$/gm)].map(([, path = "", fields = ""]) => ({
  path,
  ids: [...fields.matchAll(/`#([^`]+)`/g)].map(([, id = ""]) => id),
}));

let flows: TestFlows;
beforeEach(async () => {
  flows = await createFlows(engines[0] as Engine);
});
afterEach(() => flows.close());

test("the guide to end-to-end tests names three pages of the settings", () => {
  expect(rows.map(({ ids }) => ids.length)).toEqual([4, 6, 2]);
});

test.each(rows)("$path has the fields that the guide names, and no others", async ({ path, ids }) => {
  const { status, text } = await (await flows.signedIn()).open(path);
  expect(status).toBe(200);
  for (const id of ids) expect(text).toContain(`id="${id}"`);
  const inputs = [...text.matchAll(/<(?:input|select|textarea)\b[^>]*? id="([^"]+)"/g)].map(([, id = ""]) => id);
  // The guide names one of the scopes for all of them.
  expect(inputs.filter((id) => !id.startsWith("scope-") && !ids.includes(id))).toEqual([]);
});
