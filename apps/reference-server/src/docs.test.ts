import { execFile, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type CodeBlock, demo, guideCode, guideNames } from "@grantbook/docs/samples";
import { decodeOtpSecret, generateTotp } from "@grantbook/server";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { build, failuresIn, run, type ServerProcess } from "@grantbook/test-kit/server-process";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readSeedFile } from "./seeds/seed-file.js";

const execute = promisify(execFile);
const demoFile = fileURLToPath(new URL("../demo.yaml", import.meta.url));
const seed = await readSeedFile(demoFile);

let folder: string;
let server: ServerProcess | undefined;

beforeAll(build);

beforeEach(() => {
  folder = newFolder();
});

afterEach(async () => {
  await server?.stop("SIGKILL");
  server = undefined;
});

/** Starts what `npm start` starts, with the flags of a command line; on a free port, and then on the same. */
async function start(...flags: string[]): Promise<string> {
  const { port } = new URL((await server?.listening()) ?? "http://127.0.0.1:0");
  await server?.stop("SIGKILL");
  server = run(folder, ["serve", "--demo", ...flags, "--port", port]);
  return server.listening();
}

// One-time codes come from oathtool, where it is installed, or else from the same seed.
const hasOathtool = spawnSync("oathtool", ["--version"]).status === 0;
const oathtool = () => {
  const seedOfCodes = seed.users?.find((user) => user.otp_secret)?.otp_secret ?? "";
  return hasOathtool
    ? ""
    : `oathtool() { echo ${generateTotp(decodeOtpSecret(seedOfCodes) ?? Buffer.alloc(0), new Date())}; }`;
};

/**
 * Runs a block as in the terminal of a reader who ran the previous ones: their variables are still set. Returns the
 * status of every response.
 */
async function runBlock({ code }: CodeBlock, address: string): Promise<number[]> {
  const state = join(folder, "state.sh");
  const names = [...code.matchAll(/^\s*([A-Z_]+)=/gm)].map(([, name]) => name);
  const lines = [
    "set -eo pipefail",
    `curl() { command curl --silent --show-error --write-out '%{stderr}%{http_code}\\n' "$@"; }`,
    oathtool(),
    existsSync(state) ? readFileSync(state, "utf8") : "",
    code.replaceAll(new URL(demo.api).origin, address),
    ...names.map((name) => `declare -p ${name} >> ${state}`),
  ];
  const { stderr } = await execute("bash", ["-c", lines.join("\n")], { cwd: folder });
  return stderr.trim().split("\n").filter(Boolean).map(Number);
}

/** A block is answered with the status it names, or else with successes. */
async function expectBlock(block: CodeBlock, address: string): Promise<void> {
  const statuses = await runBlock(block, address);
  if (block.code.includes("curl")) expect(statuses, block.code).not.toEqual([]);
  for (const status of statuses) {
    if (block.status === undefined) expect(status, block.code).toBeLessThan(300);
    else expect(status, block.code).toBe(block.status);
  }
}

const hasCurl = spawnSync("bash", ["-c", "curl --version"]).status === 0;
/** Guides whose commands have tests of their own. */
const elsewhere = ["deprecated-calls", "operating", "scale"];
const guides = guideNames().filter((name) => !elsewhere.includes(name) && guideCode(name, "sh").length > 0);

describe.skipIf(!hasCurl)("the commands of the guide (skipped where there is no curl)", () => {
  test.each(guides)("%s can be copied, one after the other", async (name) => {
    for (const block of guideCode(name, "sh")) {
      const [command, flags = ""] = /^(?:npm ci && )?npm start(?: -- (.*))?$/s.exec(block.code) ?? [];
      if (command !== undefined) await start(...flags.split(/[\s\\]+/).filter(Boolean));
      else await expectBlock(block, (await server?.listening()) ?? (await start()));
    }
  });
});

test("npm start starts the demo", () => {
  const manifest = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
  expect(JSON.parse(manifest).scripts.start).toBe("node scripts/start.js");
});

test("what npm start runs prints our lines, and none of the build", async () => {
  build();
  const script = fileURLToPath(new URL("../../../scripts/start.js", import.meta.url));
  const flags = ["--port", "0", "--database", "sqlite::memory:"];
  const started = run(folder, flags, {}, script);
  const address = await started.listening();
  await expect.poll(() => started.output.stdout).toContain("Check the token");
  expect(await started.stop()).toBe(0);
  expect(started.output.stdout.split("\n").slice(0, 4)).toEqual([
    `listening on ${address}`,
    `docs at ${address}/docs`,
    "",
    "Demo users",
  ]);
  expect(failuresIn(started)).toEqual([]);
});

test("the samples and guides have the names and secrets of the demo", () => {
  const [user] = seed.users ?? [];
  expect(user).toMatchObject({ login: demo.login, password: demo.password });
  expect(
    seed.applications?.map(({ client_id: clientId, client_secret: clientSecret }) => ({ clientId, clientSecret })),
  ).toEqual([demo.application, demo.githubApp]);
});

test("the seed file of the guide can be used", async () => {
  const [{ code } = { code: "" }] = guideCode("server", "yaml");
  writeFileSync(join(folder, "my.yaml"), code);
  const address = await start("--seed", "my.yaml");
  const headers = { authorization: basicAuth("hubot", "a password") };
  const answer = await fetch(`${address}/api/v3/authorizations`, { headers });
  expect([answer.status, answer.headers.get("x-github-otp")]).toEqual([401, "required; app"]);
});

test("the seed file of the guide about a sign-in can be used", async () => {
  const [{ code } = { code: "" }] = guideCode("end-to-end-tests", "yaml");
  writeFileSync(join(folder, "my.yaml"), code);
  const address = await start("--seed", "my.yaml");
  const headers = {
    authorization: basicAuth("monalisa", "a password"),
    "x-github-otp": generateTotp(decodeOtpSecret("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP") ?? Buffer.alloc(0), new Date()),
  };
  const body = '{"note":"addresses","scopes":["user:email"]}';
  const made = await fetch(`${address}/api/v3/authorizations`, { method: "POST", headers, body });
  const { token } = (await made.json()) as { token: string };
  const emails = await fetch(`${address}/api/v3/user/emails`, { headers: { authorization: `Bearer ${token}` } });
  expect(await emails.json()).toEqual([
    { email: "monalisa@example.com", primary: true, verified: true, visibility: "public" },
    { email: "monalisa@work.example", primary: false, verified: false, visibility: null },
  ]);
});

describe("the settings of a CI service in the guide", () => {
  const [github, gitlab] = guideCode("test-helpers", "yaml").map(({ code }) => parse(code));
  test.each([
    {
      name: "GitHub Actions",
      settings: github.jobs.test.services.grantbook.env,
      steps: github.jobs.test.steps.map(({ run: command }: { run: string }) => command),
    },
    { name: "GitLab CI", settings: gitlab.test.services[0].variables, steps: gitlab.test.script },
  ])("of $name start a demo that its jobs reach", async ({ settings, steps }) => {
    // The image listens on all addresses; its port is a free one here.
    server = run(folder, ["serve", "--port", "0"], { HOST: "0.0.0.0", ...settings });
    const { port } = new URL(await server.listening());
    for (const step of steps) {
      const here = `curl() { command curl --silent --show-error --connect-to "::127.0.0.1:${port}" "$@"; }\n${step}`;
      expect(JSON.parse((await execute("bash", ["-c", here])).stdout)).toMatchObject({ stopped: false });
    }
  });
});

test("the docs are served next to the API, and every error leads to its operation there", async () => {
  const address = await start();
  const answer = await fetch(`${address}/api/v3/authorizations/1`, { method: "PATCH" });
  const { documentation_url: url } = (await answer.json()) as { documentation_url: string };
  expect(url).toBe(`${address}/docs#oauth-authorizations/update-authorization`);
  const page = await fetch(url);
  expect(page.url).toBe(`${address}/docs/`);
  expect(await page.text()).toContain('<section id="oauth-authorizations/update-authorization">');
  const guide = await fetch(`${address}/docs/guides/getting-started`);
  expect([guide.status, await guide.text()]).toEqual([200, expect.stringContaining("<h1>Getting started</h1>")]);
});
