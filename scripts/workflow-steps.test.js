// Runs the scripts of the workflows as a runner would, with fake events and fake tools: those that a shell runs here.
// GitHub alone can show what is left: actions, permissions, and the images of its runners.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { Repository } from "./review/repository-fixture.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @param {string} workflow @param {string} job @param {string} name of the step, or its id */
function scriptOf(workflow, job, name) {
  const { jobs } = parse(readFileSync(join(root, ".github/workflows", workflow), "utf8"));
  const step = jobs[job].steps.find((/** @type {any} */ step) => step.name === name || step.id === name);
  return String(step.run);
}

let temporary = "";
beforeEach(() => {
  temporary = realpathSync(mkdtempSync(join(tmpdir(), "grantbook-steps-")));
  mkdirSync(join(temporary, "bin"));
});
afterEach(() => rmSync(temporary, { recursive: true }));

/** @param {string} name @param {string} script of a program that is found before all others */
function fake(name, script) {
  const file = join(temporary, "bin", name);
  writeFileSync(file, `#!/bin/bash\n${script}\n`);
  chmodSync(file, 0o755);
}

/** @param {string} script @param {string} cwd @param {Record<string, string>} [environment] */
async function run(script, cwd, environment = {}) {
  const { PATH } = process.env;
  const env = { PATH: `${join(temporary, "bin")}:${PATH}`, RUNNER_TEMP: temporary, HOME: temporary, ...environment };
  const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], { cwd, env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const [status] = await once(child, "close");
  return { status, output };
}

describe("review.yml", () => {
  /** @type {Repository} */
  let repository;
  beforeEach(() => {
    repository = new Repository();
    fake("npm", `shift 4; exec "${process.execPath}" "${join(root, "scripts/review.js")}" "$@"`);
  });
  afterEach(() => repository.remove());

  /** Merge of a pull request, as the checkout gives it: two commits deep. @param {() => void} edit */
  function pullRequest(edit) {
    repository.git("switch", "--quiet", "--create", "change");
    edit();
    repository.commit();
    repository.git("switch", "--quiet", "main");
    repository.git("switch", "--quiet", "--create", "work");
    repository.git("merge", "--quiet", "--no-ff", "--no-edit", "change");
    return repository.shallowClone(2);
  }

  test.each([
    { file: "openapi/paths/meta.yaml", expected: "description=true\n" },
    { file: "redocly.yaml", expected: "description=false\n" },
  ])("a change of $file: $expected", async ({ file, expected }) => {
    const clone = pullRequest(() => repository.write(file, `${repository.read(file)}# Another line.\n`));
    const output = join(temporary, "output");
    const step = scriptOf("review.yml", "touched", "compare");
    expect(await run(step, clone, { GITHUB_OUTPUT: output })).toEqual({ status: 0, output: "" });
    expect(readFileSync(output, "utf8")).toBe(expected);
    repository.removeClone();
  });

  test("the review notes the lines, fails, and its report becomes the summary", async () => {
    const clone = pullRequest(() => repository.replace("openapi/paths/meta.yaml", "summary: Get", "summary: Read"));
    const { status, output } = await run(scriptOf("review.yml", "review", "Review"), clone);
    expect(output).toMatch(/^::notice file=openapi\/paths\/meta\.yaml,line=\d+,title=patch change::/m);
    expect(output).toContain("::error title=Review of the API description::The changes need version 0.1.1");
    expect(status).toBe(1);

    const summary = join(temporary, "summary");
    const environment = {
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_SERVER_URL: "https://github.test",
      GITHUB_REPOSITORY: "o/r",
      GITHUB_SHA: "0123",
    };
    expect(await run(scriptOf("review.yml", "review", "Summary"), clone, environment)).toMatchObject({ status: 0 });
    const text = readFileSync(summary, "utf8");
    expect(text).toContain("## API description: ❌ Not passed");
    expect(text).toMatch(/\(https:\/\/github\.test\/o\/r\/blob\/0123\/openapi\/paths\/meta\.yaml#L\d+\)/);
    repository.removeClone();
  });

  test("without a report the summary says so", async () => {
    const summary = join(temporary, "summary");
    const step = scriptOf("review.yml", "review", "Summary");
    expect(await run(step, repository.folder, { GITHUB_STEP_SUMMARY: summary })).toEqual({ status: 0, output: "" });
    expect(readFileSync(summary, "utf8")).toBe("## API description: ❌ Could not run\n");
  });
});

describe("comment.yml", () => {
  const report = { base: "0123456789", failure: "Something was missing." };

  test.each([
    { artifacts: "review\ndocs", isThere: true },
    { artifacts: "reviews\ndocs", isThere: false },
  ])("the report is fetched from artifacts $artifacts: $isThere", async ({ artifacts, isThere }) => {
    fake(
      "gh",
      `if [ "$1" = api ]; then printf '%s\\n' '${artifacts.replace("\n", "' '")}'; else mkdir -p "$7" && echo '{}' > "$7/report.json"; fi`,
    );
    const environment = { GITHUB_REPOSITORY: "o/r", RUN_ID: "1", GH_TOKEN: "t" };
    const step = scriptOf("comment.yml", "comment", "Fetch the report");
    expect(await run(step, temporary, environment)).toEqual({ status: 0, output: "" });
    expect(existsSync(join(temporary, "review/report.json"))).toBe(isThere);
  });

  test.each([
    { name: "of a branch", owner: "o", expected: ["GET head=o%3Achange", "GET comments", "POST Could not run"] },
    {
      name: "of a fork",
      owner: "stranger",
      expected: ["GET head=stranger%3Achange", "GET comments", "POST Could not run"],
    },
    { name: "of a fork that is gone", owner: undefined, expected: [] },
  ])("the comment on a pull request $name", async ({ owner, expected }) => {
    const requests = await comment((file) => writeFileSync(file, JSON.stringify(report)), owner);
    expect(requests.map(({ shown }) => shown)).toEqual(expected);
  });

  // An artifact is what a stranger made: nothing outside of it is read, and nothing that never ends.
  test.each([
    { name: "a link to another file", make: (/** @type {string} */ file) => symlinkSync("/etc/hostname", file) },
    {
      name: "a link to a report",
      make: (/** @type {string} */ file) => {
        writeFileSync(join(temporary, "elsewhere.json"), JSON.stringify(report));
        symlinkSync(join(temporary, "elsewhere.json"), file);
      },
    },
    { name: "a folder", make: (/** @type {string} */ file) => void mkdirSync(file) },
    {
      name: "a pipe",
      make: (/** @type {string} */ file) => {
        execFileSync("mkfifo", [file]);
        // Waits for a reader, who would get a report.
        const writer = spawn("sh", ["-c", `echo '${JSON.stringify(report)}' > "$0"`, file]);
        onTestFinished(() => void writer.kill());
      },
    },
    {
      name: "longer than any report",
      make: (/** @type {string} */ file) => writeFileSync(file, " ".repeat(4_000_000)),
    },
  ])("a report that is $name is none, and is not read", async ({ make }) => {
    const requests = await comment(make, "o");
    expect(requests.map(({ shown }) => shown)).toEqual(["GET head=o%3Achange", "GET comments", "POST Could not run"]);
    expect(requests.at(-1)?.body).toContain("The saved report ");
    expect(requests.at(-1)?.body).not.toContain("Something was missing.");
  });

  /**
   * Runs the step over an artifact, with a GitHub that has one pull request, and returns what it was sent.
   * @param {(file: string) => void} makeReport @param {string | undefined} owner
   */
  async function comment(makeReport, owner) {
    /** @type {{ shown: string, body: string }[]} */
    const requests = [];
    const server = createServer(async (request, response) => {
      let body = "";
      for await (const part of request) body += part;
      const { pathname, searchParams } = new URL(request.url ?? "", "http://api.test");
      const isList = pathname.endsWith("/pulls");
      const path = isList ? `head=${encodeURIComponent(searchParams.get("head") ?? "")}` : "comments";
      requests.push({ shown: `${request.method} ${/Could not run/.exec(body)?.[0] ?? path}`, body });
      response.end(JSON.stringify(isList ? [{ number: 7, head: { sha: "0123456789" } }] : []));
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    try {
      mkdirSync(join(temporary, "review"));
      makeReport(join(temporary, "review/report.json"));
      const repository = owner && { owner: { login: owner }, html_url: `https://github.test/${owner}/r` };
      const run_ = {
        head_sha: "0123456789",
        head_branch: "change",
        html_url: "https://github.test/run",
        conclusion: "failure",
      };
      const event = join(temporary, "event.json");
      writeFileSync(event, JSON.stringify({ workflow_run: { ...run_, head_repository: repository ?? null } }));
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      const result = await run(scriptOf("comment.yml", "comment", "Comment"), root, {
        GITHUB_EVENT_PATH: event,
        GITHUB_API_URL: `http://127.0.0.1:${port}`,
        GITHUB_REPOSITORY: "o/r",
        GITHUB_TOKEN: "t",
      });
      expect(result).toMatchObject({ status: 0 });
      return requests;
    } finally {
      server.close();
    }
  }
});

describe(".ci/run", () => {
  /**
   * Files of the repository that the script needs.
   * @param {string} browser exit code of the look for a browser
   * @param {string} packages Debian packages that the clients of other authors need
   */
  function checkout(browser, packages) {
    const folder = join(temporary, "checkout");
    mkdirSync(join(folder, ".ci"), { recursive: true });
    writeFileSync(join(folder, ".ci/run"), readFileSync(join(root, ".ci/run"), "utf8"));
    fake("node", `[ "$1" = interop/src/debian-packages.js ] && echo "${packages}" && exit; exit ${browser}`);
    for (const name of ["npm", "apt-get"]) fake(name, `echo "${name} $* (CI=$CI)" >> "${temporary}/calls"`);
    return folder;
  }
  const calls = () => readFileSync(join(temporary, "calls"), "utf8").trimEnd().split("\n");
  const install = "apt-get -qq install --yes --no-install-recommends";
  const tests = ["npm test (CI=true)", "npm run interop (CI=true)"];

  test("installs nothing where nothing is missing, and runs the clients after the tests", async () => {
    expect(await run("bash .ci/run", checkout("0", ""), { CI: "" })).toEqual({ status: 0, output: "" });
    expect(calls().filter((call) => !call.startsWith("sudo"))).toEqual(["npm ci (CI=)", ...tests]);
  });

  test("installs clients and a browser as root", async () => {
    fake("id", "echo 0");
    const folder = checkout("1", "gh hub");
    fake("env", `shift; exec "$@"`);
    expect(await run("bash .ci/run", folder, { CI: "" })).toEqual({ status: 0, output: "" });
    expect(calls()).toEqual([
      ...["npm ci (CI=)", "apt-get -qq update (CI=)", `${install} gh hub chromium (CI=)`],
      ...tests,
    ]);
  });

  test("installs them with sudo, as an ordinary user", async () => {
    const folder = checkout("1", "gh");
    fake("id", "echo 1000");
    fake("sudo", `echo "sudo $*" >> "${temporary}/calls"`);
    expect(await run("bash .ci/run", folder, { CI: "" })).toEqual({ status: 0, output: "" });
    expect(calls().filter((call) => !call.includes("ip_unprivileged_port_start"))).toEqual([
      "npm ci (CI=)",
      "sudo --non-interactive apt-get -qq update",
      `sudo --non-interactive env DEBIAN_FRONTEND=noninteractive ${install} gh chromium`,
      ...tests,
    ]);
  });

  test("says what is missing where there is no sudo", async () => {
    const folder = checkout("1", "gh");
    fake("id", "echo 1000");
    const tools = ["bash", "dirname", "env"].map((name) => `ln -s "$(command -v ${name})" "${temporary}/bin/${name}"`);
    await run(tools.join("\n"), folder);
    const result = await run("bash .ci/run", folder, { CI: "", PATH: join(temporary, "bin") });
    expect(result.output).toBe(
      "The tests need these Debian packages, and there is no sudo to install them: gh chromium\n",
    );
    expect(result.status).toBe(1);
  });
});
