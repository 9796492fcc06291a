// Writes a saved report into the one review comment of a pull request. It runs after the check, on the code of main and
// with the right to write comments. Only the report comes from the pull request, and it is read as data; the event of
// GitHub names the pull request.
// Usage: node scripts/review/comment.js <report>    in a workflow that runs on `workflow_run`
import { lstatSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { asMarkdown } from "./format-markdown.js";
import { parseReport } from "./saved-report.js";

/** First line of the comment, by which it is found again. */
const marker = "<!-- grantbook: review of the API description -->";

/** Characters of a comment; GitHub accepts 65536. */
const maxLength = 60_000;

/**
 * @typedef {object} Run `workflow_run` of the event
 * @property {string} head_sha
 * @property {string} head_branch
 * @property {string} html_url
 * @property {string} conclusion
 * @property {{ owner: { login: string }, html_url?: string } | null} head_repository
 *
 * @typedef {(method: string, path: string, body?: unknown) => Promise<any>} Request to GitHub about the repository
 */

/**
 * Text of the comment.
 * @param {string | undefined} saved text of the report; missing when the check saved none
 * @param {Run} run
 */
export function commentOf(saved, run) {
  const docs = saved === undefined ? "" : ", whose artifact `docs` marks the changes";
  const footer = `For ${run.head_sha.slice(0, 7)}, by [this run](${run.html_url})${docs}.`;
  return `${marker}\n${isUntouched(saved, run) ? "## API description: not changed any more\n" : bodyOf(saved, sourceOf(run))}\n${footer}\n`;
}

/**
 * Tells whether a check passed without a report: there was nothing to review.
 * @param {string | undefined} saved @param {Run} run
 */
const isUntouched = (saved, { conclusion }) => saved === undefined && conclusion === "success";

/** URL of the files that were checked. @param {Run} run */
const sourceOf = ({ head_repository: repository, head_sha: commit }) =>
  repository?.html_url ? `${repository.html_url}/blob/${commit}` : undefined;

/** @param {string | undefined} saved @param {string | undefined} source */
function bodyOf(saved, source) {
  const heading = "## API description: ❌ Could not run";
  if (saved === undefined) return `${heading}\n\nThe check ended before there was a report.\n`;
  try {
    const report = asMarkdown(parseReport(saved), source);
    return report.length <= maxLength
      ? report
      : `${heading}\n\nThe report is too long for a comment; the run shows it.\n`;
  } catch (error) {
    return `${heading}\n\n${/** @type {Error} */ (error).message}\n`;
  }
}

/**
 * Finds the open pull requests whose last commit was checked. One with a newer commit waits for the check of that one.
 * @param {Run} run @param {Request} request
 * @returns {Promise<number[]>}
 */
export async function pullRequestsOf(run, request) {
  if (run.head_repository === null) return [];
  const head = encodeURIComponent(`${run.head_repository.owner.login}:${run.head_branch}`);
  const found = await request("GET", `/pulls?state=open&per_page=100&head=${head}`);
  return found
    .filter((/** @type {any} */ { head }) => head.sha === run.head_sha)
    .map((/** @type {any} */ { number }) => number);
}

/**
 * Updates the review comment, or creates it.
 * @param {number} number of the pull request @param {string} body @param {Request} request
 * @param {{ first: boolean }} options `first` allows to create one
 */
export async function putComment(number, body, request, { first }) {
  for (let page = 1; ; page += 1) {
    const comments = await request("GET", `/issues/${number}/comments?per_page=100&page=${page}`);
    const own = comments.find(
      (/** @type {any} */ comment) => comment.user?.login === "github-actions[bot]" && comment.body.startsWith(marker),
    );
    if (own) return request("PATCH", `/issues/comments/${own.id}`, { body });
    if (comments.length < 100) return first ? request("POST", `/issues/${number}/comments`, { body }) : undefined;
  }
}

/** @param {string} name */
function environment(name) {
  const value = process.env[name];
  if (!value) throw new Error(`The environment has no ${name}; this runs in a workflow of GitHub.`);
  return value;
}

/** @type {Request} */
async function requestGitHub(method, path, body) {
  const address = `${environment("GITHUB_API_URL")}/repos/${environment("GITHUB_REPOSITORY")}${path}`;
  const response = await fetch(address, {
    method,
    headers: { accept: "application/vnd.github+json", authorization: `Bearer ${environment("GITHUB_TOKEN")}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} failed with status ${response.status}.`);
  return response.json();
}

/** @param {string} file */
function read(file) {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  return found.isFile() && found.size < 4_000_000 ? readFileSync(file, "utf8") : "";
}

/**
 * Writes the comment of each pull request that the event of the environment is about.
 * @param {string} file saved report
 */
export async function comment(file) {
  const { workflow_run: run } = JSON.parse(readFileSync(environment("GITHUB_EVENT_PATH"), "utf8"));
  const saved = read(file);
  const numbers = await pullRequestsOf(run, requestGitHub);
  if (numbers.length === 0)
    console.log("No open pull request has this commit as its last one: there is nothing to say.");
  for (const number of numbers) {
    await putComment(number, commentOf(saved, run), requestGitHub, { first: !isUntouched(saved, run) });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await comment(process.argv[2] ?? "");
