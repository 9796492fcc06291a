import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Description } from "./description.js";
import { ReviewError } from "./review-error.js";
import { asBump, compareVersions, raise } from "./version-numbers.js";
import { parseYaml } from "./yaml.js";

/**
 * @typedef {import("./rules.js").Rating} Rating
 * @typedef {object} Version
 * @property {string} before `info.version` of the base
 * @property {string} next version of the next release: `info.version` of the head, or what changesets make of the base
 * @property {string} needed lowest version that fits the changes
 * @property {string[]} changesets files that announce the release and are not in the base
 * @property {boolean} enough
 */

/** @type {Rating[]} */
const ratings = ["patch", "minor", "major"];

/**
 * Determines whether the version of the next release fits the changes.
 * @param {string} baseFolder @param {string} headFolder
 * @param {Rating | undefined} rating of the gravest change
 * @returns {Version}
 */
export function versionOf(baseFolder, headFolder, rating) {
  const [before, now] = [infoVersion(baseFolder), infoVersion(headFolder)];
  const known = new Map(changesetsIn(baseFolder).map(({ file, text }) => [file, text]));
  const announced = changesetsIn(headFolder).filter(({ file, text }) => known.get(file) !== text);
  const bump = ratings.findLast((name) => announced.some(({ bumps }) => bumps.includes(name)));
  const planned = bump === undefined ? before : raise(before, bump);
  const next = compareVersions(now, planned) < 0 ? planned : now;
  const needed = rating === undefined ? before : raise(before, asBump(before, rating));
  return {
    before,
    next,
    needed,
    changesets: announced.filter(({ bumps }) => bumps.length > 0).map(({ file }) => file),
    enough: compareVersions(next, needed) >= 0,
  };
}

/** @param {string} folder @returns {string} */
function infoVersion(folder) {
  const version = new Description(folder).root.value.info?.version;
  if (!/^\d+\.\d+\.\d+$/.test(version))
    throw new ReviewError(`info.version is ${JSON.stringify(version)}; it has to be three numbers, like 1.2.3.`);
  return version;
}

/**
 * Reads the changesets of a folder, for the packages that share the version of the description.
 * @param {string} root
 */
function changesetsIn(root) {
  const folder = join(root, ".changeset");
  if (!existsSync(folder)) return [];
  const packages = JSON.parse(readFileSync(join(folder, "config.json"), "utf8")).fixed.flat();
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .map((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      return { file: `.changeset/${name}`, text, bumps: bumpsOf(name, text, packages) };
    });
}

/** @param {string} name @param {string} text @param {string[]} packages @returns {Rating[]} */
function bumpsOf(name, text, packages) {
  const [, front] = /^---\r?\n(.*?)^---\s*$/ms.exec(text) ?? [];
  if (front === undefined)
    throw new ReviewError(`.changeset/${name} does not begin with packages between two lines of ---.`);
  const releases = Object.entries(parseYaml(`.changeset/${name}`, front).value ?? {});
  return releases.filter(([released]) => packages.includes(released)).map(([, bump]) => bump);
}
