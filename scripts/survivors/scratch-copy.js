import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Milliseconds for the tests of one fault. */
const timeout = 300_000;

/**
 * Result of a run of tests: the names of those that failed, and the errors. `isBroken` is for a run without an outcome,
 * as when a file could not be loaded.
 * @typedef {{ failed: string[], errors: string[], isBroken: boolean, output: string }} TestRun
 */

/** Copy of the repository with the dependencies of the original, to plant faults in. */
export class ScratchCopy {
  folder = mkdtempSync(join(tmpdir(), "grantbook-survivors-"));

  constructor() {
    const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
    for (const file of listed.toString().split("\0").filter(Boolean)) {
      mkdirSync(dirname(join(this.folder, file)), { recursive: true });
      cpSync(join(root, file), join(this.folder, file), { recursive: true, force: true });
    }
    this.#linkDependencies();
  }

  /** The packages of the workspace are those of the copy. */
  #linkDependencies() {
    const [from, to] = [join(root, "node_modules"), join(this.folder, "node_modules")];
    mkdirSync(join(to, "@grantbook"), { recursive: true });
    for (const name of readdirSync(from)) {
      if (name !== "@grantbook") symlinkSync(join(from, name), join(to, name));
    }
    for (const name of readdirSync(join(from, "@grantbook"))) {
      symlinkSync(readlinkSync(join(from, "@grantbook", name)), join(to, "@grantbook", name));
    }
  }

  /**
   * Replaces a text in a file, and returns what undoes it. Throws when the text is not there exactly once.
   * @param {import("./fault.js").Fault} fault
   */
  plant({ file, from, to }) {
    const path = join(this.folder, file);
    const before = readFileSync(path, "utf8");
    if (before.split(from).length !== 2) throw new Error(`${file} does not have this text exactly once: ${from}`);
    writeFileSync(
      path,
      before.replace(from, () => to),
    );
    return () => writeFileSync(path, before);
  }

  /** Generates the contract from the description, which may have a fault. */
  generate() {
    execFileSync(process.execPath, ["scripts/generate-contract.js"], { cwd: this.folder, stdio: "ignore" });
  }

  /** @param {string[]} files @param {string} engines @returns {TestRun} */
  runTests(files, engines) {
    const report = join(this.folder, "report.json");
    rmSync(report, { force: true });
    const vitest = join(root, "node_modules/vitest/vitest.mjs");
    const flags = ["run", ...files, "--reporter=json", `--outputFile=${report}`];
    const { stdout, stderr, error } = spawnSync(process.execPath, [vitest, ...flags], {
      cwd: this.folder,
      env: { ...process.env, ENGINES: engines },
      encoding: "utf8",
      timeout,
    });
    const output = `${stdout}${stderr}`;
    if (error) return { failed: ["the tests did not end"], errors: [], isBroken: false, output };
    try {
      const { success, testResults } = JSON.parse(readFileSync(report, "utf8"));
      const failed = testResults.flatMap((/** @type {any} */ { assertionResults }) =>
        assertionResults.filter((/** @type {any} */ { status }) => status === "failed"),
      );
      return {
        failed: failed.map((/** @type {any} */ { fullName }) => fullName.trim()),
        errors: failed.flatMap((/** @type {any} */ { failureMessages }) => failureMessages),
        isBroken: !success && failed.length === 0,
        output,
      };
    } catch {
      return { failed: [], errors: [], isBroken: true, output };
    }
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
