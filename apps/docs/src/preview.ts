import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { siteHandler } from "./handler.js";
import { listen } from "./listen.js";
import { watchFolders } from "./watch.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const description = join(root, "openapi");
const code = join(root, "apps/docs/src");
const watched = [description, code, join(root, "apps/docs/guides"), join(root, "apps/docs/assets")];

/**
 * Serves the site in a folder on this machine, and builds it anew when something that it is made of changes. When that
 * fails it says why, and what was there is served on. Throws when it cannot listen.
 */
export async function preview(folder: string, port: number): Promise<void> {
  let handle = siteHandler(folder, "");
  const { address } = await listen((request) => handle(request), port);
  console.log(`docs at ${address}/`);
  watchFolders(watched, async (changed) => {
    const started = Date.now();
    const problem = rebuild(folder, changed);
    handle = siteHandler(folder, "");
    console.log(problem === undefined ? `built in ${Date.now() - started} ms` : `not built:\n${problem}`);
  });
}

/** What has to be done after a change: the description becomes part of the code, the code is compiled, the site is made. */
function rebuild(folder: string, changed: ReadonlySet<string>): string | undefined {
  const compile = ["scripts/turbo.js", "run", "build", "--filter=@grantbook/docs", "--output-logs=errors-only"];
  const steps = [
    ...(changed.has(description) ? [["scripts/generate-contract.js"]] : []),
    ...(changed.has(description) || changed.has(code) ? [compile] : []),
    ["apps/docs/dist/main.js", "--out", folder],
  ];
  for (const step of steps) {
    const { status, stdout, stderr } = spawnSync(process.execPath, step, { cwd: root, encoding: "utf8" });
    if (status !== 0) return `${stdout}${stderr}`.trim();
  }
  return undefined;
}
