// Compares clients, and servers for tests, by programs that make the same calls: counts the lines of each program, and
// runs it to find its features.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../../../scripts/free-port.js";
import { featuresOfClient, featuresOfServer } from "./features.js";

const file = fileURLToPath(new URL("../../comparison.json", import.meta.url));

/** Programs by their kind. The package of one from npm is in package.json, by the name of `from`. */
export const programs = [
  { kind: "client", name: "@grantbook/client", program: "grantbook-client" },
  { kind: "client", name: "openapi-fetch", program: "openapi-fetch" },
  { kind: "client", name: "@octokit/rest with @octokit/auth-basic", program: "octokit", from: "octokit-rest-18" },
  { kind: "server", name: "@grantbook/testing", program: "grantbook-testing" },
  { kind: "server", name: "MSW", program: "msw", from: "msw" },
  { kind: "server", name: "Prism", program: "prism", from: "@stoplight/prism-cli" },
  { kind: "server", name: "emulate", program: "emulate", from: "emulate" },
];

/** Lines of a program that are neither empty nor a comment. @param {string} program */
export function linesOf(program) {
  const text = readFileSync(new URL(`programs/${program}.js`, import.meta.url), "utf8");
  return text.split("\n").filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line)).length;
}

/** Runs a program, and returns its row. @param {(typeof programs)[number]} entry @param {string} folder for files */
export async function compare({ kind, name, program, from }, folder) {
  const module = await import(`./programs/${program}.js`);
  const features =
    kind === "client"
      ? await featuresOfClient(module.lifeCycle)
      : await featuresOfServer(module.start, program === "prism" ? await settingsOfPrism(folder) : {});
  return { kind, name: from ? `${name} ${versionOf(from)}` : name, program, lines: linesOf(program), features };
}

/** Runs all programs, and returns the row of each. @param {string} folder for files */
export async function compareAll(folder) {
  const rows = [];
  for (const entry of programs) rows.push(await compare(entry, folder));
  return rows;
}

/** Rows that the docs show. */
export const committed = () => JSON.parse(readFileSync(file, "utf8"));

/** Replaces the rows that the docs show. @param {readonly object[]} rows */
export const commit = (rows) => writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);

/** @param {string} name */
function versionOf(name) {
  const { dependencies } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return dependencies[name].replace(/^npm:.*@/, "");
}

/** The description in a file, and a free port, because Prism does not choose one. @param {string} folder */
async function settingsOfPrism(folder) {
  const { description } = await import("@grantbook/contract/description");
  const path = join(folder, "description.json");
  writeFileSync(path, JSON.stringify(description));
  return { description: path, port: await freePort() };
}
