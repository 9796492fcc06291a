import type { Description } from "@grantbook/contract";
import { componentsOf, entriesOf } from "./description.js";
import type { Guide } from "./guides.js";
import { guidePath, link, referencePath } from "./links.js";
import type { Page } from "./pages.js";
import { schemaAnchor } from "./reference/type.js";

/**
 * Where the links of guides lead, by what stands in the Markdown: `op:<operation id>` and `schema:<name>` into the
 * reference; another guide by its name, and a workflow by its file, so that both work in the repository as well.
 */
export function guideTargets(
  description: Description,
  guides: readonly Guide[],
  journeys: readonly Page[],
): ReadonlyMap<string, string> {
  const operations = entriesOf(description).map(({ operation }) => operation.operationId);
  const schemas = componentsOf(description, "schemas").map(([name]) => name);
  return new Map([
    ...operations.map((id) => [`op:${id}`, `${referencePath}#${id}`] as const),
    ...schemas.map((name) => [`schema:${name}`, `${referencePath}#${schemaAnchor(name)}`] as const),
    ...guides.map(({ name }) => [`${name}.md`, guidePath(name)] as const),
    ...journeys.flatMap(({ sources, path }) => sources.map((file) => [file, path] as const)),
  ]);
}

/**
 * The link of a page to what a guide names; addresses stay as they are. `undefined` for another file of the repository,
 * which has no page. Throws when the description or the guides should have it and do not.
 */
export function guideLink(targets: ReadonlyMap<string, string>, from: string, target: string): string | undefined {
  if (/^(https?:|mailto:|#)/.test(target)) return target;
  const [named = "", anchor] = target.split("#");
  const path = targets.get(named.replace(/^(\.{1,2}\/)+/, ""));
  if (path === undefined && !named.startsWith("../")) throw new Error(`there is nothing at ${target}`);
  return path && link(from, anchor === undefined ? path : `${path}#${anchor}`);
}
