// github 0.2.4, of 2015: callbacks, and pages by the Link header.
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { oneTimeCode, settings } from "./check.js";
import { lifeCycle } from "./life-cycle.js";

const GitHub = createRequire(import.meta.url)("github-0.2.4");
const connect = (login, password) => {
  const { host, port } = settings;
  const github = new GitHub({ version: "3.0.0", host, port, protocol: "https", pathPrefix: "/api/v3" });
  github.authenticate({ type: "basic", username: login, password });
  const call = (name) => promisify(github.authorization[name].bind(github.authorization));
  return { github, call };
};

const { github, call } = connect(settings.login, settings.password);
await lifeCycle({
  create: (body) => call("create")(body),
  async list() {
    let page = await call("getAll")({ per_page: 30 });
    const all = [...page];
    while (github.hasNextPage(page)) {
      page = await promisify(github.getNextPage.bind(github))(page);
      all.push(...page);
    }
    return all;
  },
  get: (id) => call("get")({ id }),
  update: (id, body) => call("update")({ id, ...body }),
  delete: (id) => call("delete")({ id }),
  statusOf: ({ code }) => code,
  withWrongPassword: () => connect(settings.login, "wrong").call("getAll")({}),
  noteInUse: () => call("create")({ note: "interop 1" }),
  async twoFactor() {
    const guarded = connect(settings.otpLogin, settings.password).call("create");
    const asked = await guarded({ note: "two-factor" }).catch(({ message }) => message);
    const headers = { "X-GitHub-OTP": oneTimeCode(settings.otpSecret) };
    const { token } = await guarded({ note: "two-factor", headers });
    return { token, asked: /two-factor authentication OTP code/.test(asked) };
  },
});
