// Checks projects with a compiler written in JavaScript: `node compile.js COMPILER FOLDER...`, and prints its findings.
// Unlike `tsc --build` it leaves out Node's types, which consumers bring themselves and which take 40 percent of the
// time. What the packages declare, and what their dependencies do, is checked in full.
import { createRequire } from "node:module";
import { join } from "node:path";

const [compiler = "", ...folders] = process.argv.slice(2);
/** @type {typeof import("typescript")} */
const ts = createRequire(import.meta.url)(compiler);

/** Parsed files, for all projects. @type {Map<string, import("typescript").SourceFile | undefined>} */
const parsed = new Map();
const findings = folders.flatMap(check);
const format = { ...ts.sys, getCanonicalFileName: String, getNewLine: () => "\n" };
process.stdout.write(ts.formatDiagnostics(findings, format));

/** @param {string} folder */
function check(folder) {
  const { config, error } = ts.readConfigFile(join(folder, "tsconfig.json"), ts.sys.readFile);
  if (error) return [error];
  const { fileNames, options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, settings, ...more) => {
    const key = JSON.stringify([name, settings]);
    if (!parsed.has(key)) parsed.set(key, getSourceFile(name, settings, ...more));
    return parsed.get(key);
  };
  const program = ts.createProgram(fileNames, options, host);
  const files = program.getSourceFiles().filter((file) => {
    return (
      !program.isSourceFileDefaultLibrary(file) && !/\/node_modules\/(@types\/node|undici-types)\//.test(file.fileName)
    );
  });
  return [
    ...errors,
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...files.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
}
