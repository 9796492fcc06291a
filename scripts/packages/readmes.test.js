// Type-checks and runs the programs of the READMEs against the packed packages, in a project of its own.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { cast } from "./cast.js";
import { asCommonJs, createProject, programIn, root, run } from "./project.js";
import { compilers, tool } from "./tools.js";

/** @type {Record<string, RegExp>} Output of the programs. */
const output = {
  contract:
    /^apps\/check-token\ntokens\.check is for an application, and is answered with 200, .*\n\[ 'access_token' \] ownerOf\n\S.* \| \d+ paths\n$/,
  docs: /^200 text\/html; charset=utf-8\n$/,
  client:
    /^ghp_\w+\noctocat gave access to gist\n.*already_exists.*\nmade http.* gho_\w+\n.*Editor.*page 1: 2 .*\nOpen http\S+\/login\/device and enter [\dA-F]{4}-[\dA-F]{4}\ngho_\w{36}\nsigned in with gho_\w{36}, then with undefined\n$/s,
  testing: /^404\nmonalisa gave read:user\naccess_denied\n$/,
  server: /^201 ghp_\w{36}\n$/,
};

/** @type {Record<string, string>} Code around a README: the users at their browsers, and calls of what it declares. */
const before = {
  client: `{
    const { log } = console;
    console.log = (...words) => {
      log(...words);
      const [, code] = /enter (\\S+)$/.exec(words.join(" ")) ?? [];
      return code && grantbook.enterUserCode("octocat", code);
    };
    // The interval between two polls is not waited for.
    const later = setTimeout;
    globalThis.setTimeout = (run, delay, ...more) => later(run, delay === 5000 ? 0 : delay, ...more);
  }`,
};
/** @type {Record<string, string>} */
const after = {
  client: `{
    const session = {};
    const signedIn = await endSignIn(session, await grantbook.authorize("octocat", await beginSignIn(session)));
    const withMore = (await beginSignIn(session)).replace("scope=gist", "scope=repo");
    const denied = await endSignIn(session, await grantbook.authorize("octocat", withMore, "cancel"));
    console.log("signed in with " + signedIn + ", then with " + denied);
  }`,
};

const names = ["client", "contract", "docs", "server", "testing"];
/** @type {Record<string, { module: string, extension: string }>} Consumers, by their module resolution. */
const consumers = {
  nodenext: { module: "nodenext", extension: "ts" },
  bundler: { module: "esnext", extension: "ts" },
  node16: { module: "node16", extension: "cts" },
};
/** Checks what consumers get from the packages; the native compiler, which is quick, also checks Node's types. */
const compile = join(root, "scripts/packages/compile.js");
/** Options of all consumers. The library of the compiler is the one declaration file that is not checked. */
const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: "es2022",
  noEmit: true,
  skipDefaultLibCheck: true,
  types: ["node"],
  typeRoots: [join(root, "node_modules/@types")],
};

/** @type {ReturnType<typeof createProject>} */
let project;
/** @type {Record<string, string>} Programs by the name of their package. */
let programs;

beforeAll(() => {
  project = createProject();
  const readmes = names.map((name) => [name, readFileSync(project.installed("@grantbook", name, "README.md"), "utf8")]);
  programs = Object.fromEntries(readmes.map(([name, readme]) => [name, programIn(readme ?? "")]));
});

describe("the READMEs", () => {
  beforeAll(() => {
    for (const [resolution, { module, extension }] of Object.entries(consumers)) {
      const folder = join(project.folder, resolution);
      mkdirSync(folder);
      const compilerOptions = { ...strict, module, moduleResolution: resolution };
      const files = names.map((name) => `readme-of-${name}.${extension}`);
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
      for (const [name, program] of Object.entries(programs)) {
        const text = extension === "cts" ? asCommonJs(program) : program;
        writeFileSync(join(folder, `readme-of-${name}.${extension}`), text);
      }
    }
  });

  test.each(Object.keys(compilers))("have types that fit in a project of each resolution, for %s", (compiler) => {
    const isNative = compiler === "typescript7";
    const program = isNative ? [tool(compiler, "bin/tsc"), "--build", "--force"] : [compile, tool(compiler)];
    const parameters = [...program, ...Object.keys(consumers)];
    expect(run(process.execPath, parameters, { cwd: project.folder })).toBe("");
  });
});

describe("the program of a README", () => {
  /** @type {Record<string, string>} Output of the programs. */
  let printed;

  // One process plays all of them, each with a server of its own. It ends when they have left nothing open.
  beforeAll(() => {
    const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
    const texts = Object.entries(programs).map(([name, program]) => {
      const { outputText } = ts.transpileModule(program, { compilerOptions });
      return [name, (before[name] ?? "") + outputText + (after[name] ?? "")];
    });
    writeFileSync(join(project.folder, "programs.json"), JSON.stringify(Object.fromEntries(texts)));
    const { users, editor } = cast;
    const seed = JSON.stringify({ users, applications: [editor] });
    // The address in the README is that of nobody; here it is the throw-away server's.
    writeFileSync(
      join(project.folder, "play.mjs"),
      `import { readFileSync, writeFileSync } from "node:fs";
       import { format } from "node:util";
       import { startGrantbook } from "@grantbook/testing";
       const [{ log }, { setTimeout }, printed] = [console, globalThis, {}];
       for (const [name, text] of Object.entries(JSON.parse(readFileSync("programs.json", "utf8")))) {
         const grantbook = await startGrantbook({ seed: ${seed} });
         process.env.ONE_TIME_CODE = grantbook.code("hubot");
         printed[name] = "";
         console.log = (...words) => { printed[name] += format(...words) + "\\n"; };
         Object.assign(globalThis, { grantbook, setTimeout });
         writeFileSync(name + ".mjs", text
           .replaceAll("https://github.example.com/api/v3", grantbook.url)
           .replaceAll("https://github.example.com", new URL(grantbook.url).origin));
         await import("./" + name + ".mjs").catch(({ stack }) => console.log(stack));
         await grantbook.close();
       }
       log(JSON.stringify(printed));`,
    );
    printed = JSON.parse(run(process.execPath, ["play.mjs"], { cwd: project.folder }));
  });

  test.each(names)("runs as it is printed: %s", (name) => {
    expect(printed[name]).toMatch(output[name] ?? "nothing");
  });
});
