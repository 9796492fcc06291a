// @octokit/rest 16: login, password and a function that asks for the one-time code are options.
import { createRequire } from "node:module";
import { settings } from "./check.js";
import { lifeCycle } from "./life-cycle.js";
import { modernOctokit } from "./modern-octokit.js";

const Octokit = createRequire(import.meta.url)("octokit-rest-16");
const connect = ({ login: username, password, ask }, log) =>
  new Octokit({ auth: { username, password, on2fa: ask }, baseUrl: settings.baseUrl, log });

await lifeCycle(modernOctokit(connect, new Octokit({ baseUrl: settings.baseUrl })));
