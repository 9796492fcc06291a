// The rules of `npm run interop` that a run on a machine with every client does not show.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createReport, missingClient } from "../interop/src/report.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @param {boolean} isCi */
function reportOf(isCi) {
  /** @type {string[]} */
  const lines = [];
  const report = createReport((/** @type {string} */ line) => lines.push(line));
  report.add(
    { id: "octonode", kind: "client", name: "octonode 0.10.2" },
    [{ operation: "meta/get", expected: "200" }],
    1,
  );
  report.add({ id: "gh", kind: "client", name: "gh" }, missingClient("not installed: apt-get install gh", isCi), 0);
  return { exitCode: report.end(), text: lines.join("\n") };
}

describe("a client that is not there", () => {
  test("is named and counted as skipped", () => {
    const { exitCode, text } = reportOf(false);
    expect(text).toContain("-      gh: 0 checks, 0 s\n");
    expect(text).toContain("not installed: apt-get install gh\n");
    expect(text).toMatch(/\n1 passed, 0 failed, 1 skipped$/);
    expect(exitCode).toBe(0);
  });

  test("has failed in continuous integration", () => {
    const { exitCode, text } = reportOf(true);
    expect(text).toContain("FAILED gh: 0 checks, 0 s\n");
    expect(text).toMatch(/\n1 passed, 1 failed, 0 skipped$/);
    expect(exitCode).toBe(1);
  });

  test("is one of Debian whose package dpkg does not know, and its package is named for apt-get", () => {
    const list = `import { clients } from "./interop/src/clients.js";
      console.log(JSON.stringify(clients.filter(({ missing }) => missing).map(({ id, missing }) => [id, missing])));`;
    const parameters = ["--input-type=module", "--eval", list];
    const { stdout } = spawnSync(process.execPath, parameters, {
      cwd: root,
      env: { PATH: "/nowhere" },
      encoding: "utf8",
    });
    const missing = Object.fromEntries(JSON.parse(stdout));
    expect(missing).toMatchObject({
      gh: "not installed: apt-get install gh",
      "go-github": "not installed: apt-get install golang-github-google-go-github-dev golang-go",
      "social-auth-core": "not installed: apt-get install python3-social-auth-core",
      "omniauth-github": "not installed: apt-get install ruby-omniauth-github",
    });
    expect(missing).not.toHaveProperty("octokit");
    const needed = spawnSync(process.execPath, ["interop/src/debian-packages.js"], {
      cwd: root,
      env: { PATH: "/nowhere" },
    });
    expect(`${needed.stdout}`.trim().split(" ")).toEqual(
      expect.arrayContaining(["gh", "python3-social-auth-core", "ruby-omniauth-github"]),
    );
  });
});

test("a check that failed fails the run, and a failure of the server does", () => {
  const failing = createReport(() => undefined);
  failing.add({ id: "a", kind: "tool", name: "a" }, [{ operation: "meta/get", expected: "200", error: "404" }], 0);
  expect(failing.end()).toBe(1);
  const broken = createReport(() => undefined);
  broken.fail("the server itself: …");
  expect(broken.end()).toBe(1);
});
