import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isScalar, parseDocument } from "yaml";

const entry = "openapi/openapi.yaml";

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {boolean} [private]
 * @property {Record<string, string>} [dependencies]
 * @property {string | { url?: string }} [repository]
 */

/**
 * Reads the package.json of every package.
 * @param {string} root
 * @returns {Package[]}
 */
export function packagesIn(root) {
  return ["packages", "apps"].flatMap((group) =>
    readdirSync(join(root, group)).map((name) =>
      JSON.parse(readFileSync(join(root, group, name, "package.json"), "utf8")),
    ),
  );
}

/**
 * Sets `info.version` of the description to the version that changesets gave the packages.
 * @param {string} root
 * @returns {string} the version
 */
export function raiseVersions(root) {
  const [version, ...others] = new Set(publishedIn(root).map((manifest) => manifest.version));
  if (version === undefined || others.length > 0) throw new Error("The published packages do not share one version.");
  const file = join(root, entry);
  const text = readFileSync(file, "utf8");
  const written = parseDocument(text).getIn(["info", "version"], true);
  if (!isScalar(written) || !written.range) throw new Error(`${entry} has no info.version.`);
  writeFileSync(file, text.slice(0, written.range[0]) + version + text.slice(written.range[1]));
  return version;
}

/**
 * Lists why the packages cannot be published as they are; empty when they can.
 * @param {string} root
 * @returns {string[]}
 */
export function publishingProblems(root) {
  const version = String(parseDocument(readFileSync(join(root, entry), "utf8")).getIn(["info", "version"]));
  const privates = new Set(packagesIn(root).flatMap((manifest) => (manifest.private ? [manifest.name] : [])));
  return publishedIn(root).flatMap((manifest) => [
    ...(manifest.version === version
      ? []
      : [`${manifest.name} is ${manifest.version}, and the description is ${version}.`]),
    ...(manifest.repository ? [] : [`${manifest.name} names no repository: npm takes no provenance without it.`]),
    ...Object.keys(manifest.dependencies ?? {})
      .filter((name) => privates.has(name))
      .map((name) => `${manifest.name} depends on ${name}, which is private: it could not be installed.`),
  ]);
}

/** @param {string} root */
const publishedIn = (root) => packagesIn(root).filter((manifest) => !manifest.private);
