// Breaks each lint rule of the description on purpose, and expects a finding: the rules are guarantees only if they
// notice.
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newFolder } from "@grantbook/test-kit/temporary-folder";
import { beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { redocly } from "./redocly.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @param {string} status */
const response = (status) => new RegExp(`    "${status}":\\n      \\$ref.*\\n`);

/** @type {[rule: string, file: string, from: string | RegExp, to: string][]} */
const changes = [
  ["every-operation-declares-401", "paths/applications_grants.yaml", response("401"), ""],
  ["every-id-path-declares-404", "paths/applications_grants_{grant_id}.yaml", response("404"), ""],
  ["every-body-operation-declares-400-and-422", "paths/applications_{client_id}_token.yaml", response("422"), ""],
  ["every-list-declares-link", "paths/authorizations.yaml", "        Link:", "        X-Link:"],
  [
    "every-response-declares-the-headers-that-all-have",
    "components/responses.yaml",
    "    X-GitHub-Request-Id:\n      $ref: headers.yaml#/request-id\n",
    "",
  ],
  ["every-list-declares-headers", "paths/authorizations.yaml", / {6}headers:\n(?: {8}.*\n)+/, ""],
  ["every-operation-names-its-security", "paths/authorizations.yaml", "  security:\n    - user: []\n", ""],
  ["every-operation-names-its-method", "paths/user.yaml", / {2}x-method: .*\n/, ""],
  ["every-operation-names-its-method", "paths/user.yaml", "x-method: users.getAuthenticated", "x-method: whoami"],
  [
    "only-post-and-patch-say-that-they-are-idempotent",
    "paths/user.yaml",
    "  x-method: users.getAuthenticated\n",
    "  x-method: users.getAuthenticated\n  x-idempotent: true\n",
  ],
  ["every-body-has-an-example", "paths/authorizations.yaml", / {10}examples:\n.*\n.*\n/, ""],
  [
    "no-optional-parameter-has-an-example",
    "components/parameters.yaml",
    "  name: X-GitHub-OTP\n",
    '  name: X-GitHub-OTP\n  example: "123456"\n',
  ],
  ["info-contact", "openapi.yaml", "  contact:\n    name: The Grantbook project\n", ""],
  [
    "no-server-variable-has-a-description",
    "openapi.yaml",
    "        default: HOSTNAME\n",
    "        default: HOSTNAME\n        description: Host name.\n",
  ],
  ["every-deprecated-operation-names-its-replacement", "paths/authorizations.yaml", "Deprecated: use", "Use"],
  ["no-invalid-media-type-examples", "components/examples.yaml", "scopes: [public_repo]", "scopes: 7"],
  [
    "no-unused-components",
    "openapi.yaml",
    "  securitySchemes:\n",
    "  schemas:\n    unused:\n      type: string\n  securitySchemes:\n",
  ],
];

const folder = newFolder();
/** Lines of the findings in all copies of the description. @type {string[]} */
let findings = [];

// One process lints all copies: to start it takes longer than to lint.
beforeAll(() => {
  const ignored = parse(readFileSync(join(root, ".redocly.lint-ignore.yaml"), "utf8"));
  const copies = ["unchanged", ...changes.keys()].map(String);
  for (const copy of copies) cpSync(join(root, "openapi"), join(folder, copy, "openapi"), { recursive: true });
  for (const [index, [, file, from, to]] of changes.entries()) {
    const path = join(folder, String(index), "openapi", file);
    const before = readFileSync(path, "utf8");
    const after = before.replace(from, to);
    expect(after, `${file} is changed`).not.toBe(before);
    writeFileSync(path, after);
  }
  const entries = copies.flatMap((copy) => Object.entries(ignored).map(([file, rules]) => [`${copy}/${file}`, rules]));
  writeFileSync(join(folder, ".redocly.lint-ignore.yaml"), stringify(Object.fromEntries(entries)));
  const { apis, ...rules } = parse(readFileSync(join(root, "redocly.yaml"), "utf8"));
  const own = copies.map((copy) => [`copy-${copy}`, { ...apis.api, root: `${copy}/openapi/openapi.yaml` }]);
  writeFileSync(join(folder, "redocly.yaml"), stringify({ ...rules, apis: Object.fromEntries(own) }));
  const files = copies.map((copy) => join(folder, copy, "openapi/openapi.yaml"));
  const config = ["--config", join(folder, "redocly.yaml")];
  findings = redocly("lint", ...files, ...config, "--max-problems=1000", "--format=github-actions").stdout.split("\n");
});

/** What is found in a copy. @param {string | number} copy */
const findingsIn = (copy) => findings.filter((line) => line.includes(`/${copy}/openapi/`));

test("the date in the text of a deprecated operation is that of x-github", () => {
  for (const name of readdirSync(join(root, "openapi/paths"))) {
    const item = parse(readFileSync(join(root, "openapi/paths", name), "utf8"));
    for (const operation of Object.values(item).filter(({ deprecated }) => deprecated)) {
      const [, date] = /github\.com\s+on\s+(\S+);/.exec(operation.description) ?? [];
      expect(date, operation.operationId).toBe(operation["x-github"].removalDate);
    }
  }
});

test("the description as it is has no finding", () => {
  expect(findingsIn("unchanged")).toEqual([]);
});

test.each(changes.map(([rule], index) => ({ rule, index })))("$rule is noticed", ({ rule, index }) => {
  expect(findingsIn(index)).toContainEqual(expect.stringMatching(new RegExp(`^::error title=(rule/)?${rule},`)));
});
