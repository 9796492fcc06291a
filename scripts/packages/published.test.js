import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyProject, folders, run } from "./project.js";

/** Names of the packages, as they are installed. */
const names = folders.map((folder) => {
  const { name } = JSON.parse(readFileSync(join(import.meta.dirname, "../..", folder, "package.json"), "utf8"));
  return /** @type {string} */ (name);
});

/** @type {ReturnType<typeof copyProject>} */
let project;

beforeAll(() => {
  project = copyProject();
});

afterAll(() => project?.remove());

/** @param {string[]} path */
const installed = (...path) => join(project.folder, "node_modules", ...path);

describe.each(names)("the page of %s", (name) => {
  test("says what it is, how to get it, and under which license", () => {
    const { description, keywords, license } = JSON.parse(readFileSync(installed(name, "package.json"), "utf8"));
    expect(license).toBe("MIT");
    expect(description).toMatch(/^\S.*\.$/);
    expect(keywords).toEqual(expect.arrayContaining(["github-enterprise-server", "oauth"]));
    expect(new Set(keywords).size).toBe(keywords.length);
    expect(readFileSync(installed(name, "LICENSE"), "utf8")).toMatch(/^MIT License/);
    const readme = readFileSync(installed(name, "README.md"), "utf8");
    expect(readme.split("\n")[0]).toBe(`# ${name}`);
    expect(readme).toMatch(name === "grantbook" ? /^npx grantbook serve/m : new RegExp(`^npm install .*${name}$`, "m"));
    // Links into the repository lead nowhere from npm.
    expect(readme).not.toMatch(/\]\((?!https:\/\/)/);
  });

  test("has all that its manifest points to", () => {
    const { bin = {}, exports } = JSON.parse(readFileSync(installed(name, "package.json"), "utf8"));
    const targets = [bin, exports].flatMap(filesIn);
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((target) => !existsSync(installed(name, target)))).toEqual([]);
  });
});

/** Files that a part of a manifest names. @param {unknown} part @returns {string[]} */
const filesIn = (part) => (typeof part === "string" ? [part] : Object.values(Object(part)).flatMap(filesIn));

describe("the server without the package for SQLite", () => {
  const version = process.versions.node.split(".").map(Number);
  const [major = 0, minor = 0] = version;
  const isBuiltIn = major > 22 || (major === 22 && minor >= 13);
  const said = isBuiltIn
    ? "opened"
    : `Node ${process.versions.node} has no SQLite: install @photostructure/sqlite, or use Node 22.13 or newer`;

  test(isBuiltIn ? "opens a database with that of Node" : "says what to install", () => {
    const sqlite = installed("@photostructure");
    writeFileSync(
      join(project.folder, "open.mjs"),
      `import { openSqliteStore } from "@grantbook/server/sqlite";
       console.log(await openSqliteStore(":memory:").then((store) => store.close()).then(() => "opened", ({ message }) => message));`,
    );
    renameSync(sqlite, `${sqlite}-away`);
    try {
      expect(run(process.execPath, ["open.mjs"], { cwd: project.folder })).toContain(`${said}\n`);
    } finally {
      renameSync(`${sqlite}-away`, sqlite);
    }
  });
});

test("the command runs as it is installed, and uninstalling it leaves nothing but data", async () => {
  const home = join(project.folder, "home");
  const work = join(home, "work");
  mkdirSync(work, { recursive: true });
  const options = { cwd: work, env: { PATH: process.env.PATH, HOME: home, TMPDIR: home } };
  const npx = ["exec", "--no", "--prefix", project.folder, "grantbook", "--", "--version"];
  expect(run("npm", npx, { cwd: project.folder })).toMatch(/^\d+\.\d+\.\d+\n$/);

  const program = installed(".bin/grantbook");
  const server = spawn(program, ["serve", "--port", "0", "--demo"], {
    ...options,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(server, "exit");
  try {
    const [line] = await once(createInterface(server.stdout), "line");
    const [, url] = /^listening on (\S+)$/.exec(line) ?? [];
    for (const path of ["/docs/", "/api/v3/meta", "/_grantbook/"]) expect((await fetch(url + path)).status).toBe(200);
    expect(JSON.parse(run(program, ["user", "list", "--json"], options)).length).toBeGreaterThan(0);
  } finally {
    server.kill();
  }
  expect(await ended).toEqual([0, null]);

  const before = readdirSync(project.folder);
  run("npm", ["uninstall", "--silent", "--offline", "--no-audit", "--no-fund", ...names], { cwd: project.folder });
  expect(existsSync(program)).toBe(false);
  expect(readdirSync(project.folder).filter((file) => !before.includes(file))).toEqual([]);
  const left = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(left.map(({ name }) => name).sort()).toEqual(["grantbook.db", "grantbook.key"]);
});
