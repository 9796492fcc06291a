// @octokit/plugin-enterprise-server: Octokit for Enterprise Server 3.10. Routes without a method are called by path.
import { createRequire } from "node:module";
import { settings } from "./check.js";
import { lifeCycle } from "./life-cycle.js";
import { modernOctokit } from "./modern-octokit.js";

const require = createRequire(import.meta.url);
const { enterpriseServer310 } = require("@octokit/plugin-enterprise-server");
const { Octokit: Core } = require("octokit-rest-18");

const Octokit = Core.plugin(enterpriseServer310);
const { baseUrl } = settings;

/** Signs in by a hook, as the documentation of @octokit/core shows for a strategy of one's own. */
const connect = ({ login, password, ask }, log) => {
  const octokit = new Octokit({ baseUrl, log });
  const authorization = `basic ${Buffer.from(`${login}:${password}`).toString("base64")}`;
  octokit.hook.wrap("request", async (request, options) => {
    options.headers.authorization ??= authorization;
    try {
      return await request(options);
    } catch (error) {
      if (!/^required/.test(error.response?.headers["x-github-otp"] ?? "")) throw error;
      options.headers["x-github-otp"] = await ask();
      return request(options);
    }
  });
  return octokit;
};

const { apps } = connect({ login: settings.clientId, password: settings.clientSecret });
const access = (access_token) => ({ client_id: settings.clientId, access_token });
const data = async (promise) => (await promise).data;

await lifeCycle({
  ...modernOctokit(connect),
  check: (token) => data(apps.checkToken(access(token))),
  reset: (token) => data(apps.resetToken(access(token))),
  revoke: (token) => apps.deleteToken(access(token)),
});
