// @octokit/rest 15: authenticate() with login and password, a method an operation, the code in a header.
import { createRequire } from "node:module";
import { settings } from "./check.js";
import { legacyOctokit } from "./legacy-octokit.js";
import { lifeCycle } from "./life-cycle.js";

const Octokit = createRequire(import.meta.url)("octokit-rest-15");
const connect = (login, password) => {
  const octokit = new Octokit({ baseUrl: settings.baseUrl });
  octokit.authenticate({ type: "basic", username: login, password });
  return octokit;
};

await lifeCycle(
  legacyOctokit(connect, {
    hasNext: (octokit, page) => octokit.hasNextPage(page),
    next: (octokit, page) => octokit.getNextPage(page),
  }),
);
