import { describe, expect, test } from "vitest";
import { isLoadTime } from "../mutation/src/load-time.js";

/** Asks about the code between « and ». @param {string} marked */
function isLoadTimeIn(marked) {
  const text = marked.replace(/[«»]/g, "");
  const places = [marked.indexOf("«"), marked.indexOf("»") - 1].map((end) => {
    const lines = text.slice(0, end).split("\n");
    return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
  });
  const [start, end] = /** @type {[{ line: number, column: number }, { line: number, column: number }]} */ (places);
  return isLoadTime("source.tsx", text, { start, end });
}

describe("code that is left out of a mutation run", () => {
  test.each([
    "const limit = «60»;",
    "const codes = {\n  404: «'not-found'»,\n};",
    "export const double = «(n: number) => n * 2»;",
    "const sum = [1, 2].map((n) => n).filter(«Boolean»);",
    "function f() {}\nf(«1»);",
    "class Limits { static most = «60»; }",
    "for (const name of [«'a'»]) console.log(name);",
  ])("runs while a module is loaded: %s", (marked) => {
    expect(isLoadTimeIn(marked)).toBe(true);
  });

  test.each([
    "export const double = (n: number) => «n * 2»;",
    "function f() {\n  return «1»;\n}",
    "function f(n = «1») {\n  return n;\n}",
    "const o = { async f() { «await g()»; } };",
    "const sum = [1, 2].map((n) => «n + 1»);",
    "class Limits { most = «60»; }",
    "class Limits { #most; constructor() { this.#most = «60»; } }",
    "class Limits { get most() { return «60»; } }",
    "const page = () => <p>{«'a'»}</p>;",
  ])("runs later: %s", (marked) => {
    expect(isLoadTimeIn(marked)).toBe(false);
  });
});
