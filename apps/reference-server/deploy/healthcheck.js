// Health check of the image: succeeds when the server is ready, at the host and the port of its command line or else
// of HOST and PORT. Usage: node healthcheck.js [FILE]   FILE has the command line, /proc/1/cmdline by default.
import { readFileSync } from "node:fs";
import process from "node:process";

const words = readFileSync(process.argv[2] ?? "/proc/1/cmdline", "utf8").split("\0");

/** Value of a flag, written with a space or with an equals sign. */
function flag(name) {
  const index = words.lastIndexOf(name);
  const assigned = words.findLast((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  return (index === -1 ? undefined : words[index + 1]) ?? assigned;
}

const port = flag("--port") ?? (process.env.PORT || "3000");
const host = flag("--host") ?? (process.env.HOST || "127.0.0.1");
// A server that listens on all addresses listens on the loopback address as well.
const address = { "0.0.0.0": "127.0.0.1", "::": "[::1]" }[host] ?? (host.includes(":") ? `[${host}]` : host);

try {
  const { ok } = await fetch(`http://${address}:${port}/ready`);
  process.exitCode = ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
