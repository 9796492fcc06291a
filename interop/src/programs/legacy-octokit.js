// The adapter of the packages github 13 and @octokit/rest 15, whose methods have the same names.
import { oneTimeCode, settings } from "./check.js";

const app = { client_id: settings.clientId };
const data = async (promise) => (await promise).data;

/** `connect(login, password)` gives a client; `pages` says how it follows a Link header. */
export function legacyOctokit(connect, pages) {
  const user = connect(settings.login, settings.password);
  const application = connect(settings.clientId, settings.clientSecret);
  const { authorization } = user;
  return {
    create: (body) => data(authorization.create(body)),
    async list() {
      let page = await authorization.getAll({ per_page: 30 });
      const all = [...page.data];
      while (pages.hasNext(user, page)) {
        page = await pages.next(user, page);
        all.push(...page.data);
      }
      return all;
    },
    get: (id) => data(authorization.get({ id, authorization_id: id })),
    update: (id, body) => data(authorization.update({ id, authorization_id: id, ...body })),
    delete: (id) => authorization.delete({ id, authorization_id: id }),
    async unchanged(id) {
      const { meta, headers = meta } = await authorization.get({ id, authorization_id: id });
      const conditional = { "If-None-Match": headers.etag };
      const answer = await authorization
        .get({ id, authorization_id: id, headers: conditional })
        .catch(({ code, status }) => ({ meta: { status: `${code ?? status}` } }));
      return Number.parseInt(answer.meta?.status ?? answer.status, 10);
    },
    getOrCreate: (body) =>
      data(authorization.getOrCreateAuthorizationForApp({ ...app, client_secret: settings.clientSecret, ...body })),
    getOrCreateWithFingerprint: (fingerprint, body) =>
      data(
        authorization.getOrCreateAuthorizationForAppAndFingerprint({
          ...app,
          client_secret: settings.clientSecret,
          fingerprint,
          ...body,
        }),
      ),
    grants: () => data(authorization.getGrants({})),
    grant: (id) => data(authorization.getGrant({ id, grant_id: id })),
    deleteGrant: (id) => authorization.deleteGrant({ id, grant_id: id }),
    legacyCheck: (token) => data(application.authorization.check({ ...app, access_token: token })),
    legacyReset: (token) => data(application.authorization.reset({ ...app, access_token: token })),
    legacyRevoke: (token) => application.authorization.revoke({ ...app, access_token: token }),
    // Their errors have the status as `code`; `status` is its text.
    statusOf: ({ code }) => code,
    withWrongPassword: () => connect(settings.login, "wrong").authorization.getAll({}),
    noteInUse: () => authorization.create({ note: "interop 1" }),
    async twoFactor() {
      const { authorization: guarded } = connect(settings.otpLogin, settings.password);
      const asked = await guarded.create({ note: "two-factor" }).catch((error) => error.headers?.["x-github-otp"]);
      const headers = { "X-GitHub-OTP": oneTimeCode(settings.otpSecret) };
      const { token } = await data(guarded.create({ note: "two-factor", headers }));
      return { token, asked: /^required/.test(asked ?? "") };
    },
  };
}
