// Runs turbo with its telemetry off. Usage: node scripts/turbo.js <arguments of turbo>
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const executable = createRequire(import.meta.url).resolve("turbo/bin/turbo");
const { status } = spawnSync(process.execPath, [executable, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" },
});
process.exitCode = status ?? 1;
