import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

// The installed packages are those of the lock file, by their hashes, and none of them runs a script.

/** @param {string} name @returns {any} */
const read = (name) => JSON.parse(readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), "utf8"));

/** @type {[string, { link?: boolean, resolved?: string, integrity?: string, hasInstallScript?: boolean }][]} */
const entries = Object.entries(read("package-lock.json").packages);
const fromRegistry = entries.filter(([path, { link }]) => path.includes("node_modules/") && !link);

describe("the lockfile", () => {
  test("says of every package where it comes from, and its hash", () => {
    expect(fromRegistry.length).toBeGreaterThan(300);
    const incomplete = fromRegistry.filter(
      ([, { resolved, integrity }]) =>
        !resolved?.startsWith("https://registry.npmjs.org/") || !integrity?.startsWith("sha512-"),
    );
    // Delete these entries, and have `npm install --package-lock-only` write them anew.
    expect(incomplete.map(([path]) => path)).toEqual([]);
  });

  test("has no install script that allowScripts does not deny", () => {
    const withScript = fromRegistry.filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = withScript.map(([path]) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length));
    const denied = Object.entries(read("package.json").allowScripts).filter(([, isAllowed]) => isAllowed === false);
    expect(Object.values(read("package.json").allowScripts)).not.toContain(true);
    expect([...new Set(names)].sort()).toEqual(denied.map(([name]) => name).sort());
  });
});
