// Compiles what a tool generated, and looks at its names.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
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

/** Requires that no type is called like InlineObject1 or ValueAnyOfTwo. The status of a response may end a name. */
export function requireNames(file) {
  const names = [...readFileSync(file, "utf8").matchAll(/^export (?:type|interface|enum) (\w+)/gm)];
  assert.ok(names.length > 0, `${file} has no types`);
  const madeUp = /inline|anonymous|(Two|Three|Four)$|\d/i;
  assert.deepEqual(
    names.map(([, name]) => name.replace(/[1-5]\d\d$/, "")).filter((name) => madeUp.test(name)),
    [],
  );
}
