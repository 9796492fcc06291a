import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { root, useRunner } from "./runner.js";

describe("comment.yml", () => {
  const runner = useRunner();
  const report = { base: "0123456789", failure: "Something was missing." };

  test.each([
    { artifacts: "review\ndocs", isThere: true },
    { artifacts: "reviews\ndocs", isThere: false },
  ])("the report is fetched from artifacts $artifacts: $isThere", async ({ artifacts, isThere }) => {
    const { temporary } = runner();
    runner().fake(
      "gh",
      `if [ "$1" = api ]; then printf '%s\\n' '${artifacts.replace("\n", "' '")}'; else mkdir -p "$7" && echo '{}' > "$7/report.json"; fi`,
    );
    const environment = { RUN_ID: "1", GH_TOKEN: "t" };
    const result = await runner().step("comment.yml", "comment", "Fetch the report", temporary, environment);
    expect(result).toEqual({ status: 0, output: "" });
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
        const elsewhere = join(runner().temporary, "elsewhere.json");
        writeFileSync(elsewhere, JSON.stringify(report));
        symlinkSync(elsewhere, file);
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
      const { temporary } = runner();
      mkdirSync(join(temporary, "review"));
      makeReport(join(temporary, "review/report.json"));
      const repository = owner && { owner: { login: owner }, html_url: `https://github.test/${owner}/r` };
      const run_ = {
        head_sha: "0123456789",
        head_branch: "change",
        html_url: "https://github.test/run",
        conclusion: "failure",
      };
      writeFileSync(
        join(temporary, "event.json"),
        JSON.stringify({ workflow_run: { ...run_, head_repository: repository ?? null } }),
      );
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      const environment = { GITHUB_API_URL: `http://127.0.0.1:${port}`, GITHUB_TOKEN: "t" };
      const result = await runner().step("comment.yml", "comment", "Comment", root, environment);
      expect(result).toMatchObject({ status: 0 });
      return requests;
    } finally {
      server.close();
    }
  }
});
