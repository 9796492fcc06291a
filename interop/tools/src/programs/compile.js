// Compiles what a tool generated.
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { commandOf } from "../packages.js";

const strict = ["--strict", "--noEmit", "--skipLibCheck", "--target", "es2022", "--lib", "es2022,dom,dom.iterable"];
const resolution = ["--module", "esnext", "--moduleResolution", "bundler"];

/**
 * Compiles a TypeScript program strictly, with the files that it imports, without writing anything.
 * @throws {Error} with the errors of the compiler
 */
export function compile(file) {
  const parameters = [commandOf("typescript", "tsc"), ...strict, ...resolution, file];
  const { status, stdout } = spawnSync(process.execPath, parameters, { cwd: dirname(file), encoding: "utf8" });
  if (status !== 0) throw new Error(`tsc: ${stdout}`);
}
