// Faults of what readers and reviewers see.
const docs = "apps/docs/src";
const review = "scripts/review";

/** @type {import("./fault.js").Fault[]} */
export const pages = [
  ["a 304 has no headers", "handler.ts", "status: 304, headers: all", "status: 304", "handler-headers"],
  [
    "a browser may guess the type of a file",
    "response-headers.ts",
    '"X-Content-Type-Options": "nosniff",',
    "",
    "handler-headers",
  ],
  [
    "titles count no more than text",
    "assets/search-ranking.js",
    "boost: { title: 6, page: 2, code: 0.3 }",
    "boost: {}",
    "whole-site/content",
  ],
  [
    "one of the words is enough",
    "assets/search-ranking.js",
    'index.search({ combineWith: "AND"',
    'index.search({ combineWith: "OR"',
    "whole-site/content",
  ],
  ["guides are in the wrong order", "guides.ts", "a.order - b.order", "b.order - a.order", "guides"],
  [
    "a limit is shown as the opposite",
    "reference/type.ts",
    "maxLength: (length: number) => `at most",
    "maxLength: (length: number) => `at least",
    "whole-site/content",
  ],
  [
    "a required body is shown as optional",
    "reference/operation.ts",
    '? "Required." : "Optional."',
    '? "Optional." : "Required."',
    "whole-site/content",
  ],
  [
    "a required field is shown as optional",
    "reference/fields.ts",
    "${required && html`",
    "${!required && html`",
    "whole-site/content",
  ],
  ["the outline ends at the second level", "layout.ts", "level <= 3", "level <= 2", "layout"],
].map(([what = "", file = "", from = "", to = "", test]) => ({
  what,
  file: file.startsWith("assets/") ? `apps/docs/${file}` : `${docs}/${file}`,
  from,
  to,
  test: `${docs}/${test}.test.ts`,
}));

/** @type {import("./fault.js").Fault[]} */
export const reports = [
  ["a major change is a notice", "format-annotations.js", 'major: "warning"', 'major: "notice"', "annotations"],
  [
    "a property ends itself",
    "format-annotations.js",
    '.replaceAll(":", "%3A").replaceAll(",", "%2C")',
    "",
    "annotations",
  ],
  [
    "a new limit of bodies is minor",
    "extensions.js",
    "after < (before ?? Infinity)",
    "after < (before ?? 0)",
    "annotations",
  ],
  [
    "an edited changeset is none of the change",
    "version.js",
    "known.get(file) !== text",
    "!known.has(file)",
    "version",
  ],
  ["a comment is longer than GitHub takes", "comment.js", "maxLength = 60_000", "maxLength = 70_000", "comment"],
].map(([what = "", file, from = "", to = "", test]) => ({
  what,
  file: `${review}/${file}`,
  from,
  to,
  test: `${review}/${test}.test.js`,
}));
