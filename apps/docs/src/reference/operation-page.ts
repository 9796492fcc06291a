import type { OpenApiDocument } from "@grantbook/contract";
import type { Change } from "../changes.js";
import { type Entry, sourceOf } from "../description.js";
import { operationPath } from "../links.js";
import type { Page } from "../page.js";
import { operationSection } from "./operation.js";

/** Page of one operation: its section of the reference. */
export function operationPage(description: OpenApiDocument, entry: Entry, changes: readonly Change[]): Page {
  const { operationId, summary } = entry.operation;
  const path = operationPath(operationId);
  return {
    path,
    title: summary,
    summary: `${entry.method} ${entry.path}: parameters, responses and samples.`,
    kind: "operation",
    content: operationSection({ description, from: path, changes }, entry),
    outline: [],
    sources: [sourceOf(entry)],
  };
}
