// Puts a saved report into the one comment of a pull request that says what its change of the description means.
// It runs after the check, with the right to write comments, on the code of main; what comes from the pull request is
// the report alone, and that is read as data. Which pull request it is, GitHub says, and not the report.
// Usage: node scripts/review/comment.js <report>    in a workflow that runs on `workflow_run`
import { lstatSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { asMarkdown } from "./markdown.js";
import { parseReport } from "./saved-report.js";

/** What the comment begins with, to be found again. */
const marker = "<!-- grantbook: review of the API description -->";

/** GitHub takes 65536 characters. */
const longest = 60_000;

/**
 * @typedef {object} Run the event's `workflow_run`
 * @property {string} head_sha
 * @property {string} head_branch
 * @property {string} html_url
 * @property {string} conclusion
 * @property {{ owner: { login: string } } | null} head_repository
 *
 * @typedef {(method: string, path: string, body?: unknown) => Promise<any>} Request asks GitHub about the repository
 */

/**
 * What the comment says.
 * @param {string | undefined} saved the text of the report; missing when the check left none
 * @param {Run} run
 */
export function commentOf(saved, run) {
  const footer = `For ${run.head_sha.slice(0, 7)}, by [this run](${run.html_url}).`;
  return `${marker}\n${isUntouched(saved, run) ? "## API description: not changed any more\n" : bodyOf(saved)}\n${footer}\n`;
}

/**
 * A check that passed without a report had nothing to review.
 * @param {string | undefined} saved @param {Run} run
 */
const isUntouched = (saved, { conclusion }) => saved === undefined && conclusion === "success";

/** @param {string | undefined} saved */
function bodyOf(saved) {
  const heading = "## API description: ❌ Could not run";
  if (saved === undefined) return `${heading}\n\nThe check ended before there was a report.\n`;
  try {
    const report = asMarkdown(parseReport(saved));
    return report.length <= longest
      ? report
      : `${heading}\n\nThe report is too long for a comment; the run shows it.\n`;
  } catch (error) {
    return `${heading}\n\n${/** @type {Error} */ (error).message}\n`;
  }
}

/**
 * The open pull requests whose last commit was checked. One that got a newer commit is left to that one's check.
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
 * Writes over the comment that is there, or writes the first one.
 * @param {number} number of the pull request @param {string} body @param {Request} request
 * @param {{ first: boolean }} options whether there may be a first one
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
async function askGitHub(method, path, body) {
  const address = `${environment("GITHUB_API_URL")}/repos/${environment("GITHUB_REPOSITORY")}${path}`;
  const answer = await fetch(address, {
    method,
    headers: { accept: "application/vnd.github+json", authorization: `Bearer ${environment("GITHUB_TOKEN")}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}.`);
  return answer.json();
}

/** @param {string} file */
function read(file) {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  return found.isFile() && found.size < 4_000_000 ? readFileSync(file, "utf8") : "";
}

async function main() {
  const { workflow_run: run } = JSON.parse(readFileSync(environment("GITHUB_EVENT_PATH"), "utf8"));
  const saved = read(process.argv[2] ?? "");
  const numbers = await pullRequestsOf(run, askGitHub);
  if (numbers.length === 0)
    console.log("No open pull request has this commit as its last one: there is nothing to say.");
  for (const number of numbers) {
    await putComment(number, commentOf(saved, run), askGitHub, { first: !isUntouched(saved, run) });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
