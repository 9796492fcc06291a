// Compiles the generator of the docs site, and runs it.
// Usage: npm run docs -- [--out DIR] [--watch] [--port NUMBER] | --audit
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const compile = ["scripts/turbo.js", "run", "build", "--filter=@grantbook/docs", "--output-logs=errors-only"];

const { status, stdout, stderr } = spawnSync(process.execPath, compile, { cwd: root, encoding: "utf8" });
if (status !== 0) {
  console.error(`${stdout}${stderr}`);
  process.exitCode = 1;
} else if (process.argv[2] === "--audit") {
  const { auditSite } = await import("./docs-audit.js");
  if ((await auditSite(fileURLToPath(new URL("../apps/docs/dist/site", import.meta.url)))) > 0) process.exitCode = 1;
} else {
  await import(new URL("../apps/docs/dist/main.js", import.meta.url).href);
}
