import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Folder of the repository. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * Runs a workflow with Redocly, without stopping the server that is in this process. `servers` are the addresses of its
 * source descriptions.
 */
export function runWorkflow(
  name: string,
  servers: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>>,
): Promise<{ code: number; output: string }> {
  const flags = (flag: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).flatMap(([key, value]) => [flag, `${key}=${value}`]);
  const file = `openapi/workflows/${name}.arazzo.yaml`;
  const parameters = ["respect", file, ...flags("--server", servers), ...flags("--input", inputs)];
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/redocly.js", ...parameters], { cwd: root }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr });
    });
  });
}
