// Runs TypeScript 7, the compiler that is a native program. The package `typescript` is an older one with an interface
// for programs, which others need. Usage: node scripts/tsc.js <arguments of tsc>
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const manifest = createRequire(import.meta.url).resolve("typescript-7/package.json");
await import(pathToFileURL(join(dirname(manifest), "bin/tsc")).href);
