// The page in a real browser. Without one these tests are skipped by name; with CI=true that is a failure
// (scripts/browser.js).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basicAuth } from "@grantbook/test-kit/basic-auth";
import { build, run, type ServerProcess } from "@grantbook/test-kit/server-process";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, withoutBrowser } from "../../../../scripts/browser.js";

const minutes = 60_000;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const octocat = { authorization: basicAuth("octocat", "demo-password") };

describe.skipIf(withoutBrowser !== undefined)("the live page in a browser (skipped where there is none)", () => {
  const folder = newFolder();
  let browser: Browser;
  let server: ServerProcess;
  let address: string;
  let page: Page;
  /** Errors of the page, and requests to any other host. */
  const complaints: string[] = [];

  beforeAll(async () => {
    build();
    server = run(folder, ["serve", "--demo", "--port", "0", "--database", "sqlite::memory:"]);
    address = await server.listening();
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on("console", (message) => {
      // A refused fault is shown on the page; the browser has a line for it as well.
      if (/status of 422/.test(message.text())) return;
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(`${address}/`)) complaints.push(request.url());
    });
  }, 2 * minutes);
  afterEach(() => expect(complaints.splice(0)).toEqual([]));
  afterAll(async () => {
    await browser?.close();
    await server?.stop("SIGKILL");
  });

  const create = () =>
    fetch(`${address}/api/v3/authorizations`, { method: "POST", headers: octocat, body: '{"note":"from a test"}' });

  test(
    "is one click from the start page, and shows requests as they come, and whose the tokens are",
    async () => {
      await page.goto(address);
      await page.getByRole("link", { name: "Test helpers" }).click();
      await page.getByText("No requests yet.").waitFor();
      expect((await create()).status).toBe(201);
      await page.getByText("POST /api/v3/authorizations").waitFor();
      await page.getByRole("cell", { name: "octocat" }).waitFor();
      await page.getByText("POST /api/v3/authorizations").click();
      const details = await page.locator("#requests pre").first().textContent();
      expect(details).toContain("oauth-authorizations/create-authorization");
      expect(details).not.toContain(octocat.authorization);
      expect(server.output.stderr).not.toContain("/_grantbook/state");
    },
    minutes,
  );

  test(
    "sets faults and the clock, and brings everything back",
    async () => {
      await page.goto(`${address}/_grantbook/`);
      await page.getByLabel("What").selectOption("oauth-authorizations/create-authorization");
      await page.getByLabel("How", { exact: true }).selectOption("status 500");
      await page.getByRole("button", { name: "Set the fault" }).click();
      await page.getByText("1 times more").waitFor();
      expect((await create()).status).toBe(500);
      await page.getByText("No faults are set.").waitFor();
      await page.getByLabel("What").selectOption("*");
      await page.getByLabel("How", { exact: true }).selectOption("status 422");
      await page.getByRole("button", { name: "Set the fault" }).click();
      await page.getByText(/status must be an error that the description declares/).waitFor();
      await page.getByLabel("Hours to move it by").fill("87600");
      await page.getByRole("button", { name: "Move", exact: true }).click();
      await page.getByText("The clock has moved by 87600 hours.").waitFor();
      const { now } = (await (await fetch(`${address}/_grantbook/clock`)).json()) as { now: string };
      expect(new Date(now).getTime() - Date.now()).toBeGreaterThan(86_400_000 * 3600);
      await page.getByRole("button", { name: "Reset" }).click();
      await page.getByText("No tokens yet.").waitFor();
      await page.getByText("No requests yet.").waitFor();
    },
    minutes,
  );

  test(
    "has no barriers, in both colours and on a phone, and does not overflow",
    async () => {
      await create();
      for (const colorScheme of ["light", "dark"] as const) {
        for (const width of [1280, 360]) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 900 });
          await page.goto(`${address}/_grantbook/`);
          await page.getByRole("cell", { name: "octocat" }).waitFor();
          await page.evaluate(axe);
          const violations = await page.evaluate(async () => {
            const { axe: checker } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
            return (await checker.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
          });
          expect(violations).toEqual([]);
          const overflow = await page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth",
          );
          expect(overflow).toBe(0);
        }
      }
    },
    minutes,
  );
});
