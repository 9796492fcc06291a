import { camelCase } from "./language.js";
import { Variable } from "./variables.js";

/** Prints a value as JavaScript; a property that is named like its variable is short. */
export function printScript(value: unknown, indent = ""): string {
  if (value instanceof Variable) return camelCase(value.name);
  if (Array.isArray(value)) return `[${value.map((item) => printScript(item, indent)).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([name, item]) => {
      const text = printScript(item, `${indent}  `);
      return text === name ? name : `${/^\w+$/.test(name) ? name : JSON.stringify(name)}: ${text}`;
    });
    const line = `{ ${entries.join(", ")} }`;
    if (line.length + indent.length <= 60 && !line.includes("\n")) return line;
    return `{\n${entries.map((entry) => `${indent}  ${entry},\n`).join("")}${indent}}`;
  }
  return JSON.stringify(value);
}
