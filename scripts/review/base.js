import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Description, flowsEntry } from "./description.js";
import { ReviewError } from "./review-error.js";

/** Folders that are extracted from the base: the description, and the changesets announced there. */
const folders = ["openapi", ".changeset"];

/**
 * Root folder of the work tree.
 * @param {string} folder any folder in it
 * @throws {ReviewError} outside of a work tree
 */
export function rootOf(folder) {
  const { status, text } = git(folder, "rev-parse", "--show-toplevel");
  if (status === 0) return text;
  throw new ReviewError(
    `${folder} is not in a git repository, so there is no older version to compare with. Clone the repository: a ` +
      "downloaded archive has no history.",
  );
}

/**
 * Base of a comparison.
 * @typedef {object} Base
 * @property {string} base id of a commit
 * @property {string} [newer] how far the revision that was asked for is ahead of that commit
 */

/**
 * Finds the commit to compare with: where the work left a revision, so that what others did since is not compared.
 * @param {string} root
 * @param {string | undefined} name revision; default: origin/main, or main
 * @returns {Base}
 * @throws {ReviewError} when there is none
 */
export function baseOf(root, name) {
  if (name !== undefined) return leftAt(root, name, commitOf(root, name));
  for (const main of ["origin/main", "main"]) {
    const { status, text } = git(root, "rev-parse", "--verify", "--quiet", `${main}^{commit}`);
    if (status === 0) return leftAt(root, main, text);
  }
  throw new ReviewError(
    `There is neither origin/main nor main to compare with. ${shallowAdvice(root) ?? "Name a revision: npm run review -- <revision>"}`,
  );
}

/** @param {string} root @param {string} name */
function commitOf(root, name) {
  const { status, text } = git(root, "rev-parse", "--verify", "--quiet", `${name}^{commit}`);
  if (status === 0) return text;
  const advice = shallowAdvice(root) ?? "Is it fetched? Try: git fetch origin";
  throw new ReviewError(`There is no revision ${JSON.stringify(name)} here. ${advice}`);
}

/** @param {string} root @param {string} name @param {string} commit @returns {Base} */
function leftAt(root, name, commit) {
  const { status, text } = git(root, "merge-base", "HEAD", commit);
  if (status === 0) {
    if (text === commit) return { base: text };
    const ahead = Number(git(root, "rev-list", "--count", `${text}..${commit}`).text);
    return { base: text, newer: `${name} has ${ahead} newer commit${ahead === 1 ? "" : "s"}, not compared` };
  }
  throw new ReviewError(
    `HEAD and ${name} have no common commit. ${shallowAdvice(root) ?? "Name a revision of this history."}`,
  );
}

/** @param {string} root */
function shallowAdvice(root) {
  const isShallow = git(root, "rev-parse", "--is-shallow-repository").text === "true";
  return isShallow ? "The clone is shallow. Run: git fetch --unshallow origin" : undefined;
}

/**
 * Extracts the files that the review needs from a commit into a folder. The repository stays as it is.
 * @param {string} root @param {string} commit @param {string} target
 */
export function extract(root, commit, target) {
  const there = git(root, "ls-tree", "--name-only", commit, "--", ...folders).text.split("\n");
  if (!there.includes("openapi")) throw new ReviewError(`Revision ${commit.slice(0, 7)} has no folder openapi/.`);
  const archive = spawnSync("git", ["archive", "--format=tar", commit, "--", ...there], {
    cwd: root,
    maxBuffer: 256 * 1024 * 1024,
  });
  const unpacked = spawnSync("tar", ["-x", "-C", target], { input: archive.stdout });
  if (archive.status !== 0 || unpacked.status !== 0)
    throw new ReviewError(`The files of revision ${commit.slice(0, 7)} could not be read:\n${archive.stderr}`);
}

/**
 * Adds a description of the flows without operations to a base that is older than it: all operations are additions.
 * @param {string} baseFolder extracted @param {string} headFolder
 */
export function addFlows(baseFolder, headFolder) {
  const file = join(baseFolder, flowsEntry);
  if (existsSync(file)) return;
  const { paths, components, ...rest } = new Description(headFolder, flowsEntry).root.value;
  writeFileSync(file, JSON.stringify({ ...rest, paths: {}, components: { responses: {} } }));
}

/** @param {string} cwd @param {string[]} parameters */
function git(cwd, ...parameters) {
  const { status, stdout, error } = spawnSync("git", parameters, { cwd, encoding: "utf8" });
  if (error) throw new ReviewError(`git could not be started (${error.message}). Install git, and run it again.`);
  return { status, text: stdout.trimEnd() };
}
