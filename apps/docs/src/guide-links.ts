import type { OpenApiDocument } from "@grantbook/contract";
import { componentsOf, entriesOf } from "./description.js";
import type { Guide } from "./guides.js";
import { guidePath, link, referencePath } from "./links.js";
import type { Page } from "./page.js";
import { schemaAnchor } from "./reference/type.js";

/**
 * Maps the link targets of guides to pages: `op:<operation id>` and `schema:<name>` into the reference; a guide or a
 * workflow by its file, so that the link also works in the repository.
 */
export function guideTargets(
  description: OpenApiDocument,
  guides: readonly Guide[],
  workflowPages: readonly Page[],
): ReadonlyMap<string, string> {
  const operations = entriesOf(description).map(({ operation }) => operation.operationId);
  const schemas = componentsOf(description, "schemas").map(([name]) => name);
  return new Map([
    ...operations.map((id) => [`op:${id}`, `${referencePath}#${id}`] as const),
    ...schemas.map((name) => [`schema:${name}`, `${referencePath}#${schemaAnchor(name)}`] as const),
    ...guides.flatMap(({ name, sources }) =>
      [`${name}.md`, ...sources].map((file) => [file, guidePath(name)] as const),
    ),
    ...workflowPages.flatMap(({ sources, path }) => sources.map((file) => [file, path] as const)),
  ]);
}

/**
 * Resolves a link of a guide; URLs stay as they are. `undefined` for a file of the repository without a page. Throws
 * for a target that does not exist.
 */
export function guideLink(targets: ReadonlyMap<string, string>, from: string, target: string): string | undefined {
  if (/^(https?:|mailto:|#)/.test(target)) return target;
  const [named = "", anchor] = target.split("#");
  const path = targets.get(named.replace(/^(\.{1,2}\/)+/, ""));
  if (path === undefined && !named.startsWith("../")) throw new Error(`there is nothing at ${target}`);
  return path && link(from, anchor === undefined ? path : `${path}#${anchor}`);
}
