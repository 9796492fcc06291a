// Builds what has changed, and serves the demo with the given flags. The output of the build is shown when it fails.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// A type check needs no build: the executable is found when this runs.
const executable = new URL("../apps/reference-server/dist/main.js", import.meta.url).href;
const turbo = fileURLToPath(new URL("turbo.js", import.meta.url));
const flags = ["run", "build", "--filter=grantbook", "--output-logs=errors-only"];
const cwd = fileURLToPath(new URL("..", import.meta.url));
const build = spawnSync(process.execPath, [turbo, ...flags], { cwd, encoding: "utf8" });
if (build.status === 0) {
  process.argv.splice(2, 0, "serve", "--demo");
  await import(executable);
} else {
  process.stderr.write(build.stdout + build.stderr);
  process.exitCode = 1;
}
