// Rules of every GitHub workflow: actions are pinned by commit, no job has more rights than are listed, no text of a
// pull request gets into a script, and every called command exists.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, ".github/workflows");

/** Rights of jobs in addition to reading the code. Every other job has none. */
const rights = {
  "comment.yml comment": { actions: "read", "pull-requests": "write" },
  "release.yml raise": { contents: "write", "pull-requests": "write" },
  "release.yml publish": { contents: "write", "id-token": "write" },
};

/**
 * @typedef {{ uses?: string, run?: string, with?: Record<string, unknown> }} Step
 * @typedef {{ steps: Step[], permissions?: Record<string, string>, "runs-on": string, "timeout-minutes"?: number }} Job
 */

const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), "utf8");
  return { name, text, content: parse(text) };
});

const jobs = workflows.flatMap(({ name, content }) =>
  Object.entries(content.jobs).map(([job, value]) => ({
    name: `${name} ${job}`,
    workflow: content,
    job: /** @type {Job} */ (value),
  })),
);

/** @param {Job} job */
const scriptsOf = ({ steps }) => steps.flatMap(({ run }) => (run === undefined ? [] : [run]));

test("there are workflows", () => {
  expect(workflows.map(({ name }) => name)).toEqual([
    "ci.yml",
    "comment.yml",
    "mutation.yml",
    "release.yml",
    "review.yml",
  ]);
});

describe.each(workflows)("$name", ({ text, content }) => {
  test("pins every action by commit, and says which version that is", () => {
    const uses = text.match(/uses:.*/g) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    for (const use of uses) expect(use).toMatch(/^uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("gives no rights to all of its jobs", () => {
    expect([{}, { contents: "read" }]).toContainEqual(content.permissions);
  });

  test("fails where a command in a pipe fails", () => {
    expect(content.defaults).toEqual({ run: { shell: "bash" } });
  });

  test("says what happens to runs at the same time", () => {
    expect(content.concurrency).toEqual({ group: expect.any(String), "cancel-in-progress": expect.any(Boolean) });
  });

  test("does not run with the rights of the repository on the code of a pull request", () => {
    expect(Object.keys(content.on)).not.toContain("pull_request_target");
    for (const { steps } of /** @type {Job[]} */ (Object.values(content.jobs))) {
      const refs = steps.flatMap((step) => ("ref" in (step.with ?? {}) ? [step.with] : []));
      if ("workflow_run" in content.on) expect(refs).toEqual([]);
    }
  });

  test("waits for workflows that are there", () => {
    const names = workflows.map(({ content }) => content.name);
    for (const name of content.on.workflow_run?.workflows ?? []) expect(names).toContain(name);
  });
});

test("one action has one version everywhere", () => {
  const pins = new Set(workflows.flatMap(({ text }) => text.match(/actions\/[a-z-]+@.*/g) ?? []));
  const actions = [...pins].map((pin) => pin.split("@")[0]);
  expect(actions).toEqual([...new Set(actions)]);
});

test("the rights listed are those of jobs that are there", () => {
  expect(jobs.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(rights)));
});

describe.each(jobs)("$name", ({ name, job }) => {
  test("has the rights it is listed with", () => {
    const { contents = "read", ...others } = job.permissions ?? {};
    const listed = /** @type {Record<string, Record<string, string>>} */ (rights)[name] ?? {};
    expect({ contents, ...others }).toEqual({ contents: "read", ...listed });
  });

  test("ends by itself, on a machine whose version is named", () => {
    expect(job["timeout-minutes"]).toBeLessThanOrEqual(45);
    expect(job["runs-on"]).toMatch(/^ubuntu-\d\d\.\d\d$/);
  });

  test("leaves no credentials in the checkout", () => {
    const checkouts = job.steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    for (const step of checkouts) expect(step.with).toMatchObject({ "persist-credentials": false });
  });

  test("puts no expression into a script: what it needs comes in the environment", () => {
    for (const script of scriptsOf(job)) expect(script).not.toContain("${{");
  });

  test("calls what is there", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    for (const script of scriptsOf(job)) {
      for (const [, called = ""] of script.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
        expect(scripts).toHaveProperty(called);
      for (const [, called = ""] of script.matchAll(/npm (test|start)\b/g)) expect(scripts).toHaveProperty(called);
      for (const [file] of script.matchAll(/(?:scripts\/[\w/.-]+\.js|\.ci\/\w+)/g)) {
        expect(existsSync(join(root, file)), file).toBe(true);
      }
    }
  });
});

test("a fork releases nothing", () => {
  const { next, ...others } = workflows.find(({ name }) => name === "release.yml")?.content.jobs ?? {};
  expect(next.if).toBe(`\${{ !github.event.repository.fork }}`);
  for (const { needs } of Object.values(others)) expect(needs).toContain("next");
});

test("the check that branch protection names waits for every other job of its workflow", () => {
  const { content } = workflows.find(({ name }) => name === "ci.yml") ?? { content: undefined };
  const others = Object.keys(content.jobs).filter((job) => job !== "ci");
  expect(content.jobs.ci.needs).toEqual(others);
  expect(content.jobs.ci.if).toBe("always()");
});
