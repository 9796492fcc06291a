import { resolveRef } from "@grantbook/contract";
import { describe, expect, test } from "vitest";
import { entriesOf } from "../description.js";
import { withFlows } from "../with-flows.js";
import { file, sources } from "./site-fixture.js";

const { description, flows } = sources;
const page = file("index.html");
const merged = withFlows(description, flows);
const flowEntries = entriesOf(flows);

/** Every reference in a value. */
function referencesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "$ref" ? [String(inner)] : referencesIn(inner)));
}

describe("the description of the flows in the reference", () => {
  test.each(flowEntries.map(({ operation }) => operation.operationId))("has a section for %s", (id) => {
    const [, section = ""] = page.split(`<section id="${id}">`);
    expect(section).toContain("<code>openapi/<wbr>flows.yaml</code>");
    expect(section).toContain("below the site, not below <code>/api/v3</code>");
    const operation = flowEntries.find((entry) => entry.operation.operationId === id)?.operation;
    for (const status of Object.keys(operation?.responses ?? {})) expect(section).toContain(status);
  });

  test("shows the fields of a request, and of the objects", () => {
    const [, section = ""] = page.split('<section id="oauth/create-access-token">');
    expect(section.split("</section>")[0]).toMatch(/<code>code_verifier<\/code>.*<code>refresh_token<\/code>/s);
    expect(page).toMatch(/<section id="schema\/flow-access-token"><h3>access-token /);
  });

  test("leaves the components of the API alone, and no reference of its own without a target", () => {
    for (const [kind, parts] of Object.entries(description.components))
      expect(merged.components[kind]).toMatchObject(parts);
    const all = referencesIn(merged);
    expect(all).toContain("#/components/schemas/flow-access-token");
    for (const $ref of all) expect(() => resolveRef(merged, { $ref })).not.toThrow();
  });

  test("is in the navigation, and a file to download", () => {
    expect(page).toContain('<a href="#tag/flows">Sign-in flows</a>');
    expect(JSON.parse(file("flows.json"))).toEqual(flows);
    expect(JSON.parse(file("openapi.json"))).toEqual(description);
  });
});
