import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, beforeEach, inject } from "vitest";
import { engines, postgresUrl } from "./engines.js";
import { createSchema } from "./postgres/schema.js";
import { onceIn } from "./run-folder.js";
import { newFolder } from "./temporary-folder.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
/** The executable. */
export const main = join(root, "apps/reference-server/dist/main.js");

/** Compiles the executable, once for all files of a run. */
export function build(): void {
  const flags = ["run", "build", "--filter=grantbook", "--output-logs=errors-only"];
  onceIn(inject("runFolder"), "build", () => {
    execFileSync(process.execPath, [join(root, "scripts/turbo.js"), ...flags], { cwd: root });
  });
}

/** The executable while it runs, and after. */
export interface ServerProcess {
  readonly process: ChildProcess;
  readonly output: { stdout: string; stderr: string };
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** The address on the first line of standard output. Fails when the program ends without one. */
  listening(): Promise<string>;
  /** The address of the metrics, where `--metrics` is set. Fails likewise. */
  metrics(): Promise<string>;
  stop(signal?: NodeJS.Signals): Promise<number | string>;
}

/** Starts the executable in a folder. The variables are the path, the temporary folder and those given. */
export function run(
  cwd: string,
  parameters: readonly string[],
  environment: Record<string, string> = {},
  executable: string = main,
): ServerProcess {
  const child = spawn(process.execPath, [executable, ...parameters], {
    cwd,
    env: { PATH: process.env.PATH, TMPDIR: tmpdir(), ...environment },
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += chunk;
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once("close", (code, signal) => resolve(code ?? signal ?? "?"));
  });
  const waitForOutput = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const [, address] = pattern.exec(output.stdout) ?? [];
        if (!address) return;
        child.stdout.off("data", look);
        resolve(address);
      };
      child.stdout.on("data", look);
      look();
      ended.then((code) => reject(new Error(`ended with ${code}: ${output.stderr}`)));
    });
  return {
    process: child,
    output,
    ended,
    listening: () => waitForOutput(/^listening on (\S+)\n/),
    metrics: () => waitForOutput(/^metrics at (\S+)\n/m),
    stop(signal = "SIGTERM") {
      child.kill(signal);
      return ended;
    },
  };
}

/** Folder of a test, and executables in it that end with the test. */
export interface ServerProcesses {
  /** The folder of the test that runs. */
  readonly folder: { readonly path: string };
  /** Starts the executable in it. */
  start(parameters: readonly string[], environment?: Record<string, string>): ServerProcess;
}

/** Compiles the executable before the tests of a file, and cleans up after each. */
export function useServerProcess(): ServerProcesses {
  let folder: string;
  const runs: ServerProcess[] = [];
  beforeAll(build);
  beforeEach(() => {
    folder = newFolder();
  });
  afterEach(async () => {
    for (const started of runs.splice(0)) await started.stop("SIGKILL");
  });
  return {
    folder: {
      get path() {
        return folder;
      },
    },
    start(parameters, environment) {
      const started = run(folder, parameters, environment);
      runs.push(started);
      return started;
    },
  };
}

/** Options of {@link runToEnd}. */
export interface RunOptions {
  /** Text of the standard input. */
  readonly input?: string;
  /** Another user to run as, where root runs the tests. */
  readonly identity?: { readonly uid?: number; readonly gid?: number };
  readonly environment?: Record<string, string>;
}

/** Runs the executable to its end. */
export function runToEnd(
  cwd: string,
  parameters: readonly string[],
  { input = "", identity = {}, environment = {} }: RunOptions = {},
): { readonly code: number | null; readonly stdout: string; readonly stderr: string } {
  const env = { PATH: process.env.PATH, ...environment };
  const options = { ...identity, cwd, input, env, encoding: "utf8" as const };
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...parameters], options);
  return { code: status, stdout, stderr };
}

/** Lines of standard error that report a failure, or that are no log. */
export function failuresIn({ output }: ServerProcess): string[] {
  return output.stderr.split("\n").filter((line) => line !== "" && !/^\{"level":"(debug|info|warn)"/.test(line));
}

const postgres = engines.find(({ isShared }) => isShared);

/** Counts the requests in flight by the metrics at an address, without connections of the metrics themselves. */
export async function requestsInFlight(metrics: string): Promise<number> {
  const text = await (await fetch(metrics)).text();
  return Number(/^grantbook_requests_in_flight (\d+)$/m.exec(text)?.[1]);
}

/** A creation of an authorization that is sent in two parts, so that it is in flight for as long as a test needs. */
export function halfSentCreation(address: string, headers: Record<string, string>, note: string) {
  const body = JSON.stringify({ note });
  const sent = request(`${address}/api/v3/authorizations`, {
    method: "POST",
    headers: { ...headers, "content-length": Buffer.byteLength(body) },
    agent: false,
  });
  const status = new Promise<number | undefined>((resolve, reject) => {
    sent.once("response", (response) => resolve(response.resume().statusCode));
    sent.once("error", reject);
  });
  // A test that destroys the request does not wait for its status.
  status.catch(() => undefined);
  sent.write(body.slice(0, 5));
  return { status, finish: () => sent.end(body.slice(5)), destroy: () => sent.destroy() };
}

/** Why there is no PostgreSQL for tests; `undefined` where there is one. */
export const missingPostgres = postgres ? postgres.missing : "left out by ENGINES";

/** An empty schema in the PostgreSQL of this run. */
export function emptySchema(): ReturnType<typeof createSchema> {
  return createSchema(postgresUrl());
}
