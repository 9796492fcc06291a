// Runs the script of a workflow's step as GitHub's runner does: in the shell that the workflow names, with its default
// variables, its files, and fake tools in front of the real ones.
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach } from "vitest";
import { parse } from "yaml";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, ".github/workflows");

/**
 * @typedef {{ name?: string, id?: string, uses?: string, run?: string, env?: Record<string, string> }} Step
 * @typedef {{ steps: Step[], env?: Record<string, string>, strategy?: { matrix: Record<string, unknown[]> } }} Job
 */

/** Contents of the workflows by file name. */
export const workflows = Object.fromEntries(
  readdirSync(folder).map((name) => [name, parse(readFileSync(join(folder, name), "utf8"))]),
);

/** What a step is called here: its name, its id, or its script. @param {Step} step */
const labelOf = ({ name, id, run }) => name ?? id ?? String(run);

/** Steps that were run, each as `file job step`. @type {Set<string>} */
export const executedSteps = new Set();

/** Steps with a script, each as `file job step`. */
export const stepsWithScript = Object.entries(workflows).flatMap(([file, { jobs }]) =>
  Object.entries(/** @type {Record<string, Job>} */ (jobs)).flatMap(([job, { steps }]) =>
    steps.flatMap((step) => (step.run === undefined ? [] : [`${file} ${job} ${labelOf(step)}`])),
  ),
);

class Runner {
  /** Folder of the test: RUNNER_TEMP, HOME, and what the scripts are given. */
  temporary = realpathSync(mkdtempSync(join(tmpdir(), "grantbook-steps-")));

  constructor() {
    mkdirSync(join(this.temporary, "bin"));
  }

  /** Puts a program in front of all others. @param {string} name @param {string} script for Bash */
  fake(name, script) {
    const file = join(this.temporary, "bin", name);
    writeFileSync(file, `#!/bin/bash\n${script}\n`);
    chmodSync(file, 0o755);
  }

  /** Puts programs in front that only note how they are called. @param {string[]} names */
  record(...names) {
    for (const name of names) this.fake(name, this.noting(name));
  }

  /** Script that notes a call. @param {string} name of the program */
  noting(name) {
    return `printf '%s' ${name} >> "${this.temporary}/calls"; printf ' %q' "$@" >> "${this.temporary}/calls"; echo >> "${this.temporary}/calls"`;
  }

  /** Noted calls, quoted for a shell where that is needed. */
  calls() {
    const text = this.read("calls");
    return text === "" ? [] : text.trimEnd().split("\n");
  }

  /** Content of a file of the test; empty without it. @param {string} name */
  read(name) {
    const file = join(this.temporary, name);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }

  /**
   * Runs the script of a step and returns its status and output. `environment` has a value for each variable whose
   * value is an expression of the workflow, and may change GitHub's default variables.
   * @param {string} file of the workflow @param {string} job @param {string} label of the step
   * @param {string} cwd @param {Record<string, string>} [environment]
   */
  async step(file, job, label, cwd, environment = {}) {
    const { jobs, defaults } = workflows[file];
    const step = /** @type {Step[]} */ (jobs[job].steps).find((step) => labelOf(step) === label);
    if (step?.run === undefined) throw new Error(`${file} has no step ${label} in ${job}.`);
    executedSteps.add(`${file} ${job} ${label}`);
    const env = { ...jobs[job].env, ...step.env };
    const open = Object.keys(env).filter((name) => env[name].includes("${{") && !(name in environment));
    if (open.length > 0) throw new Error(`${label} of ${file} needs a value for ${open.join(", ")}.`);
    return this.#run(step.run, cwd, { ...this.#defaults(), ...env, ...environment }, defaults?.run?.shell);
  }

  /**
   * GitHub runs a script without `pipefail` unless the workflow names the shell.
   * @param {string} script @param {string} cwd @param {Record<string, string>} environment @param {string} [shell]
   */
  async #run(script, cwd, environment, shell) {
    const file = join(this.temporary, "script.sh");
    writeFileSync(file, script);
    const flags = shell === "bash" ? ["--noprofile", "--norc", "-eo", "pipefail"] : ["-e"];
    const { PATH } = process.env;
    const env = { PATH: `${join(this.temporary, "bin")}:${PATH}`, HOME: this.temporary, ...environment };
    const child = spawn("bash", [...flags, file], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    const [status] = await once(child, "close");
    return { status, output };
  }

  /** Variables that every step has, with an event of no repository in particular. */
  #defaults() {
    const files = { GITHUB_OUTPUT: "output", GITHUB_STEP_SUMMARY: "summary", GITHUB_ENV: "env", GITHUB_PATH: "path" };
    return {
      ...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, join(this.temporary, file)])),
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_PATH: join(this.temporary, "event.json"),
      GITHUB_REPOSITORY: "o/r",
      GITHUB_SERVER_URL: "https://github.test",
      GITHUB_API_URL: "https://api.github.test",
      GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
      RUNNER_TEMP: this.temporary,
    };
  }

  remove() {
    rmSync(this.temporary, { recursive: true });
  }
}

/** Gives each test of the file a runner of its own. @returns {() => Runner} */
export function useRunner() {
  /** @type {Runner} */
  let runner;
  beforeEach(() => {
    runner = new Runner();
  });
  afterEach(() => runner.remove());
  return () => runner;
}
