import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { commentOf, pullRequestsOf, putComment } from "./comment.js";

const run = {
  head_sha: "0123456789abcdef0123456789abcdef01234567",
  head_branch: "shorter pages&state=closed",
  html_url: "https://github.test/run/1",
  conclusion: "failure",
  head_repository: { owner: { login: "stranger" } },
};

/** @type {any} */
const report = {
  base: "abcdef0123",
  lint: [],
  changes: [
    {
      rating: "minor",
      rule: "part-added",
      where: "GET /user",
      operations: ["GET /user", "GET /meta", "GET /"],
      what: "`x` was added.",
      file: "openapi/paths/user.yaml",
      line: 3,
    },
  ],
  version: { before: "0.1.0", next: "0.2.0", needed: "0.2.0", changesets: [".changeset/a.md"], enough: true },
  generated: [{ name: "types.ts", lines: ["+x?: string;"] }],
  scores: [{ name: "agent readiness", before: 70, after: 71 }],
};

describe("text of the comment", () => {
  test("a report", () => {
    const body = commentOf(JSON.stringify(report), run);
    expect(body).toMatch(/^<!-- grantbook: review of the API description -->\n## API description: ✅ Passed\n/);
    expect(body).toContain(
      "| minor (part-added) | GET /user and 2 more operations | `x` was added. | `openapi/paths/user.yaml:3` |",
    );
    expect(body).toContain(
      "<details>\n<summary>Generated types</summary>\n\n```diff\n@ types.ts\n+x?: string;\n```\n\n</details>",
    );
    expect(body).toMatch(
      /\nFor 0123456, by \[this run\]\(https:\/\/github\.test\/run\/1\), whose artifact `docs` marks the changes\.\n$/,
    );
  });

  test("ratings lead to their rules, and places to their lines, in the repository of the change", () => {
    const url = "https://github.test/stranger/grantbook";
    const repository = { ...run.head_repository, html_url: url };
    const body = commentOf(JSON.stringify(report), { ...run, head_repository: repository });
    const files = `${url}/blob/${run.head_sha}`;
    expect(body).toContain(`| [minor](${files}/apps/docs/guides/ratings.md#part-added) | GET /user and`);
    expect(body).toContain(`| [\`openapi/paths/user.yaml:3\`](${files}/openapi/paths/user.yaml#L3) |`);
  });

  test("a check that left no report did not pass", () => {
    expect(commentOf(undefined, run)).toContain("❌ Could not run\n\nThe check ended before there was a report.");
  });

  test("a check that had nothing to review", () => {
    expect(commentOf(undefined, { ...run, conclusion: "success" })).toContain(
      "\n## API description: not changed any more\n",
    );
  });

  test("a report with parts missing did not pass", () => {
    for (const part of ["lint", "changes", "version", "generated", "scores"]) {
      expect(commentOf(JSON.stringify({ ...report, [part]: undefined }), run)).toContain("❌ Could not run");
    }
  });

  test.each([
    ["no JSON", "<b>hello</b>"],
    ["another form", JSON.stringify({ ...report, changes: [{ rating: "fine" }] })],
    ["a field too many", JSON.stringify({ ...report, html: "<b>hello</b>" })],
    ["a version that is a text", JSON.stringify({ ...report, version: { ...report.version, next: "<b>hello</b>" } })],
    [
      "a number that is a text",
      JSON.stringify({ ...report, scores: [{ name: "x", before: "<b>hello</b>", after: 1 }] }),
    ],
    ["very long", JSON.stringify({ ...report, base: "hello".repeat(300_000) })],
  ])("%s is no report, and is not shown", (_, saved) => {
    const body = commentOf(saved, run);
    expect(body).toContain("❌ Could not run\n\nThe saved report ");
    expect(body).not.toContain("hello");
  });

  test("a long report is cut, or left to the run", () => {
    const many = Array.from({ length: 300 }, () => report.changes[0]);
    expect(commentOf(JSON.stringify({ ...report, changes: many }), run)).toContain(
      "200 more are shown by `npm run review`",
    );
    const tooLong = "The report is too long for a comment; the run shows it.";
    const long = [{ ...report.changes[0], what: "long ".repeat(3000) }];
    const body = commentOf(JSON.stringify({ ...report, changes: Array(10).fill(long[0]) }), run);
    expect(body).toContain(tooLong);
    // GitHub takes 65,536 characters. The limit leaves room for what is around the report.
    const withChanges = (/** @type {number} */ count) =>
      commentOf(JSON.stringify({ ...report, changes: Array(count).fill({ ...long[0], what: "x".repeat(5000) }) }), run);
    for (const count of [12, 13, 14]) expect(withChanges(count)).toContain(tooLong);
    expect(withChanges(11)).toContain("x".repeat(5000));
  });

  test.each([
    ["a mention", "@octocat", "@\u200boctocat"],
    ["a reference", "#1", "#\u200b1"],
    ["an address", "see https://evil.test", "https:\u200b//evil.test"],
    ["an address without a scheme", "www.evil.test", "www\u200b.evil.test"],
    ["a link", "[here](//evil.test)", "\\[here\\](//evil.test)"],
    ["an image", "![x](//evil.test)", "!\\[x\\](//evil.test)"],
    ["HTML", "<img src=x>", "\\<img src=x\\>"],
    ["an end of a table", "a | b\n\n# c", "a \\| b #\u200b c"],
    ["code that does not end", "`a", "\\`a"],
    ["code with a border of a table in it", "`a|b`", "`a\\|b`"],
  ])("%s in a report is only text", (_, what, shown) => {
    const body = commentOf(JSON.stringify({ ...report, changes: [{ ...report.changes[0], what }] }), run);
    expect(body).toContain(`| ${shown.startsWith("https") ? `see ${shown}` : shown} |`);
  });

  test("a fence in the generated types does not end the block", () => {
    const generated = [{ name: "types.ts", lines: ["+```", "+<b>\n```"] }];
    expect(commentOf(JSON.stringify({ ...report, generated }), run)).toContain(
      "````diff\n@ types.ts\n+```\n+<b> ```\n````",
    );
  });
});

describe("pull requests of the comment", () => {
  test("that of the open pull request with this commit", async () => {
    /** @type {string[]} */
    const asked = [];
    const numbers = await pullRequestsOf(run, async (_, path) => {
      asked.push(path);
      return [
        { number: 7, head: { sha: run.head_sha } },
        { number: 8, head: { sha: "newer" } },
      ];
    });
    expect(numbers).toEqual([7]);
    expect(asked).toEqual(["/pulls?state=open&per_page=100&head=stranger%3Ashorter%20pages%26state%3Dclosed"]);
  });

  test("none, when the fork is gone", async () => {
    const never = async () => expect.fail("GitHub was asked");
    expect(await pullRequestsOf({ ...run, head_repository: null }, never)).toEqual([]);
  });
});

describe("one comment", () => {
  const own = { id: 5, user: { login: "github-actions[bot]" }, body: commentOf(undefined, run) };
  const others = Array.from({ length: 100 }, (_, id) => ({ id, user: { login: "stranger" }, body: own.body }));

  /** @param {any[][]} pages @param {{ first: boolean }} options */
  async function put(pages, options) {
    /** @type {string[]} */
    const sent = [];
    /** @type {import("./comment.js").Request} */
    const request = async (method, path, body) => {
      if (method === "GET") return pages.shift() ?? [];
      return sent.push(`${method} ${path} ${JSON.stringify(body)}`);
    };
    await putComment(7, "new", request, options);
    return sent;
  }

  test("is written when there is none", async () => {
    expect(await put([others, []], { first: true })).toEqual(['POST /issues/7/comments {"body":"new"}']);
  });

  test("is not written to say that there is nothing to say", async () => {
    expect(await put([others, []], { first: false })).toEqual([]);
  });

  test("is written over when it is there, even after a copy of it", async () => {
    expect(await put([others, [own]], { first: false })).toEqual(['PATCH /issues/comments/5 {"body":"new"}']);
  });
});

test("it needs no dependency: the workflow that runs it installs none", () => {
  const script = fileURLToPath(new URL("comment.js", import.meta.url));
  const refuse = `export const resolve = (name, context, next) => {
    if (!name.startsWith(".") && !name.startsWith("node:") && !name.startsWith("file:")) throw new Error("needs " + name);
    return next(name, context);
  };`;
  const register = `import { register } from "node:module"; register("data:text/javascript,${encodeURIComponent(refuse)}");`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(register)}`, script],
    { encoding: "utf8", env: {} },
  );
  expect(stderr).toContain("The environment has no GITHUB_EVENT_PATH");
  expect(status).toBe(1);
});
