// A review from its start to its end, of small descriptions. What Redocly reports is made up; other tests run it.
import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { folderWith } from "./files-fixture.js";
import { runReview } from "./run-review.js";
import { files } from "./small-description-fixture.js";

/** What each command of Redocly writes. @type {Record<string, string>} */
let output = {};
/** Commands that ran. @type {string[]} */
let commands = [];

vi.mock("../redocly.js", () => ({
  redoclyVersion: "0",
  redoclyInBackground: async (/** @type {string} */ command) => {
    commands.push(command);
    return { status: 0, stdout: output[command] ?? "", stderr: "" };
  },
}));
vi.mock("./score.js", () => ({
  scoresOf: async () => {
    commands.push("score");
    if (output.score === "") throw new Error("No score.\n");
    return [{ name: "agent readiness", before: 1, after: 2 }];
  },
}));

/** @type {string} */
let folder;
beforeEach(() => {
  const noProblem = JSON.stringify({ problems: [] }, null, 2);
  output = { lint: noProblem + noProblem, diff: '{"reportVersion":"1","changes":[]}' };
  commands = [];
  folder = folderWith({ ...files(), ".changeset/config.json": { fixed: [[]] } });
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@grantbook.test", "-c", "commit.gpgsign=false"];
  for (const command of [
    ["init", "--quiet"],
    ["add", "--all"],
    [...identity, "commit", "--quiet", "--message=Base"],
  ])
    spawnSync("git", command, { cwd: folder });
});

/** @param {(api: any, flows: any) => void} edit */
function edited(edit) {
  for (const [name, text] of Object.entries(files(edit))) writeFileSync(join(folder, name), text);
}

/** @param {any} api */
const openToAnyone = (api) => {
  api.paths["/user"].get.security = [];
};

test("nothing changed: every part is there, and Redocly compares nothing", async () => {
  expect(await runReview(folder, "HEAD")).toEqual({
    base: expect.stringMatching(/^[0-9a-f]{40}$/),
    lint: [],
    changes: [],
    generated: [],
    scores: [{ name: "agent readiness", before: 1, after: 2 }],
    version: { before: "0.1.0", next: "0.1.0", needed: "0.1.0", changesets: [], enough: true },
  });
  expect(commands.toSorted()).toEqual(["lint", "score"]);
});

test("changes of both descriptions and lost types are one list, the gravest first; the version follows it", async () => {
  edited((api, flows) => {
    api["x-body-limit"] = 1;
    flows["x-displayName"] = "Flows";
    api.components.schemas.user.properties.id.type = "string";
    delete flows.paths["/login"].post.responses[200].headers;
    openToAnyone(api);
  });
  const report = await runReview(folder, "HEAD", { isWhole: false });
  expect(report.failure).toBeUndefined();
  expect(report.changes?.map(({ rating, rule, where, file }) => `${rating} ${rule} ${where} ${file}`)).toEqual([
    "major credentials-not-needed GET /user openapi/openapi.yaml",
    "major limit-lowered the description openapi/openapi.yaml",
    "patch wording-changed the description openapi/flows.yaml",
  ]);
  expect(report.version).toMatchObject({ needed: "0.2.0", enough: false });
  expect(report.generated?.map(({ name }) => name)).toEqual(["types.ts", "operations.ts"]);
  expect(report).not.toHaveProperty("lint");
  expect(report).not.toHaveProperty("scores");
  expect(commands).toEqual(["diff", "diff"]);
});

test("types that no change explains are changes as well", async () => {
  edited((api) => {
    api.components.schemas.user.properties.id.type = "string";
  });
  const { changes = [], version } = await runReview(folder, "HEAD", { isWhole: false });
  expect(changes.map(({ rule, where }) => `${rule} ${where}`)).toEqual(["type-incompatible GET /user, response 200"]);
  expect(version?.needed).toBe("0.2.0");
});

describe("a part that fails is missing, and the others are there", () => {
  test("the lint", async () => {
    output.lint = "";
    const { failure, lint, changes, scores } = await runReview(folder, "HEAD");
    expect(failure).toBe("redocly lint did not run:");
    expect(lint).toBeUndefined();
    expect({ changes, scores: scores?.length }).toEqual({ changes: [], scores: 1 });
  });

  test("the score, with an error that was not expected", async () => {
    output.score = "";
    const { failure, lint, scores } = await runReview(folder, "HEAD");
    expect(failure).toBe("Unexpected error: No score.");
    expect({ lint, scores }).toEqual({ lint: [], scores: undefined });
  });

  test("the types", async () => {
    edited((api) => {
      delete api.paths["/user"].get.externalDocs;
      openToAnyone(api);
    });
    const { failure, changes, generated, version } = await runReview(folder, "HEAD", { isWhole: false });
    expect(failure).toContain("No types could be generated from the description of the work tree:\n");
    expect(changes?.map(({ rule }) => rule)).toEqual(["credentials-not-needed"]);
    expect(generated).toBeUndefined();
    expect(version?.needed).toBe("0.2.0");
  });

  test("the changes, without which there is no version", async () => {
    output.diff = "";
    edited(openToAnyone);
    const { failure, changes, generated, version } = await runReview(folder, "HEAD", { isWhole: false });
    expect(failure).toBe("redocly diff did not run:");
    expect({ changes, version }).toEqual({ changes: undefined, version: undefined });
    expect(generated).toHaveLength(1);
  });
});

test("the first part that fails is named; the folder of the base is removed", async () => {
  const temporary = folderWith({});
  vi.stubEnv("TMPDIR", temporary);
  output = { lint: "", diff: "", score: "" };
  edited(openToAnyone);
  expect((await runReview(folder, "HEAD")).failure).toBe("redocly lint did not run:");
  expect(readdirSync(temporary)).toEqual([]);
  vi.unstubAllEnvs();
});

test("a review that cannot begin has a reason and nothing else", async () => {
  expect(await runReview(folder, "v9")).toEqual({
    base: "",
    failure: 'There is no revision "v9" here. Is it fetched? Try: git fetch origin',
  });
});

test("a version that is none is a reason, after the changes", async () => {
  edited((api) => {
    api.info.version = "soon";
  });
  const { failure, changes } = await runReview(folder, "HEAD", { isWhole: false });
  expect(failure).toContain('info.version is "soon"');
  expect(changes).toEqual([]);
});
