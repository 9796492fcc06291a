// The samples of the reference as a running demo serves them: every one of a language, from top to bottom of the page.
import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { type OperationId, operationTable } from "@grantbook/contract";
import { type LanguageName, languageNames } from "@grantbook/docs/samples";
import { decodeOtpSecret, generateTotp } from "@grantbook/server";
import { build, run, type ServerProcess } from "@grantbook/test-kit/server-process";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, withoutBrowser } from "../../../../scripts/browser.js";
import { runScript } from "./script.js";

const execute = promisify(execFile);
const minute = 60_000;

let folder: string;
let server: ServerProcess;
let origin: string;

beforeAll(async () => {
  build();
  folder = newFolder();
  server = run(folder, ["serve", "--demo", "--port", "0", "--database", "sqlite::memory:"]);
  origin = await server.listening();
}, 3 * minute);

afterAll(() => server?.stop("SIGKILL"));

/** Sample on a page, with the status of the answer under it and the names in its first example. */
interface ShownSample {
  readonly id: OperationId;
  readonly code: string;
  readonly statuses: readonly number[];
  readonly fields: readonly string[];
}

const textOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");

/** Samples in a language, in reading order, on a server with nothing but the demo. */
async function readPage(language: LanguageName): Promise<ShownSample[]> {
  expect((await fetch(`${origin}/_grantbook/reset`, { method: "POST" })).status).toBe(200);
  const page = await (await fetch(`${origin}/docs/`)).text();
  const sections = page.split(/(?=<section id=")/).filter((part) => part.includes("data-sample="));
  return sections.map((section) => {
    const [, id = ""] = /^<section id="([^"]*)"/.exec(section) ?? [];
    const [, sample = ""] = section.split(`data-sample="${language}"`);
    const [, code = ""] = /<code>(.*?)<\/code>/s.exec(sample) ?? [];
    const [, ...answers] = section.split('<div class="response">');
    const [, example] = /<code>(.*?)<\/code>/s.exec(answers[0] ?? "") ?? [];
    const shown: unknown = example === undefined ? undefined : JSON.parse(textOf(example));
    return {
      id: id as OperationId,
      code: textOf(code),
      statuses: answers.map((answer) => Number(/class="status[^>]*>(\d+)/.exec(answer)?.[1])),
      fields: fieldsOf(shown),
    };
  });
}

/** Names of the fields of an object, or of the first one in a list. */
function fieldsOf(value: unknown): string[] {
  const object: unknown = Array.isArray(value) ? value[0] : value;
  return Object.keys(Object(object)).sort();
}

/** The demo has no e-mail address, no organization and no team: their lists are empty. */
const emptyLists: readonly OperationId[] = [
  "users/list-emails-for-authenticated-user",
  "orgs/list-for-authenticated-user",
  "teams/list-for-authenticated-user",
];

/** A response has the fields that the page shows. */
function expectFields(body: unknown, { id, fields, code }: ShownSample): void {
  if (emptyLists.includes(id)) expect(body, code).toEqual([]);
  else expect(fieldsOf(body), code).toEqual(fields);
}

/** Without a limit there is nothing to show: the description says so. */
const unlimited: OperationId = "rate-limit/get";

/** Runs shell code of all samples in one shell. Returns the status and the output of each. */
async function runShellSamples(samples: readonly ShownSample[], prelude: string) {
  const parts = samples.map(({ code }) => `printf '\\n@@sample\\n'\n(\n${code}\n) || true`);
  const { stdout } = await execute("bash", ["-c", `${prelude}\n${parts.join("\n")}`], {
    env: { ...process.env, GH_CONFIG_DIR: folder, GH_TOKEN: "" },
  });
  return stdout
    .split("\n@@sample\n")
    .slice(1)
    .map((part) => {
      const [output = "", status] = part.split("@@status ");
      return { output, status: Number(status) };
    });
}

/** Prints the status after the body, as curl does and gh in a header. */
const curlPrelude = `curl() { command curl --silent --show-error --write-out ' @@status %{http_code}' "$@"; }`;
const ghPrelude = `gh() { command gh "$@" --include 2>/dev/null | awk 'NR == 1 { status = $2 } head == 1 { print } /^\\r?$/ { head = 1 } END { print "@@status " status }'; }`;

const has = (...command: readonly [string, ...string[]]) => spawnSync(command[0], command.slice(1)).status === 0;

test("the page has five languages, the address of the server, and tokens that only this server knows", async () => {
  expect(languageNames).toEqual(["curl", "typescript", "octokit", "python", "gh"]);
  const page = await (await fetch(`${origin}/docs/`)).text();
  expect(page).not.toContain("127.0.0.1:3000");
  const tokens = [...page.matchAll(/ access_token">(gh[a-z]_\w+)/g)].map(([, token]) => token);
  // One for each operation that takes one, in each language; the client takes one where none is needed, too.
  expect(new Set(tokens).size).toBe(17);
  expect(tokens).toHaveLength(13 * 5 + 4);
});

describe.skipIf(withoutBrowser !== undefined)("the console (skipped where there is no browser)", () => {
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(`${origin}/`)) problems.push(request.url());
    });
  }, minute);
  afterAll(() => browser?.close());

  async function openConsole(id: OperationId) {
    await page.goto("about:blank");
    await page.goto(`${origin}/docs/#${id}`);
    const section = page.locator(`section[id="${id}"]`);
    await section.getByRole("button", { name: "Try it" }).click();
    return { send: section.getByRole("button", { name: "Send" }), field: (name: string) => section.getByLabel(name) };
  }
  const shown = () => page.locator(".exchange").textContent();
  const statusShown = () => page.locator(".exchange [class^='status-']").textContent();

  test("sends the sample with the values of the demo", async () => {
    const { send } = await openConsole("apps/check-token");
    await send.click();
    await expect.poll(statusShown).toBe("200");
    expect(await shown()).toMatch(
      /POST http.*\/api\/v3\/applications\/abcde12345fghij67890\/token.*"login": "octocat"/s,
    );
    expect(await shown()).not.toContain("3ef4ad510c59ad37bac6bb4f80047fb3aee3cc7f");
    expect(problems).toEqual([]);
  });

  test("works on the page of an operation, too, with its headings in order", async () => {
    await page.goto(`${origin}/docs/operations/apps/check-token`);
    await page.getByRole("button", { name: "Try it" }).click();
    await page.getByRole("button", { name: "Send" }).click();
    await expect.poll(statusShown).toBe("200");
    const levels = await page
      .locator("article :is(h1, h2, h3, h4, h5)")
      .evaluateAll((all) => all.map(({ tagName }) => tagName));
    expect([...new Set(levels)]).toEqual(["H1", "H2", "H3"]);
    expect(problems).toEqual([]);
  });

  test("asks for a one-time code when the server does, and stores no credentials", async () => {
    const { send, field } = await openConsole("oauth-authorizations/list-authorizations");
    const code = field("One-time code");
    expect(await code.isVisible()).toBe(false);
    await field("Login").fill("monalisa");
    await field("Password").fill("demo-password");
    await send.click();
    await expect.poll(statusShown).toBe("401");
    expect(await shown()).toContain("x-github-otp: required; app");
    await code.fill(generateTotp(decodeOtpSecret("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP") ?? Buffer.alloc(0), new Date()));
    await send.click();
    await expect.poll(statusShown).toBe("200");
    expect(await shown()).not.toContain("demo-password");
    const stored = await page.evaluate<string>(
      "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])",
    );
    expect(stored).not.toMatch(/monalisa|demo-password/);
    expect(problems).toEqual([]);
  });

  test("is on every operation, and nowhere on a page that no server filled", async () => {
    await page.goto(`${origin}/docs/`);
    expect(await page.getByRole("button", { name: "Try it" }).count()).toBe(Object.keys(operationTable).length);
    await page.evaluate("document.body.removeAttribute('data-api')");
    expect(await page.locator(".try").first().isVisible()).toBe(false);
  });
});

describe.each([
  ["curl", curlPrelude, has("curl", "--version")],
  ["gh", ghPrelude, has("gh", "--version") && has("awk", "BEGIN {}")],
] as const)("%s", (language, prelude, isInstalled) => {
  test.skipIf(!isInstalled)(
    "answers every sample as the page shows (skipped where it is missing)",
    async () => {
      const samples = await readPage(language);
      expect(samples).toHaveLength(Object.keys(operationTable).length);
      const results = await runShellSamples(samples, prelude);
      for (const [index, sample] of samples.entries()) {
        const { id, code, statuses } = sample;
        const { status, output } = results[index] ?? { status: 0, output: "" };
        expect(id === unlimited ? [404] : statuses, code).toContain(status);
        if (id !== unlimited && status !== 204) expectFields(JSON.parse(output), sample);
      }
    },
    minute,
  );
});

test.each(["typescript", "octokit"] as const)(
  "%s runs every sample",
  async (language) => {
    for (const sample of await readPage(language)) {
      const { id, code, statuses } = sample;
      const outcome = await runScript(code).catch((error: Error) => error);
      if (id === unlimited) expect(String(outcome), code).toMatch(/Rate limiting is not enabled/);
      else if (statuses.includes(204)) expect(outcome, code).toEqual([]);
      else expectFields((outcome as unknown[][])[0]?.[0], sample);
    }
  },
  minute,
);

const runner = `
import contextlib, io, json, sys
results = []
for code in json.load(sys.stdin):
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(code, {})
        results.append(printed.getvalue())
    except Exception as error:
        results.append("failed: " + str(error))
json.dump(results, sys.stdout)
`;
const python = ["python3", "/usr/bin/python3"].find((name) => has(name, "-c", "import requests"));

test.skipIf(python === undefined)(
  "Python runs every sample (skipped where there is no requests)",
  async () => {
    const samples = await readPage("python");
    const running = execute(python ?? "", ["-c", runner]);
    running.child.stdin?.end(JSON.stringify(samples.map(({ code }) => code)));
    const results: string[] = JSON.parse((await running).stdout);
    for (const [index, { id, code, statuses }] of samples.entries()) {
      const result = results[index] ?? "";
      if (id === unlimited) expect(result, code).toMatch(/^failed: 404 /);
      else expect(result, code).toMatch(statuses.includes(204) ? /^204\n$/ : /^[[{].*[\]}]\n$/s);
    }
  },
  minute,
);
