// Runs a PostgreSQL server until standard input ends, which it does when the parent process ends in any way. Then it
// ends the server and deletes its folder. A line on standard input is the name of a signal that ends the server alone,
// so that it can be started again.
import { spawn } from "node:child_process";
import { openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

const [folder = "", port = "", uid, gid] = process.argv.slice(2);
const log = openSync(join(folder, "log"), "a");
const server = spawn(join(folder, "programs/bin/postgres"), ["-D", join(folder, "data"), "-p", port], {
  cwd: folder,
  stdio: ["ignore", log, log],
  ...(uid ? { uid: Number(uid), gid: Number(gid) } : {}),
});

let isAbandoned = false;
process.stdin.on("data", (signal) => server.kill(/** @type {NodeJS.Signals} */ (String(signal))));
process.stdin.on("end", () => {
  isAbandoned = true;
  server.kill("SIGCONT");
  server.kill("SIGQUIT");
});
server.on("error", ({ message }) => writeSync(log, `${message}\n`));
server.on("close", () => {
  if (isAbandoned) rmSync(folder, { recursive: true, force: true });
  process.exit();
});
