import { builtinModules, createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import * as client from "@grantbook/client";
import * as middleware from "@grantbook/client/middleware";
import * as octokit from "@octokit/core";
import ts from "typescript";

const native = createRequire(import.meta.url);
const AsyncFunction = (async () => undefined).constructor as new (
  ...parameters: string[]
) => (...values: unknown[]) => Promise<void>;

/**
 * Runs a TypeScript module as it stands on a page, with the client as it is in the sources. Gives what it logged, and
 * throws what it throws. `globals` are names that the reader is to fill in.
 */
export async function runScript(code: string, globals: Readonly<Record<string, unknown>> = {}): Promise<unknown[][]> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023, esModuleInterop: true },
  });
  const logged: unknown[][] = [];
  const log = (...values: unknown[]) => logged.push(values);
  const load = (name: string) => {
    if (name === "@grantbook/client") return client;
    if (name === "@grantbook/client/middleware") return middleware;
    if (name === "@octokit/core") return octokit;
    if (builtinModules.includes(name.replace(/^node:/, ""))) return native(name);
    throw new Error(`A sample cannot import ${name}.`);
  };
  const known = { require: load, exports: {}, console: { log, warn: log }, ...globals };
  await new AsyncFunction(...Object.keys(known), outputText)(...Object.values(known));
  return logged;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Errors of the compiler, by module; none when all modules compile as strictly as our own. */
export function typeProblems(modules: ReadonlyMap<string, string>): string[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const files = new Map(
    [...modules].map(([name, code]) => [`${root}src/${name.replaceAll("/", "-")}.sample.ts`, code]),
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map((problem) => {
    const line = problem.file?.getLineAndCharacterOfPosition(problem.start ?? 0).line ?? 0;
    const text = ts.flattenDiagnosticMessageText(problem.messageText, "\n");
    return `${problem.file?.fileName.replace(root, "")}:${line + 1}: ${text}`;
  });
}
