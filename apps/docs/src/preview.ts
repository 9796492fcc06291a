import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startDevServer } from "./dev-server.js";
import { siteHandler } from "./handler.js";
import { watchFolders } from "./watch-folders.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const description = join(root, "openapi");
const code = join(root, "apps/docs/src");
const watched = [description, code, join(root, "apps/docs/guides"), join(root, "apps/docs/assets")];

/**
 * Serves the site in a folder on 127.0.0.1, and rebuilds it when a source changes. A failed build is printed, and the
 * last site stays. `changesFile` is the saved review whose changes are marked. Rejects when the port is in use.
 */
export async function preview(folder: string, port: number, changesFile?: string): Promise<void> {
  let handle = siteHandler(folder, "");
  const { origin } = await startDevServer((request) => handle(request), port);
  console.log(`docs at ${origin}/`);
  watchFolders(watched, async (changed) => {
    const started = Date.now();
    const problem = rebuild(["--out", folder, ...(changesFile ? ["--changes", changesFile] : [])], changed);
    handle = siteHandler(folder, "");
    console.log(problem === undefined ? `built in ${Date.now() - started} ms` : `not built:\n${problem}`);
  });
}

/** Rebuilds after a change. Returns what the step that failed printed. */
function rebuild(flags: readonly string[], changed: ReadonlySet<string>): string | undefined {
  for (const step of rebuildSteps(flags, changed)) {
    const { status, stdout, stderr } = spawnSync(process.execPath, step, { cwd: root, encoding: "utf8" });
    if (status !== 0) return `${stdout}${stderr}`.trim();
  }
  return undefined;
}

/**
 * Arguments of each program that a change of folders needs: it generates the contract, compiles the code, and writes
 * the site, which takes `flags`.
 */
export function rebuildSteps(flags: readonly string[], changed: ReadonlySet<string>): string[][] {
  const compile = ["scripts/turbo.js", "run", "build", "--filter=@grantbook/docs", "--output-logs=errors-only"];
  return [
    ...(changed.has(description) ? [["scripts/generate-contract.js"]] : []),
    ...(changed.has(description) || changed.has(code) ? [compile] : []),
    ["apps/docs/dist/main.js", ...flags],
  ];
}
