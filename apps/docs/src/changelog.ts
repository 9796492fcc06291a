import type { Guide } from "./guides.js";

/** File of the repository, as text. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** Makes a guide of the changelogs of the packages, each under the name of its package. */
export function changelogGuide(changelogs: readonly TextFile[]): Guide {
  const texts = changelogs.map(({ text }) => text.trim().replaceAll(/^(#+) /gm, "#$1 "));
  return {
    name: "changelog",
    file: "CHANGELOG.md",
    sources: changelogs.map(({ file }) => file),
    title: "Changelog",
    summary: "What changed from release to release.",
    order: Number.MAX_SAFE_INTEGER,
    text: texts.length > 0 ? texts.join("\n\n") : nothingYet,
  };
}

const nothingYet = `There has been no release yet. From the first one on, the \`CHANGELOG.md\` of every package is shown here: what
changed, and what you have to do about it.`;
