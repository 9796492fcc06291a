// Health check of the image: succeeds when the server is ready, on the port of its command line or else of PORT.
// Usage: node healthcheck.js [FILE]   FILE has the command line of the server, /proc/1/cmdline by default.
import { readFileSync } from "node:fs";
import process from "node:process";

const words = readFileSync(process.argv[2] ?? "/proc/1/cmdline", "utf8").split("\0");
const index = words.lastIndexOf("--port");
const assigned = words.findLast((word) => word.startsWith("--port="))?.slice("--port=".length);
const port = (index === -1 ? undefined : words[index + 1]) ?? assigned ?? process.env.PORT ?? "3000";

try {
  const { ok } = await fetch(`http://127.0.0.1:${port}/ready`);
  process.exitCode = ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
