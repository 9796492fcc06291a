import { describe, expect, test } from "vitest";
import { asMarkdown, sourceIn } from "./format-markdown.js";

const change = {
  rating: "minor",
  rule: "part-added",
  where: "GET /user",
  operations: ["GET /user"],
  what: "`x` was added.",
  file: "openapi/paths/user.yaml",
  line: 3,
};

const version = { before: "0.1.0", next: "0.2.0", needed: "0.2.0", changesets: [], enough: true };

/** @param {object} parts @param {string} [source] */
const markdown = (parts, source) =>
  asMarkdown(
    /** @type {any} */ ({ base: "abcdef0123", lint: [], changes: [], version, generated: [], scores: [], ...parts }),
    source,
  );

test("a report with one of everything", () => {
  const lint = [{ severity: "error", rule: "no-x", message: "No | x.", file: "openapi/openapi.yaml", line: 7 }];
  const wording = { ...change, rating: "patch", rule: "wording-changed", what: "Word." };
  const generated = [{ name: "types.ts", lines: ["@ User", "+x: string;"] }];
  const scores = [{ name: "agent readiness", before: 70.5, after: 71 }];
  expect(markdown({ lint, changes: [change, wording], generated, scores, newer: "main has 1 newer commit" })).toBe(
    `## API description: ❌ Not passed

Existing clients keep working; there is 1 addition to GET /user. Version 0.2.0 is needed, and the next release is 0.2.0.

- The lint found 1 error.

### Lint

| Where | Finding | Rule |
| --- | --- | --- |
| \`openapi/openapi.yaml:7\` | No \\| x. | \`no-x\` |

### Changes: 0 major, 1 minor, 1 patch

| Rating | Where | What | Source |
| --- | --- | --- | --- |
| minor (part-added) | GET /user | \`x\` was added. | \`openapi/paths/user.yaml:3\` |

<details>
<summary>Wording and examples: 1 change</summary>

| Rating | Where | What | Source |
| --- | --- | --- | --- |
| patch (wording-changed) | GET /user | Word. | \`openapi/paths/user.yaml:3\` |

</details>

### Version

0.1.0 to 0.2.0; the changes need 0.2.0

<details>
<summary>Generated types</summary>

\`\`\`diff
@ types.ts
@ User
+x: string;
\`\`\`

</details>

<details>
<summary>Score</summary>

|  | Before | After |
| --- | --- | --- |
| agent readiness | 70.5 | 71 |

</details>

Compared with \`abcdef0\` (main has 1 newer commit). \`docs/reviewing.md\` explains the report.
`,
  );
});

test("a report without a change", () => {
  const same = { ...version, next: "0.1.0", needed: "0.1.0" };
  expect(markdown({ version: same, scores: undefined })).toBe(`## API description: ❌ Could not run

Nothing changes for clients.

### Changes: no change

### Version

0.1.0

Generated types: no change.

Compared with \`abcdef0\`. \`docs/reviewing.md\` explains the report.
`);
  expect(markdown({ version: same })).toMatch(/^## API description: ✅ Passed\n\nNothing changes for clients\.\n\n###/);
});

test("a report that ended early has only what it found", () => {
  const parts = { lint: undefined, changes: undefined, version: undefined, generated: undefined, scores: undefined };
  expect(markdown({ ...parts, failure: "No\ngit." })).toBe(`## API description: ❌ Could not run

The review could not run to its end.

- No git.

Compared with \`abcdef0\`. \`docs/reviewing.md\` explains the report.
`);
});

describe("links", () => {
  const source = "https://github.test/o/r/blob/abc";

  test("lead to the rule and to the line", () => {
    const text = markdown({ changes: [change] }, source);
    expect(text).toContain(
      `| [minor](${source}/apps/docs/guides/ratings.md#part-added) | GET /user | \`x\` was added. | [\`openapi/paths/user.yaml:3\`](${source}/openapi/paths/user.yaml#L3) |`,
    );
  });

  test.each([
    ["openapi/paths/a_{b}.yaml", 3, "openapi/paths/a_%7Bb%7D.yaml#L3"],
    ["openapi/a.yaml", 3.7, "openapi/a.yaml#L3"],
  ])("to %s:%s", (file, line, expected) => {
    expect(markdown({ changes: [{ ...change, file, line }] }, source)).toContain(`](${source}/${expected})`);
  });

  test.each([
    "openapi/../README.yaml",
    "other/a.yaml",
    "x/openapi/a.yaml",
    "openapi/a.md",
    "openapi/a.yaml?x",
    "openapi/(a).yaml",
  ])("are not made of what is no file of the description: %s", (file) => {
    expect(markdown({ changes: [{ ...change, file }] }, source)).not.toMatch(/\]\([^)]*#L/);
  });

  test.each([
    [{ GITHUB_SERVER_URL: "https://github.test", GITHUB_REPOSITORY: "o/r", GITHUB_SHA: "abc" }, source],
    [{ GITHUB_REPOSITORY: "o/r", GITHUB_SHA: "abc" }, undefined],
    [{ GITHUB_SERVER_URL: "https://github.test", GITHUB_SHA: "abc" }, undefined],
    [{ GITHUB_SERVER_URL: "https://github.test", GITHUB_REPOSITORY: "o/r" }, undefined],
  ])("in the environment %j begin with %s", (environment, expected) => {
    expect(sourceIn(environment)).toBe(expected);
  });
});

describe("what is long is cut", () => {
  const rows = (/** @type {number} */ count) => Array.from({ length: count }, () => change);
  const lines = (/** @type {number} */ count) => [{ name: "types.ts", lines: Array(count).fill("+x") }];

  test("after a hundred rows of a table", () => {
    expect(markdown({ changes: rows(100) })).not.toContain("more are shown");
    const text = markdown({ changes: rows(102) });
    expect(text).toContain("|\n\n2 more are shown by `npm run review`.\n\n");
    expect(text.match(/^\| minor/gm)).toHaveLength(100);
  });

  test("after eighty lines of types, with their heading", () => {
    expect(markdown({ generated: lines(79) })).not.toContain("more lines are shown");
    const text = markdown({ generated: lines(81) });
    expect(text).toContain("+x\n@ 2 more lines are shown by npm run review\n```");
    expect(text.match(/^\+x$/gm)).toHaveLength(79);
  });

  test("after 300 characters of a line", () => {
    const generated = [{ name: "types.ts", lines: [`+${"x".repeat(400)}`] }];
    expect(markdown({ generated })).toContain(`\n+${"x".repeat(299)}\n`);
  });
});

test.each([
  ["``` in it", "+```", "````"],
  ["````` in it", "+a ````` b ```", "``````"],
  ["one in it", "+`a`", "```"],
])("types with %s have a longer fence", (_, line, fence) => {
  const text = markdown({ generated: [{ name: "types.ts", lines: [line] }] });
  expect(text).toContain(`\n${fence}diff\n@ types.ts\n${line}\n${fence}\n`);
});

test.each([
  ["\\ ` * _ [ ] < > | ~ &", "\\\\ \\` \\* \\_ \\[ \\] \\< \\> \\| \\~ \\&"],
  ["a`b | c`d`e_f`", "a`b \\| c`d`e_f`"],
  ["a` `b``c", "a bc"],
  ["a: b, http:// WWW.x", "a: b, http:\u200b// WWW\u200b.x"],
  ["a\n\n \tb", "a b"],
])("%j as text of a report is %j", (what, expected) => {
  expect(markdown({ changes: [{ ...change, what }] })).toContain(`| GET /user | ${expected} |`);
});
