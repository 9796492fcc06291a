// Runs the examples of the testing package's README in the test runners that they are for.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";
import { createProject, run } from "./project.js";
import { createToolsProject, tool } from "./tools.js";

/** @type {Record<string, { imports: string, program: string, parameters: string[], passed: RegExp }>} */
const runners = {
  vitest: {
    imports: "vitest",
    program: "vitest/vitest.mjs",
    parameters: ["run", "--root=vitest"],
    passed: /1 passed/,
  },
  jest: {
    imports: "@jest/globals",
    program: "jest/bin/jest.js",
    parameters: ["--rootDir=jest", "--testMatch=**/*.test.mjs", "--transform={}"],
    passed: /1 passed/,
  },
  playwright: {
    imports: "@playwright/test",
    program: "@playwright/test/cli.js",
    parameters: ["test", "playwright"],
    passed: /1 passed/,
  },
  "node:test": {
    imports: "node:test",
    program: "",
    parameters: ["--test", "node:test/example.test.mjs"],
    passed: /pass 1\b/,
  },
};

/** @type {ReturnType<typeof createProject>} */
let project;
/** @type {string} */
let folder;

beforeAll(() => {
  project = createProject();
  folder = createToolsProject(project);
});

/** The example that imports from a module, as JavaScript for Node 20. @param {string} module */
function exampleFor(module) {
  const readme = readFileSync(project.installed("@grantbook/testing/README.md"), "utf8");
  const blocks = Array.from(readme.matchAll(/^```ts skip\n(.*?)^```$/gms), ([, code = ""]) => code);
  // The one of vitest is that of Jest, too.
  const written = module === "@jest/globals" ? "vitest" : module;
  const block =
    blocks.find((code) => code.includes(`from "${written}"`)) ?? expect.unreachable(`no block for ${module}`);
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(block.replace(`"${written}"`, `"${module}"`), { compilerOptions }).outputText;
}

test.each(Object.entries(runners))("the example for %s passes", (name, { imports, program, parameters, passed }) => {
  mkdirSync(join(folder, name));
  const file = join(folder, name, "example.test.mjs");
  const start = [...(program ? [tool(program)] : []), ...parameters];
  const own = Object.entries(process.env).filter(([key]) => !/^(VITEST|NODE_TEST|JEST)/.test(key));
  const env = { ...Object.fromEntries(own), NODE_OPTIONS: name === "jest" ? "--experimental-vm-modules" : "" };
  // Jest and Playwright keep a cache in the temporary folder.
  const options = { cwd: folder, env: { ...env, NO_COLOR: "1", TMPDIR: newFolder() } };
  writeFileSync(file, exampleFor(imports));
  expect(run("sh", ["-c", '"$0" "$@" 2>&1', process.execPath, ...start], options)).toMatch(passed);
});

test("a server starts, and starts again", () => {
  const code = `import { startGrantbook } from "@grantbook/testing";
    const times = [];
    for (let index = 0; index < 11; index += 1) {
      const began = performance.now();
      const grantbook = await startGrantbook({ seed: { users: [{ login: "octocat" }] } });
      times.push(performance.now() - began);
      await grantbook.close();
    }
    console.log(JSON.stringify(times));`;
  writeFileSync(join(project.folder, "start.mjs"), code);
  /** @type {number[]} */
  const [cold = 0, ...warm] = JSON.parse(run(process.execPath, ["start.mjs"], { cwd: project.folder }));
  const median = warm.toSorted((a, b) => a - b)[5] ?? 0;
  console.info(`startGrantbook(): ${Math.round(cold)} ms at first, then ${Math.round(median)} ms`);
  expect(warm).toHaveLength(10);
});
