import { spawnSync } from "node:child_process";
import { ReviewError } from "./review-error.js";

/** Folders that are extracted from the base: the description, and the changesets announced there. */
const folders = ["openapi", ".changeset"];

/**
 * Root folder of the work tree.
 * @param {string} folder any folder in it
 */
export function rootOf(folder) {
  return git(folder, "rev-parse", "--show-toplevel").text;
}

/**
 * Finds the commit to compare with.
 * @param {string} root
 * @param {string | undefined} name revision; default: where the work left origin/main, or main
 * @returns {string} the id of a commit
 */
export function baseOf(root, name) {
  if (name !== undefined) {
    const commit = git(root, "rev-parse", "--verify", "--quiet", `${name}^{commit}`);
    if (commit.status !== 0)
      throw new ReviewError(`There is no revision ${JSON.stringify(name)} here. Is it fetched? Try: git fetch origin`);
    return commit.text;
  }
  for (const main of ["origin/main", "main"]) {
    const { status, text } = git(root, "merge-base", "HEAD", main);
    if (status === 0) return text;
  }
  throw new ReviewError(
    "There is neither origin/main nor main to compare with. Name a revision: npm run review -- <revision>",
  );
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

/** @param {string} cwd @param {string[]} parameters */
function git(cwd, ...parameters) {
  const { status, stdout, error } = spawnSync("git", parameters, { cwd, encoding: "utf8" });
  if (error) throw new ReviewError(`git could not be started: ${error.message}`);
  return { status, text: stdout.trimEnd() };
}
