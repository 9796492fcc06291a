// @octokit/rest 17 and 18 with @octokit/auth-basic, which signs in for it. The package is the parameter.
import { createRequire } from "node:module";
import { createBasicAuth } from "@octokit/auth-basic";
import { settings } from "./check.js";
import { lifeCycle } from "./life-cycle.js";
import { modernOctokit } from "./modern-octokit.js";

const { Octokit } = createRequire(import.meta.url)(process.argv[2]);
const connect = ({ login: username, password, ask }, log) =>
  new Octokit({
    authStrategy: createBasicAuth,
    auth: { username, password, on2Fa: ask },
    baseUrl: settings.baseUrl,
    log,
  });

await lifeCycle(modernOctokit(connect, new Octokit({ baseUrl: settings.baseUrl }), { hasGrants: false }));
