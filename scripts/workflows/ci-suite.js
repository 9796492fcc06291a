import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root, useRunner } from "./runner.js";

describe("ci.yml", () => {
  const runner = useRunner();
  const step = `jq --exit-status 'all(.[]; .result == "success")' <<< "$NEEDS"`;

  test.each([
    { results: ["success", "success"], status: 0 },
    { results: ["success", "failure"], status: 1 },
    { results: ["cancelled"], status: 1 },
    { results: ["skipped", "success"], status: 1 },
  ])("the required check with jobs that ended with $results: $status", async ({ results, status }) => {
    const needs = Object.fromEntries(results.map((result, index) => [`job${index}`, { result, outputs: {} }]));
    const environment = { NEEDS: JSON.stringify(needs, null, 2) };
    const result = await runner().step("ci.yml", "ci", step, runner().temporary, environment);
    expect(result).toEqual({ status, output: `${status === 0}\n` });
  });
});

describe.each([
  { workflow: "ci.yml", job: "test" },
  { workflow: "release.yml", job: "publish" },
])(".ci/run in $workflow", ({ workflow, job }) => {
  const runner = useRunner();

  /**
   * The script in a folder of its own, and runs it there.
   * @param {{ browser?: boolean, packages?: string, port?: number, user?: number, path?: string }} machine
   */
  async function run({ browser = true, packages = "", port = 0, user = 0, path }) {
    const folder = join(runner().temporary, "checkout");
    mkdirSync(folder);
    cpSync(join(root, ".ci"), join(folder, ".ci"), { recursive: true });
    runner().fake(
      "node",
      `[ "$1" = interop/src/debian-packages.js ] && echo "${packages}" && exit; [ -z "$CI" ] && exit ${browser ? 0 : 1}; exit 2`,
    );
    runner().fake("id", `echo ${user}`);
    runner().fake("cat", `[ "$1" = /proc/sys/net/ipv4/ip_unprivileged_port_start ] && echo ${port}`);
    runner().record("npm", "apt-get", "sysctl", "pgbouncer");
    return runner().step(workflow, job, ".ci/run", folder, path === undefined ? {} : { PATH: path });
  }
  const sudo = "sudo --non-interactive";
  const install = "apt-get -qq install --yes --no-install-recommends";
  const tests = ["npm test", "npm run interop"];

  test("installs nothing where nothing is missing, and runs the clients after the tests", async () => {
    expect(await run({})).toEqual({ status: 0, output: "" });
    expect(runner().calls()).toEqual(["npm ci", ...tests]);
  });

  test("installs clients and a browser as root", async () => {
    expect(await run({ browser: false, packages: "gh hub", port: 1024 })).toEqual({ status: 0, output: "" });
    expect(runner().calls()).toEqual(["npm ci", "apt-get -qq update", `${install} gh hub chromium`, ...tests]);
  });

  test("installs them with sudo, and opens port 443, as an ordinary user", async () => {
    runner().record("sudo");
    const result = await run({ browser: false, packages: "gh", port: 1024, user: 1000 });
    expect(result).toEqual({ status: 0, output: "" });
    expect(runner().calls()).toEqual([
      "npm ci",
      `${sudo} apt-get -qq update`,
      `${sudo} env DEBIAN_FRONTEND=noninteractive ${install} gh chromium`,
      `${sudo} sysctl --quiet net.ipv4.ip_unprivileged_port_start=443`,
      ...tests,
    ]);
  });

  test("needs no sudo where nothing is missing", async () => {
    expect(await run({ user: 1000, port: 443, path: withoutSudo() })).toEqual({ status: 0, output: "" });
    expect(runner().calls()).toEqual(["npm ci", ...tests]);
  });

  test("says what is missing where there is no sudo, and tests nothing", async () => {
    const result = await run({ browser: false, packages: "gh", port: 1024, user: 1000, path: withoutSudo() });
    expect(result.output).toBe(`There is no sudo, so run these commands as root:
  apt-get install --no-install-recommends gh chromium
  sysctl net.ipv4.ip_unprivileged_port_start=443
`);
    expect(result.status).toBe(1);
    expect(runner().calls()).toEqual(["npm ci"]);
  });

  /** PATH of a machine that has nothing but what the script is given. */
  function withoutSudo() {
    const bin = join(runner().temporary, "bin");
    for (const name of ["bash", "dirname", "env"]) {
      symlinkSync(execFileSync("bash", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim(), join(bin, name));
    }
    return bin;
  }
});
