// What is made of the reports of Redocly, as its commands write them. Other tests run the commands.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { folderWith } from "./files-fixture.js";
import { lintFindings, mergeByPlace } from "./lint.js";
import { findWithRedocly } from "./redocly-diff.js";
import { redoclyReport } from "./redocly-report.js";
import { ReviewError } from "./review-error.js";
import { scoresOf } from "./score.js";

/** Arguments of the commands that ran. @type {string[][]} */
let commands = [];
/** Runs of the next commands. @type {((command: string[]) => { stdout: string, stderr?: string })[]} */
let runs = [];

vi.mock("../redocly.js", () => ({
  redoclyVersion: "0",
  redoclyInBackground: async (/** @type {string[]} */ ...command) => {
    commands.push(command);
    const { stdout, stderr = "" } = runs.shift()?.(command) ?? { stdout: "" };
    return { status: 0, stdout, stderr };
  },
}));

beforeEach(() => {
  commands = [];
  runs = [];
});

/** Reports of the next command, as Redocly writes them: with nothing between them. @param {any[]} reports */
const nextReports = (...reports) =>
  runs.push(() => ({ stdout: reports.map((report) => JSON.stringify(report, null, 2)).join("") }));

describe("a report", () => {
  test("is asked for as JSON, and may be one of several", async () => {
    nextReports({ a: 1 }, { b: { c: 2 } }, { d: 3 });
    expect(await redoclyReport("lint", "x.yaml")).toEqual({
      report: { a: 1 },
      others: [{ b: { c: 2 } }, { d: 3 }],
      stderr: "",
    });
    expect(commands).toEqual([["lint", "x.yaml", "--format=json"]]);
  });

  test.each([
    ["nothing", { stdout: "", stderr: "" }, ""],
    ["an error", { stdout: "", stderr: "No such file." }, "No such file."],
    ["what is no JSON", { stdout: "Bad news", stderr: "" }, "Bad news"],
    ["what is no JSON, and an error", { stdout: "Bad news", stderr: "No such file." }, "No such file."],
  ])("is missing when Redocly writes %s", async (_, run, shown) => {
    runs.push(() => run);
    const failed = redoclyReport("score", "x.yaml");
    await expect(failed).rejects.toThrow(ReviewError);
    await expect(failed).rejects.toThrow(`redocly score did not run:\n${shown}`);
  });
});

describe("lint", () => {
  /** @param {string} folder @param {string} file @param {object} [own] */
  const problem = (folder, file, own = {}) => ({
    severity: "error",
    ruleId: "no-x",
    message: "No x.",
    location: [{ source: { ref: join(folder, file) }, start: { line: 7 } }, { source: { ref: "other" } }],
    ...own,
  });

  test("reads both descriptions and the workflows, and reports findings with their lines", async () => {
    const folder = folderWith({ "openapi/workflows/b.yaml": "", "openapi/workflows/a.yaml": "" });
    const whole = { location: [{ source: { ref: join(folder, "openapi/flows.yaml") } }], severity: "warn" };
    nextReports(
      { problems: [problem(folder, "openapi/paths/a.yaml")] },
      { problems: [] },
      { problems: [problem(folder, "", whole)] },
      { problems: [] },
    );
    expect(await lintFindings(folder)).toEqual([
      { severity: "error", rule: "no-x", message: "No x.", file: "openapi/paths/a.yaml", line: 7 },
      { severity: "warn", rule: "no-x", message: "No x.", file: "openapi/flows.yaml", line: 1 },
    ]);
    const [[command, ...parameters] = []] = commands;
    const files = parameters.slice(0, 4).map((file) => file.slice(folder.length + 1));
    expect([command, ...files]).toEqual([
      "lint",
      "openapi/openapi.yaml",
      "openapi/flows.yaml",
      "openapi/workflows/a.yaml",
      "openapi/workflows/b.yaml",
    ]);
    expect(parameters.slice(4)).toEqual([
      "--config",
      join(folder, "redocly.yaml"),
      "--max-problems=1000",
      "--format=json",
    ]);
  });

  test("there may be no workflows", async () => {
    const folder = folderWith({ "openapi/openapi.yaml": "" });
    nextReports({ problems: [] }, { problems: [] });
    expect(await lintFindings(folder)).toEqual([]);
  });

  test("a file without a report, and a report without problems, are failures", async () => {
    const folder = folderWith({ "openapi/openapi.yaml": "" });
    nextReports({ problems: [] });
    await expect(lintFindings(folder)).rejects.toThrow("redocly lint did not report about every file.");
    nextReports({ problems: [] }, { totals: {} });
    await expect(lintFindings(folder)).rejects.toThrow("redocly lint wrote a report without problems in it.");
  });

  test("findings at one line are one, as grave as the gravest, with each rule and each message once", () => {
    /** @returns {any} */
    const finding = (/** @type {string} */ severity, /** @type {string} */ rule, own = {}) => ({
      severity,
      rule,
      message: `${rule}.`,
      file: "a",
      line: 1,
      ...own,
    });
    expect(
      mergeByPlace([
        finding("warn", "x"),
        finding("warn", "z", { line: 2 }),
        finding("error", "y"),
        finding("error", "x"),
        finding("error", "z", { file: "b" }),
      ]),
    ).toEqual([
      finding("error", "x, y", { message: "x. y." }),
      finding("warn", "z", { line: 2 }),
      finding("error", "z", { file: "b" }),
    ]);
  });
});

describe("score", () => {
  const report = (/** @type {number} */ total, /** @type {object} */ subscores) => ({
    agentReadiness: total,
    discoverability: 50,
    subscores,
  });
  const folder = (/** @type {string} */ text, files = {}) => folderWith({ "openapi/openapi.yaml": text, ...files });

  test("the total comes first, then the parts that changed, in per cent", async () => {
    nextReports(report(70, { parameterSimplicity: 0.5, errorClarity: 1, gone: 1 }));
    nextReports(report(70, { parameterSimplicity: 0.51239, errorClarity: 1, newPart: 0.25 }));
    const [base, head] = [folder("a"), folder("b")];
    expect(await scoresOf(base, head, folderWith({}))).toEqual([
      { name: "agent readiness", before: 70, after: 70 },
      { name: "parameter simplicity", before: 50, after: 51.2 },
      { name: "new part", before: 0, after: 25 },
    ]);
    expect(commands).toEqual(
      [base, head].map((path) => ["score", join(path, "openapi/openapi.yaml"), "--format=json"]),
    );
  });

  test("each description is scored once: its files are known by name and content, those without YAML do not count", async () => {
    const cache = join(folderWith({}), "not/there");
    const same = () => folder("a", { "openapi/paths/b.yaml": "b" });
    nextReports(report(1, {}));
    nextReports(report(2, {}));
    await scoresOf(same(), folder("b", { "openapi/paths/b.yaml": "b" }), cache);
    expect(readdirSync(cache)).toHaveLength(2);
    expect(
      await scoresOf(same(), folder("a", { "openapi/paths/b.yaml": "b", "openapi/README.md": "x" }), cache),
    ).toEqual([{ name: "agent readiness", before: 1, after: 1 }]);
    expect(commands).toHaveLength(2);
    for (const other of [folder("a", { "openapi/paths/c.yaml": "b" }), folder("a", { "openapi/paths/b.yaml": "c" })]) {
      nextReports(report(3, {}));
      expect(await scoresOf(same(), other, cache)).toEqual([{ name: "agent readiness", before: 1, after: 3 }]);
    }
    expect(commands).toHaveLength(4);
  });

  test("a report without a score is a failure", async () => {
    nextReports({ subscores: {} });
    nextReports({ subscores: {} });
    await expect(scoresOf(folder("a"), folder("a"), folderWith({}))).rejects.toThrow(
      "redocly score wrote a report without a score in it.",
    );
  });
});

describe("diff", () => {
  const side = (/** @type {any} */ document) => /** @type {any} */ ({ document });
  const sides = /** @type {const} */ ([side({ a: 1 }), side({ b: 2 }), "redocly.diff.yaml"]);
  const change = (/** @type {object} */ parts) => ({
    typeName: "Schema",
    kind: "modified",
    impact: "patch",
    verdicts: [],
    path: "#/a~1b",
    ...parts,
  });
  const reported = (/** @type {any[]} */ ...changes) => nextReports({ reportVersion: "1", changes });

  test("compares the documents, which are written to a folder that is removed", async () => {
    /** @type {string[]} */
    let files = [];
    /** @type {string[]} */
    let texts = [];
    runs.push(([, ...parameters]) => {
      files = parameters.slice(0, 2);
      texts = files.map((file) => readFileSync(file, "utf8"));
      return { stdout: '{"reportVersion":"1","changes":[]}' };
    });
    expect(await findWithRedocly(...sides)).toEqual([]);
    expect(texts).toEqual(['{"a":1}', '{"b":2}']);
    expect(files.map((file) => existsSync(join(file, "..")))).toEqual([false, false]);
    expect(commands[0]?.slice(3)).toEqual(["--config", "redocly.diff.yaml", "--fail-on=none", "--format=json"]);
  });

  test("a change has its position, with the property that changed", async () => {
    reported(
      change({ property: "maxLength", base: { value: 1 }, revision: { value: 2 } }),
      change({ kind: "removed", path: "#/x/items" }),
    );
    expect(await findWithRedocly(...sides)).toMatchObject([
      { rule: "wider-request-or-narrower-response", path: ["a/b", "maxLength"], at: ["a/b"], kind: "modified" },
      { what: "The schema was removed.", path: ["x", "items"], at: ["x", "items"], kind: "removed" },
    ]);
  });

  test("what is compared elsewhere is left out: data, security, and the version", async () => {
    reported(
      change({ property: "default" }),
      change({ typeName: "SpecExtension" }),
      change({ typeName: "Info", property: "version" }),
      change({ typeName: "Info", property: "title", revision: { value: "a" } }),
      change({ typeName: "License", property: "version", revision: { value: "a" } }),
    );
    const found = await findWithRedocly(...sides);
    expect(found.map(({ path }) => path.at(-1))).toEqual(["title", "version"]);
  });

  test("a path that was added or removed is its operations", async () => {
    const item = { summary: "x", get: {}, delete: {}, parameters: [] };
    const path = { typeName: "PathItem", path: "#/paths/~1a" };
    reported(
      change({
        ...path,
        kind: "removed",
        base: { value: item },
        verdicts: [{ ruleId: "path-removed", message: "The path was removed." }],
      }),
      change({ ...path, kind: "added", impact: "minor", revision: { value: item } }),
      change({ ...path, kind: "added", impact: "minor" }),
      change({ ...path, property: "key", base: { value: "/a" }, revision: { value: "/b" } }),
    );
    const found = await findWithRedocly(...sides);
    expect(found.map(({ rule, what, path }) => `${rule} ${path.join(" ")}: ${what.split(". ")[0]}`)).toEqual([
      "operation-removed paths /a get: The operation was removed.",
      "operation-removed paths /a delete: The operation was removed.",
      "part-added paths /a get: The operation was added.",
      "part-added paths /a delete: The operation was added.",
      'name-changed paths /a key: `key` changed from "/a" to "/b"',
    ]);
  });

  test("a warning is a failure: it exits with 0 without its preset", async () => {
    runs.push(() => ({ stdout: '{"reportVersion":"1","changes":[]}', stderr: "⚠ No preset." }));
    await expect(findWithRedocly(...sides)).rejects.toThrow("redocly diff did not compare everything:\n⚠ No preset.");
  });

  test("a report of another version is a failure", async () => {
    nextReports({ reportVersion: "2", changes: [] });
    await expect(findWithRedocly(...sides)).rejects.toThrow(
      "redocly diff wrote a report of version 2; this script reads version 1.",
    );
  });
});
