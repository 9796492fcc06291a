// Requests to GitHub about the comment of a review.
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { comment } from "./comment.js";
import { folderWith } from "./files-fixture.js";

const run = {
  head_sha: "0123456789abcdef0123456789abcdef01234567",
  head_branch: "work",
  html_url: "https://github.test/run/1",
  conclusion: "failure",
  head_repository: { owner: { login: "stranger" } },
};

/** @type {{ url: string, options: any }[]} */
let requests = [];
/** What GitHub has, by the end of a path. @type {Record<string, any>} */
let found = {};

beforeEach(() => {
  requests = [];
  found = { pulls: [{ number: 7, head: { sha: run.head_sha } }], comments: [] };
  vi.stubGlobal("fetch", async (/** @type {string} */ url, /** @type {any} */ options) => {
    requests.push({ url, options });
    const [, last = ""] = /\/(\w+)(?:\?.*)?$/.exec(url) ?? [];
    return found[last] === undefined ? new Response("{}", { status: 403 }) : Response.json(found[last]);
  });
  vi.stubEnv("GITHUB_API_URL", "https://api.github.test");
  vi.stubEnv("GITHUB_REPOSITORY", "o/r");
  vi.stubEnv("GITHUB_TOKEN", "secret");
  vi.spyOn(console, "log").mockImplementation(() => {});
  event(run);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** @param {object} workflow_run */
function event(workflow_run) {
  vi.stubEnv("GITHUB_EVENT_PATH", join(folderWith({ "event.json": { workflow_run } }), "event.json"));
}

/** Report in a file. @param {string} text */
const saved = (text) => join(folderWith({ "report.json": text }), "report.json");

const written = () =>
  requests.filter(({ options }) => options.method !== "GET").map(({ options }) => JSON.parse(options.body).body);

test("the pull request is found, its comments are read, and a new one is written, with the token", async () => {
  await comment(saved('{"base":"abcdef0"}'));
  expect(requests.map(({ url, options: { method } }) => `${method} ${url}`)).toEqual([
    "GET https://api.github.test/repos/o/r/pulls?state=open&per_page=100&head=stranger%3Awork",
    "GET https://api.github.test/repos/o/r/issues/7/comments?per_page=100&page=1",
    "POST https://api.github.test/repos/o/r/issues/7/comments",
  ]);
  for (const { options } of requests) {
    expect(options.headers).toEqual({ accept: "application/vnd.github+json", authorization: "Bearer secret" });
    expect("body" in options).toBe(options.method !== "GET");
  }
  expect(written()[0]).toContain("Compared with `abcdef0`.");
  expect(written()[0]).toContain("whose artifact `docs` marks the changes");
});

test("nothing is written without a pull request", async () => {
  found.pulls = [{ number: 7, head: { sha: "newer" } }];
  await comment(saved("{}"));
  expect(requests).toHaveLength(1);
  expect(console.log).toHaveBeenCalledWith(
    "No open pull request has this commit as its last one: there is nothing to say.",
  );
});

test("what is refused is an error with its status", async () => {
  found = {};
  await expect(comment(saved("{}"))).rejects.toThrow(
    "GET /pulls?state=open&per_page=100&head=stranger%3Awork failed with status 403.",
  );
});

test.each(["GITHUB_EVENT_PATH", "GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN"])(
  "without %s nothing is sent",
  async (name) => {
    vi.stubEnv(name, "");
    await expect(comment(saved("{}"))).rejects.toThrow(
      `The environment has no ${name}; this runs in a workflow of GitHub.`,
    );
    expect(requests).toEqual([]);
  },
);

describe("the report", () => {
  test("may be missing: the check ended early", async () => {
    await comment(join(folderWith({}), "report.json"));
    expect(written()[0]).toContain("❌ Could not run\n\nThe check ended before there was a report.\n");
    expect(written()[0]).not.toContain("artifact");
  });

  test("may be missing after a check that passed: only an older comment is replaced", async () => {
    event({ ...run, conclusion: "success" });
    await comment(join(folderWith({}), "report.json"));
    expect(written()).toEqual([]);
    found["5"] = {};
    found.comments = [
      { id: 5, user: { login: "github-actions[bot]" }, body: "<!-- grantbook: review of the API description -->\n" },
    ];
    await comment(join(folderWith({}), "report.json"));
    expect(requests.at(-1)?.url).toBe("https://api.github.test/repos/o/r/issues/comments/5");
    expect(written()[0]).toContain("## API description: not changed any more\n");
  });

  test("is not read through a link, nor when it is a folder", async () => {
    const folder = folderWith({ "a/report.json": '{"base":"abcdef0"}' });
    symlinkSync(join(folder, "a/report.json"), join(folder, "link.json"));
    await comment(join(folder, "link.json"));
    await comment(join(folder, "a"));
    for (const body of written()) expect(body).toContain("❌ Could not run\n\nThe saved report is no JSON.\n");
    expect(written()).toHaveLength(2);
  });

  test("is not read when it has four megabytes", async () => {
    await comment(saved("x".repeat(3_999_999)));
    expect(written()[0]).toContain("The saved report is too long to be one.");
    await comment(saved("x".repeat(4_000_000)));
    expect(written()[1]).toContain("The saved report is no JSON.");
  });
});

test("a comment of someone else, or without the first line, is left alone", async () => {
  const marker = "<!-- grantbook: review of the API description -->";
  found.comments = [
    { id: 1, user: { login: "stranger" }, body: marker },
    { id: 2, user: { login: "github-actions[bot]" }, body: `> ${marker}` },
    { id: 3, user: null, body: marker },
  ];
  await comment(saved("{}"));
  expect(requests.at(-1)).toMatchObject({
    url: expect.stringMatching(/issues\/7\/comments$/),
    options: { method: "POST" },
  });
});
