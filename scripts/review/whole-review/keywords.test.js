// Changes every keyword that the description uses, all in one run. The review has to report each change at its line.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import { changesBetween } from "../changes.js";
import { Description } from "../description.js";
import { normalizeDocument } from "../normal/document.js";
import { NormalizedDescription } from "../normal/normalized.js";
import { walkBoth } from "../walk-both.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Keywords that identify objects: with one of these changed, another object would be compared. */
const structure = new Set(["openapi", "in", "url"]);

/**
 * Returns a different value, or nothing where the keyword contains objects.
 * @param {any} value
 */
function otherThan(value) {
  if (typeof value === "string") return `${value}x`;
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item !== "object"))
    return value.slice(1);
  return undefined;
}

/**
 * Chooses the first place of each keyword that can be changed.
 * @returns {Map<string, import("../description.js").Place>}
 */
function firstPlaces() {
  const files = new Description(root);
  const description = new NormalizedDescription(files, normalizeDocument(files));
  const places = [...walkBoth(description, description)].flatMap(({ head, path }) =>
    Object.keys(head.value)
      // Names of security schemes are no keywords.
      .filter(
        (keyword) =>
          !path.includes("security") && !structure.has(keyword) && !(keyword === "version" && path[0] === "info"),
      )
      .flatMap((keyword) => {
        const place = description.child(head, keyword);
        return place && otherThan(place.value) !== undefined ? [{ keyword, place }] : [];
      }),
  );
  const written = places.map(({ keyword, place }) => {
    const { file, path } = description.origin(place);
    return /** @type {const} */ ([keyword, { file, path, value: place.value }]);
  });
  // Normalization writes keywords that no file has.
  return new Map(written.filter(([keyword, { path }]) => path.at(-1) === keyword).toReversed());
}

test("every keyword that the description uses is compared", async () => {
  const folder = newFolder();
  for (const name of ["openapi", "redocly.diff.yaml"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  const chosen = firstPlaces();
  expect(chosen.size).toBeGreaterThan(20);

  for (const { file, path, value } of chosen.values()) {
    const document = parseDocument(readFileSync(join(folder, file), "utf8"));
    document.setIn(path, document.createNode(otherThan(value)));
    writeFileSync(join(folder, file), document.toString({ lineWidth: 0 }));
  }
  const after = new Description(folder);
  const changes = await changesBetween(root, folder);
  const silent = [...chosen].filter(([, place]) => {
    const line = after.line(place);
    return !changes.some((change) => change.file === place.file && change.line >= line && change.line <= line + 1);
  });
  expect(silent.map(([keyword]) => keyword)).toEqual([]);
});
