// Runs a source file in a process of its own, as vitest would: `node run-source.js FILE PARAMETER...`.
import { pathToFileURL } from "node:url";
import { runnerImport } from "vite";

const [file = ""] = process.argv.slice(2);
const conditions = ["@grantbook/source", "node"];
await runnerImport(pathToFileURL(file).href, {
  configFile: false,
  ssr: { resolve: { conditions } },
  logLevel: "error",
});
