// Type-checks and runs the programs of the READMEs against the packed packages, in a project of its own.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cast } from "./cast.js";
import { asCommonJs, createProject, installIn, programIn, root, run } from "./project.js";

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
/** @type {Record<string, string>} Compilers, each in a folder of its own. */
const compilers = {
  typescript54: "npm:typescript@5.4.5",
  typescript59: "npm:typescript@5.9.3",
  typescript7: "npm:typescript@7.0.2",
};
/** @type {Record<string, { module: string, extension: string }>} Consumers, by their module resolution. */
const consumers = {
  nodenext: { module: "nodenext", extension: "ts" },
  bundler: { module: "esnext", extension: "ts" },
  node16: { module: "node16", extension: "cts" },
};
const strict = { strict: true, exactOptionalPropertyTypes: true, target: "es2022" };

/** @type {ReturnType<typeof createProject>} */
let project;

beforeAll(() => {
  project = createProject();
  installIn(
    project.folder,
    Object.entries(compilers).map(([name, version]) => `${name}@${version}`),
  );
  for (const name of names) {
    const packed = join(project.folder, "node_modules/@grantbook", name, "README.md");
    const program = programIn(readFileSync(packed, "utf8"));
    writeFileSync(join(project.folder, `readme-of-${name}.ts`), program);
    writeFileSync(join(project.folder, `readme-of-${name}.cts`), asCommonJs(program));
  }
}, 300_000);

afterAll(() => project?.remove());

/** Compiles the programs, and returns what the compiler says. @param {string} compiler @param {string} resolution */
function compile(compiler, resolution) {
  const { module, extension } = /** @type {{ module: string, extension: string }} */ (consumers[resolution]);
  const types = { types: ["node"], typeRoots: [join(root, "node_modules/@types")] };
  const compilerOptions = { ...strict, ...types, module, moduleResolution: resolution };
  const config = join(project.folder, `${resolution}.json`);
  writeFileSync(
    config,
    JSON.stringify({ compilerOptions, files: names.map((name) => `readme-of-${name}.${extension}`) }),
  );
  return run(process.execPath, [join(project.folder, "node_modules", compiler, "bin/tsc"), "-p", config]);
}

describe.each(Object.keys(compilers))("the READMEs, compiled by %s", (compiler) => {
  test.each(Object.keys(consumers))("have types that fit in a project with %s resolution", (resolution) => {
    expect(compile(compiler, resolution)).toBe("");
  });
});

describe("the READMEs", () => {
  test.each(names)("run as they are printed: %s", (name) => {
    const program = `readme-of-${name}.js`;
    const { users, editor } = cast;
    const seed = JSON.stringify({ users, applications: [editor] });
    // The address in the README is that of nobody; here it is the throw-away server's.
    writeFileSync(
      join(project.folder, "play.mjs"),
      `import { readFileSync, writeFileSync } from "node:fs";
       import { startGrantbook } from "@grantbook/testing";
       const grantbook = await startGrantbook({ seed: ${seed} });
       globalThis.grantbook = grantbook;
       process.env.ONE_TIME_CODE = grantbook.code("hubot");
       const text = readFileSync("${program}", "utf8")
         .replaceAll("https://github.example.com/api/v3", grantbook.url)
         .replaceAll("https://github.example.com", new URL(grantbook.url).origin);
       writeFileSync("play-${program}", ${JSON.stringify(before[name] ?? "")} + text + ${JSON.stringify(after[name] ?? "")});
       await import("./play-${program}");
       await grantbook.close();`,
    );
    expect(run(process.execPath, ["play.mjs"], { cwd: project.folder })).toMatch(output[name] ?? "nothing");
  });
});
