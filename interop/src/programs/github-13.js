// github 13, the package that became @octokit/rest.
import { createRequire } from "node:module";
import { settings } from "./check.js";
import { legacyOctokit } from "./legacy-octokit.js";
import { lifeCycle } from "./life-cycle.js";

const GitHub = createRequire(import.meta.url)("github-13");
const connect = (login, password) => {
  const { host, port } = settings;
  const github = new GitHub({ host, port, protocol: "https", pathPrefix: "/api/v3" });
  github.authenticate({ type: "basic", username: login, password });
  return github;
};

await lifeCycle(
  legacyOctokit(connect, {
    hasNext: (github, page) => github.hasNextPage(page),
    next: (github, page) => github.getNextPage(page),
  }),
);
