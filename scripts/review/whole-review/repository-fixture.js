import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const parts = ["openapi", ".changeset", "redocly.yaml", "redocly.diff.yaml", ".redocly.lint-ignore.yaml"];

/** Git repository for tests with nothing but the description, at version 0.1.0, to change and to review. */
export class Repository {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "grantbook-repository-")));

  #clone = `${this.folder}-clone`;

  constructor() {
    for (const part of parts) cpSync(join(root, part), join(this.folder, part), { recursive: true });
    const entry = readFileSync(join(this.folder, "openapi/openapi.yaml"), "utf8");
    this.write("openapi/openapi.yaml", entry.replace(/^ {2}version: .*$/m, "  version: 0.1.0"));
    this.git("init", "--quiet", "--initial-branch=main");
    this.commit();
  }

  /** @param {string[]} parameters */
  git(...parameters) {
    const identity = ["-c", "user.name=Test", "-c", "user.email=test@grantbook.test", "-c", "commit.gpgsign=false"];
    const { status, stderr } = spawnSync("git", [...identity, ...parameters], { cwd: this.folder, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${parameters[0]}: ${stderr}`);
  }

  commit() {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message=State");
  }

  /** @param {string} file @param {string} text */
  write(file, text) {
    writeFileSync(join(this.folder, file), text);
  }

  /** @param {string} file */
  read(file) {
    return readFileSync(join(this.folder, file), "utf8");
  }

  /** @param {string} file @param {string} from @param {string} to */
  replace(file, from, to) {
    const before = this.read(file);
    if (!before.includes(from)) throw new Error(`${file} has no ${from}`);
    this.write(file, before.replace(from, to));
  }

  /**
   * Replaces a text everywhere in a file, or in all files below a folder.
   * @param {string} path @param {string} from @param {string} to
   */
  replaceAll(path, from, to) {
    const isFile = path.endsWith(".yaml");
    const names = isFile ? [""] : readdirSync(join(this.folder, path), { recursive: true, encoding: "utf8" });
    const files = names.map((name) => join(path, name)).filter((file) => file.endsWith(".yaml"));
    const changed = files.filter((file) => this.read(file).includes(from));
    if (changed.length === 0) throw new Error(`${path} has no ${from}`);
    for (const file of changed) this.write(file, this.read(file).replaceAll(from, to));
  }

  isChanged() {
    const { stdout } = spawnSync("git", ["status", "--porcelain"], { cwd: this.folder, encoding: "utf8" });
    return stdout !== "";
  }

  removeHistory() {
    rmSync(join(this.folder, ".git"), { recursive: true });
  }

  /** Clone of the branch `work` without its history. @param {number} [depth] number of commits */
  shallowClone(depth = 1) {
    this.git("clone", "--quiet", `--depth=${depth}`, "--branch=work", `file://${this.folder}`, this.#clone);
    return this.#clone;
  }

  removeClone() {
    rmSync(this.#clone, { recursive: true });
  }

  /** @param {string} diff */
  apply(diff) {
    const { status, stderr } = spawnSync("git", ["apply", "-"], { cwd: this.folder, input: diff, encoding: "utf8" });
    if (status !== 0) throw new Error(`The change does not fit the description: ${stderr}`);
  }

  /** @param {string[]} parameters */
  review(...parameters) {
    const command = [join(root, "scripts/review.js"), ...parameters];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: this.folder, encoding: "utf8" });
    return { status, stdout, stderr };
  }

  remove() {
    rmSync(this.folder, { recursive: true });
  }
}
