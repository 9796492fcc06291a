// Reports from reviewers: edits of the description as it is, and what the review has to say about each.
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changesBetween } from "../changes.js";
import { lintFindings } from "../lint.js";
import { runReview } from "../run-review.js";
import { Repository } from "./repository-fixture.js";

/** @type {Repository} */
let repository;
beforeEach(() => {
  repository = new Repository();
});
afterEach(() => repository.remove());

/** Reviews the work tree without lint and scores, which most tests do not look at. */
const review = () => runReview(repository.folder, "HEAD", { isWhole: false });

/** Changes of the work tree, each as one line. */
async function changes() {
  const report = await review();
  expect(report.failure).toBeUndefined();
  return (report.changes ?? []).map(
    ({ rating, where, operations, what }) => `${rating} ${where} (${operations.length}): ${what}`,
  );
}

/** @param {string} file @param {string} text */
const lineOf = (file, text) =>
  readFileSync(`${repository.folder}/${file}`, "utf8")
    .split("\n")
    .findIndex((line) => line.includes(text)) + 1;

describe("names of generated types", () => {
  test("a renamed component is major: consumers import it by its name", async () => {
    repository.replaceAll("openapi", "parameters.yaml#/otp", "parameters.yaml#/one-time-password");
    repository.replace("openapi/components/parameters.yaml", "\notp:\n", "\none-time-password:\n");
    const report = await review();
    expect(report.failure).toBeUndefined();
    expect(report.changes).toEqual([
      {
        rating: "major",
        rule: "type-name-lost",
        where: "components / parameters / otp",
        operations: [],
        what: 'The generated types lose the name `components["parameters"]["otp"]`; it is `one-time-password` now.',
        file: expect.stringMatching(/^openapi\/paths\/.*\.yaml$/),
        line: expect.any(Number),
      },
    ]);
    expect(report.version).toMatchObject({ needed: "0.2.0", enough: false });
  });

  test("an added component is no change", async () => {
    repository.replaceAll("openapi/paths/user.yaml", "parameters.yaml#/otp", "parameters.yaml#/another");
    const text = repository.read("openapi/components/parameters.yaml");
    const [, otp = ""] = /^otp:\n((?: {2}.*\n)+)/m.exec(text) ?? [];
    repository.write("openapi/components/parameters.yaml", `${text}another:\n${otp}`);
    expect(await changes()).toEqual([]);
  });
});

describe("a reference", () => {
  test("that is new is reported at its own line, for the operations of its file", async () => {
    const file = "openapi/paths/user.yaml";
    repository.replace(
      file,
      "  responses:\n",
      '  responses:\n    "413":\n      $ref: ../components/responses.yaml#/forbidden\n',
    );
    const report = await review();
    expect(report.changes).toMatchObject([
      {
        rating: "minor",
        where: "GET /user, response 413",
        operations: ["GET /user"],
        what: "`$ref` to `openapi/components/responses.yaml#/forbidden` is new. The response was added.",
        file,
        line: lineOf(file, "responses.yaml#/forbidden"),
      },
    ]);
  });

  test("that leads elsewhere is one change, at its own line", async () => {
    const file = "openapi/paths/user.yaml";
    const before = "$ref: ../components/parameters.yaml#/if-none-match";
    repository.replace(file, before, "$ref: ../components/parameters.yaml#/page");
    const report = await review();
    expect(report.changes).toEqual([
      {
        rating: "major",
        rule: "parameter-removed",
        where: "GET /user",
        operations: ["GET /user"],
        what:
          "`$ref` leads to `openapi/components/parameters.yaml#/page` now, and led to " +
          "`openapi/components/parameters.yaml#/if-none-match`. " +
          "`If-None-Match` header parameter was removed. The parameter was added.",
        file,
        line: lineOf(file, "parameters.yaml#/page"),
      },
    ]);
  });

  test("to a part that many operations share is one change for all of them", async () => {
    repository.replace("openapi/components/headers.yaml", "link:\n", "link:\n  deprecated: true\n");
    const report = await review();
    expect(report.changes).toHaveLength(1);
    expect(report.changes?.[0]).toMatchObject({
      file: "openapi/components/headers.yaml",
      operations: ["GET /applications/grants", "GET /authorizations"],
    });
  });

  test("of a new path names its operations", async () => {
    repository.replace("openapi/openapi.yaml", "  /meta:\n", "  /whoami:\n    $ref: paths/whoami.yaml\n  /meta:\n");
    const text = repository.read("openapi/paths/user.yaml");
    repository.write("openapi/paths/whoami.yaml", text.replace("operationId: users/", "operationId: users/whoami-"));
    expect(await changes()).toEqual([
      "minor GET /whoami (1): `$ref` to `openapi/paths/whoami.yaml#/` is new. The operation was added.",
    ]);
  });
});

describe("the base", () => {
  test("is where the work left the named branch, so that the work of others is not removed", async () => {
    repository.git("switch", "--quiet", "--create", "work");
    repository.git("switch", "--quiet", "main");
    repository.replace("openapi/paths/meta.yaml", "summary: Get", "summary: Read");
    repository.commit();
    repository.git("switch", "--quiet", "work");
    const report = await runReview(repository.folder, "main", { isWhole: false });
    expect(report.changes).toEqual([]);
    expect(report.newer).toBe("main has 1 newer commit, not compared");
  });

  test("cannot be found outside of a repository", async () => {
    repository.removeHistory();
    const report = await runReview(repository.folder, undefined, { isWhole: false });
    expect(report.failure).toContain(
      "is not in a git repository, so there is no older version to compare with. Clone the repository",
    );
  });

  test("cannot be found in a shallow clone, which is said with the command to run", async () => {
    repository.replace("openapi/paths/meta.yaml", "summary: Get", "summary: Read");
    repository.commit();
    repository.git("switch", "--quiet", "--create", "work");
    const shallow = repository.shallowClone();
    try {
      const failure = async (/** @type {string | undefined} */ revision) =>
        (await runReview(shallow, revision, { isWhole: false })).failure;
      const advice = "The clone is shallow. Run: git fetch --unshallow origin";
      expect(await failure("v9")).toBe(`There is no revision "v9" here. ${advice}`);
      expect(await failure(undefined)).toContain(advice);
    } finally {
      repository.removeClone();
    }
  });
});

describe("equivalent descriptions", () => {
  /** @type {[name: string, edit: () => void][]} */
  const rows = [
    [
      "a field moved into a member of `allOf`",
      () => {
        const file = "openapi/components/schemas/application.yaml";
        const text = repository.read(file);
        const lines = text.split("\n").map((line) => `    ${line}`);
        repository.write(file, `allOf:\n  -\n${lines.join("\n").trimEnd()}\n`);
      },
    ],
    [
      "null as a member of `anyOf` and of `oneOf`",
      () => {
        const file = "openapi/components/schemas/authorization.yaml";
        const text = repository.read(file);
        const changed = text.replace(
          /^( +)type: \[string, "null"\]\n/m,
          '$1anyOf:\n$1  - type: string\n$1  - type: "null"\n',
        );
        const both = changed.replace(
          /^( +)type: \[string, "null"\]\n/m,
          '$1oneOf:\n$1  - type: string\n$1  - type: "null"\n',
        );
        expect(both).not.toBe(changed);
        expect(changed).not.toBe(text);
        repository.write(file, both);
      },
    ],
    [
      "a parameter moved to the path",
      () => {
        const file = "openapi/paths/user.yaml";
        const text = repository.read(file);
        const reference = "    - $ref: ../components/parameters.yaml#/otp\n";
        expect(text).toContain(reference);
        repository.write(file, `parameters:\n${reference.replaceAll("    -", "  -")}${text.replace(reference, "")}`);
      },
    ],
    ["a header in another case", () => repository.replaceAll("openapi/paths", "        ETag:", "        ETAG:")],
    [
      "root security",
      () => repository.replace("openapi/openapi.yaml", "\npaths:\n", "\nsecurity:\n  - user: []\npaths:\n"),
    ],
    [
      "a part in a file of its own",
      () => {
        const file = "openapi/components/headers.yaml";
        const text = repository.read(file);
        const [whole = "", body = ""] = /^link:\n((?: {2}.*\n)+)/m.exec(text) ?? [];
        repository.write("openapi/components/link.yaml", body.replaceAll(/^ {2}/gm, ""));
        repository.write(file, text.replace(whole, "link:\n  $ref: link.yaml\n"));
      },
    ],
    [
      "another order",
      () => {
        for (const file of ["parameters", "headers", "responses", "examples"]) {
          const text = repository.read(`openapi/components/${file}.yaml`);
          const parts = text.split(/^(?=[\w-]+:\n)/m);
          repository.write(`openapi/components/${file}.yaml`, parts.toReversed().join(""));
        }
      },
    ],
  ];

  test("another order is nothing at all, in the lint and the types too", async () => {
    rows.at(-1)?.[1]();
    expect(await review()).toMatchObject({ changes: [], generated: [] });
    expect(await lintFindings(repository.folder)).toEqual([]);
  });

  test.each(rows)("%s", async (_, edit) => {
    edit();
    expect(repository.isChanged()).toBe(true);
    const report = await review();
    expect(report.failure).toBeUndefined();
    expect(report.changes).toEqual([]);
  });
});

test("changed values are shown, from what to what", async () => {
  const file = "openapi/openapi.yaml";
  repository.replace(file, 'removal: "2020-11-13T16:00:00Z"', 'removal: "2020-12-13T16:00:00Z"');
  expect(await changes()).toEqual([
    'major the description (0): `2020-11-13 removal` changed from "2020-11-13T16:00:00Z" to "2020-12-13T16:00:00Z".',
  ]);
});

test("two findings of the lint at one line are one", async () => {
  repository.replace("openapi/paths/applications_grants.yaml", "  security:\n    - user: []\n", "");
  const lint = await lintFindings(repository.folder);
  const places = lint.map(({ file, line }) => `${file}:${line}`);
  expect(places).toEqual([...new Set(places)]);
  expect(lint.length).toBeGreaterThan(0);
});

test("the comparison does not need git", async () => {
  repository.removeHistory();
  expect(await changesBetween(repository.folder, repository.folder)).toEqual([]);
});
